/**
 * AT is for who has the old degree or a decision; BT is for who has a licence.
 *
 *   track = AT: degree(d) ≠ six-year, where given;   track = BT: start(d) ≥ licence(d), where given
 *
 * Source: SFS 2020:1098 (domain.md D23 [9][21]).
 */
import type { Day, Doctor, Programme } from "@placera/domain";
import { doctorRule } from "./rule.ts";

export const eligibleForTrack = doctorRule<"eligible-for-track">({
  id: "eligible-for-track",
  expresses: ["D23"],
  statement: {
    sv: "AT gör den som har den äldre läkarexamen eller Socialstyrelsens beslut, inte den som har examen från det sexåriga programmet; BT börjar tidigast den dag legitimationen gäller.",
    en: "AT is done by who has the older degree or a decision of Socialstyrelsen, not by who has the degree of the six-year programme; BT begins no earlier than the day of the licence.",
  },
  mathematics:
    "track = AT: degree(d) ≠ six-year, where given; track = BT: start(d) ≥ licence(d), where given",

  encode({ doctor, programme, service }) {
    if (programme.track === "AT" && doctor.degree !== "six-year") return undefined;
    if (programme.track === "BT" && doctor.licenceDate === undefined) return undefined;
    return { start: (t) => (fault(doctor, programme, service.day(t)) === undefined ? 0 : 1) };
  },

  check({ doctor, programme, rotation }) {
    const found = fault(doctor, programme, rotation.start);
    if (found === undefined) return [];
    const licence = doctor.licenceDate ?? 0;
    return [{ magnitude: 1, from: rotation.start, params: { fault: found, licence } }];
  },

  met({ doctor: { degree, licenceDate, began }, programme: { track }, rotation }) {
    if (track === "AT") return degree === undefined ? undefined : [];
    if (licenceDate === undefined) return undefined;
    return [{ day: began ?? rotation.start, window: { earliest: licenceDate } }];
  },
});

/** A block that began before the plan began then. */
function fault(
  { degree, licenceDate, began }: Pick<Doctor, "degree" | "licenceDate" | "began">,
  { track }: Programme,
  start: Day,
): "six-year" | "unlicensed" | undefined {
  if (track === "AT") return degree === "six-year" ? "six-year" : undefined;
  return licenceDate !== undefined && (began ?? start) < licenceDate ? "unlicensed" : undefined;
}
