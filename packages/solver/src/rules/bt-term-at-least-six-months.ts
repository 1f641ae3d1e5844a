/**
 * A fixed-term appointment for BT is never shorter than six months, whatever is credited.
 *
 *   form(d) ≠ integrated, where given:   [began, end) ⊒ min
 *
 * Source: domain.md D21 [F1].
 */
import { creditNeeded, type Doctor, type Duration, serviceIn } from "@placera/domain";
import { doctorRule } from "./rule.ts";
import { blockEnd, isEnough } from "./service.ts";

export const btTermAtLeastSixMonths = doctorRule<"bt-term-at-least-six-months">({
  id: "bt-term-at-least-six-months",
  expresses: ["D21"],
  statement: {
    sv: "Den som har en visstidsanställning för BT har den i minst sex månader, även om tidigare tjänstgöring tillgodoräknas.",
    en: "Who has a fixed-term appointment for BT has it for at least six months, even if earlier service is credited.",
  },
  mathematics: "form(d) ≠ integrated, where given: [began, end) ⊒ min",

  blocks: true,
  encode({ doctor, service, problem: { calendar } }, { min }) {
    if (!isFixedTerm(doctor)) return undefined;
    const least = creditNeeded(min) - ("months" in min ? calendar.toleranceDays : 0);
    return {
      block: (start, end) =>
        serviceIn(doctor.began ?? service.day(start), service.day(end), min) >= least ? 0 : 1,
    };
  },

  check({ problem: { calendar }, doctor, rotation }, { min }) {
    const term = { from: doctor.began ?? rotation.start, to: blockEnd(rotation) };
    if (!isFixedTerm(doctor) || isEnough(calendar, FULL_TIME, termOf(term, min), min)) return [];
    return [{ magnitude: 1, ...term }];
  },

  met({ doctor, rotation }, { min }) {
    if (!isFixedTerm(doctor)) return undefined;
    const span = { from: doctor.began ?? rotation.start, to: blockEnd(rotation) };
    return [{ span, service: { counted: termOf(span, min), min } }];
  },
});

/** An appointment is as long as its dates, however much is worked. */
const FULL_TIME = { percentages: [], absences: [] };

const isFixedTerm = ({ employment }: Pick<Doctor, "employment">): boolean =>
  employment !== undefined && employment.form !== "integrated";

/** Days of the appointment: absence is no break of it. */
const termOf = ({ from, to }: { from: number; to: number }, measure: Duration): number =>
  serviceIn(from, to, measure);
