/**
 * Integrated BT is done within the first two years of ST.
 *
 *   form(d) = integrated:   end(d) ≤ stStart(d) + within
 *
 * Source: legitimation.socialstyrelsen.se, "bör" (domain.md D20 [24]).
 */
import { addDuration, type Day, type Doctor, type Duration } from "@placera/domain";
import { doctorRule } from "./rule.ts";
import { blockEnd } from "./service.ts";

export const integratedBtWithinTwoYears = doctorRule<"integrated-bt-within-two-years">({
  id: "integrated-bt-within-two-years",
  expresses: ["D20"],
  statement: {
    sv: "Integrerad BT planeras så att den kan godkännas inom de två första åren av ST.",
    en: "Integrated BT is planned so that it can be approved within the first two years of ST.",
  },
  mathematics: "form(d) = integrated: end(d) ≤ stStart(d) + within",

  blocks: true,
  encode({ doctor, service }, { within }) {
    const latest = latestEnd(doctor, within);
    if (latest === undefined) return undefined;
    return { block: (_start, end) => (service.day(end) > latest ? 1 : 0) };
  },

  check({ doctor, rotation }, { within }) {
    const latest = latestEnd(doctor, within);
    const to = blockEnd(rotation);
    if (latest === undefined || to <= latest) return [];
    return [{ magnitude: 1, from: rotation.start, to, params: { latest } }];
  },

  met({ doctor, rotation }, { within }) {
    const latest = latestEnd(doctor, within);
    return latest === undefined ? undefined : [{ day: blockEnd(rotation), window: { latest } }];
  },
});

/** The day by which BT is to be over; undefined where it is not part of an ST whose start is known. */
function latestEnd({ employment }: Pick<Doctor, "employment">, within: Duration): Day | undefined {
  if (employment?.form !== "integrated" || employment.stStart === undefined) return undefined;
  return addDuration(employment.stStart, within);
}
