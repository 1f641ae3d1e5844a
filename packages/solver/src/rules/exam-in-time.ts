/**
 * There is a sitting of the AT exam for each doctor: after the sit-ins in every section, before AT ends.
 *
 *   L = max over s ∈ sections of min {from(p) : sec(p) counts towards s}
 *   ∃ sitting x:  L + sitIn ≤ registrationCloses(x),   date(x) < end,   date(x) ∉ absences(d) ∪ tolerated(d)
 *
 * A section is entered, and a sit-in held some weeks later, also in the history of a doctor under way.
 * Source: ki.se, eAT (domain.md D11, D12 [11]–[13]): four approved sit-ins before registration closes.
 */
import {
  countsTowards,
  type Day,
  type Doctor,
  type ExamSitting,
  lastEntered,
  lookup,
  type Problem,
  type RuleParams,
  sittingOf,
} from "@placera/domain";
import { doctorRule } from "./rule.ts";
import { blockEnd } from "./service.ts";

type Params = RuleParams<"exam-in-time">;

export const examInTime = doctorRule<"exam-in-time">({
  id: "exam-in-time",
  expresses: ["D11", "D12"],
  statement: {
    sv: "Läkaren hinner till ett AT-prov: hon har då börjat i alla avsnitten och haft medsittningar innan anmälan stänger, är inte frånvarande på provdagen, och AT pågår ännu.",
    en: "The doctor is in time for an AT exam: by then she has entered every section and had the sit-ins before registration closes, is not absent on the day, and AT is not over.",
  },
  mathematics:
    "∃ x: max_s min{from(p) : sec(p) ⊑ s} + sitIn ≤ registrationCloses(x) ∧ date(x) < end ∧ date(x) ∉ absences(d) ∪ tolerated(d)",

  encode({ problem, doctor, service }, params) {
    if (doctor.examPassed !== undefined) return undefined;
    const sittings = sittingsOf(problem, doctor);
    const all = 2 ** params.sections.length - 1;
    const entered = entering(problem, params);
    // Up to `all` the sections entered; beyond that the sitting, the one after the last being none.
    const ready = (from: Day): number => {
      const at = sittings.findIndex((each) => latestEntry(each, params) >= from);
      return all + 1 + (at < 0 ? sittings.length : at);
    };
    const enter = (state: number, section: string, from: Day): number => {
      if (state > all) return state;
      const next = state | entered(section);
      return next === all ? ready(from) : next;
    };
    return {
      remembers: (_requirement, _unit, section) => String(entered(section)),
      automaton: {
        initial: doctor.history.reduce((state, each) => enter(state, each.section, each.from), 0),
        step: (state, { stay }) => ({
          state: enter(state, stay.section, service.day(stay.from)),
          broken: 0,
        }),
        finish: (state, end) => {
          const sitting = sittings[state - all - 1];
          return sitting !== undefined && end !== undefined && sitting.date < service.day(end.end)
            ? 0
            : 1;
        },
      },
    };
  },

  // A binary for each sitting: it is sat, so every section was entered by then, and the end is later.
  formulate(compact, { problem, doctor, service }, params) {
    if (doctor.examPassed !== undefined) return;
    const entered = entering(problem, params);
    const chosen = sittingsOf(problem, doctor).map((sitting, nth) => {
      // Two sittings may be on one day, with registration closing apart.
      const name = `${sitting.date}.${nth}`;
      const variable = compact.binary(name);
      const latest = latestEntry(sitting, params);
      params.sections.forEach((section, at) => {
        const bit = 2 ** at;
        const before = doctor.history.some(
          (each) => (entered(each.section) & bit) !== 0 && each.from <= latest,
        );
        if (before) return;
        const stays = compact.stays.filter(
          ({ stay }) => (entered(stay.section) & bit) !== 0 && service.day(stay.from) <= latest,
        );
        compact.row(
          `${name},${section}`,
          [
            { variable, coefficient: -1 },
            ...stays.map((stay) => ({ variable: stay.variable, coefficient: 1 })),
          ],
          0,
          Number.POSITIVE_INFINITY,
        );
      });
      const ends = compact.ends.filter(({ period }) => service.day(period) > sitting.date);
      compact.row(
        `${name},end`,
        [
          { variable, coefficient: -1 },
          ...ends.map((end) => ({ variable: end.variable, coefficient: 1 })),
        ],
        0,
        Number.POSITIVE_INFINITY,
      );
      return { variable, coefficient: 1 };
    });
    const spared = { variable: compact.unplaced, coefficient: 1 };
    const none = compact.breaks("none", 1);
    compact.row("some", [...chosen, ...none, spared], 1, Number.POSITIVE_INFINITY);
  },

  check(given, params) {
    if (given.doctor.examPassed !== undefined || sittingOf(given, params).sitting !== undefined)
      return [];
    const last = lastEntered(given, params);
    const from = Number.isFinite(last) ? last : given.rotation.start;
    const to = blockEnd(given.rotation);
    return [{ magnitude: 1, from, to, params: { weeks: params.sitInWeeks } }];
  },

  met(given, params) {
    if (given.doctor.examPassed !== undefined) return [];
    const { sitting } = sittingOf(given, params);
    if (sitting === undefined) return undefined;
    const { date, resultAfter } = sitting;
    return [
      { what: { sv: "AT-prov", en: "AT exam" }, day: date },
      { what: { sv: "resultat", en: "result" }, day: date + resultAfter },
    ];
  },
});

/** The latest day on which one may enter the last section and have the sit-in in time. */
const latestEntry = ({ registrationCloses }: ExamSitting, { sitInWeeks }: Params): Day =>
  registrationCloses - 7 * sitInWeeks;

/** Sittings on days when the doctor is there, in order of their dates. */
const sittingsOf = (
  { calendar }: Problem,
  { absences, tolerated }: Pick<Doctor, "absences" | "tolerated">,
): readonly ExamSitting[] => {
  const away = [...absences, ...tolerated];
  return calendar.exams.filter(
    ({ date }) => !away.some(({ from, to }) => from <= date && date < to),
  );
};

/** Which of the sections service in a section counts towards, as bits. */
function entering(problem: Problem, { sections }: Params): (section: string) => number {
  const known = new Map<string, number>();
  return (id) => {
    let bits = known.get(id);
    if (bits === undefined) {
      const section = lookup(problem).section(id);
      bits = sections.reduce(
        (sum, wanted, at) => (countsTowards(section, [wanted]) ? sum + 2 ** at : sum),
        0,
      );
      known.set(id, bits);
    }
    return bits;
  };
}
