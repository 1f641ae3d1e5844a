/**
 * What a doctor is away for without making up for it stays within what the section tolerates; sections that
 * are not named tolerate none.
 *
 *   days(s) = |{days of tolerated(d) in [from(p), to(p)) : sec(p) counts as s first}|, history included
 *   broken = Σ_s max(0, ⌈(days(s) − 7·weeks(s)) / 7⌉), weeks(s) = 0 for all other sections together
 *
 * Source: up to six weeks in primary care if goals are met, narhalsan.se (domain.md D8 [34]).
 */
import { countsTowards, fixedDaysIn, lookup, type Problem, type RuleParams } from "@placera/domain";
import type { RuleFacts } from "../formulation/facts.ts";
import { type Break, doctorRule } from "./rule.ts";

type Limits = RuleParams<"tolerated-absence">["limits"];

export const toleratedAbsence = doctorRule<"tolerated-absence">({
  id: "tolerated-absence",
  expresses: ["D8"],
  statement: {
    sv: "Frånvaro som inte ska tas igen ryms i det som tjänstgöringsavsnittet tål, i allmänmedicin som regel högst sex veckor.",
    en: "Absence that is not to be made up for stays within what the section tolerates, in primary care as a rule six weeks at the most.",
  },
  mathematics:
    "broken = Σ_s max(0, ⌈(days(s) − 7·weeks(s)) / 7⌉), days(s) = days of tolerated(d) in placements of s",

  encode(facts, { limits }) {
    const { doctor } = facts;
    if (doctor.tolerated.length === 0) return undefined;
    const lane = laneOf(facts.problem, limits);
    // A state is the days away so far, lane by lane, in order of use.
    const states: (readonly number[])[] = [daysBefore(facts, limits)];
    const numbers = new Map<string, number>([[String(states[0]), 0]]);
    return {
      remembers: (_requirement, _unit, section) => String(lane(section)),
      automaton: {
        initial: 0,
        step(state, { stay }) {
          const more = daysOf(facts, stay.from, stay.to);
          if (more === 0) return { state, broken: 0 };
          const own = lane(stay.section);
          const days = (states[state] ?? []).map((had, at) => (at === own ? had + more : had));
          const known = numbers.get(String(days)) ?? states.push(days) - 1;
          numbers.set(String(days), known);
          return { state: known, broken: 0 };
        },
        finish: (state) =>
          (states[state] ?? []).reduce((sum, days, at) => sum + weeksBeyond(days, limits[at]), 0),
      },
    };
  },

  formulate(compact, facts, { limits }) {
    if (facts.doctor.tolerated.length === 0) return;
    const lane = laneOf(facts.problem, limits);
    daysBefore(facts, limits).forEach((before, at) => {
      const terms = compact.stays
        .filter(({ stay }) => lane(stay.section) === at)
        .map(({ variable, stay }) => ({
          variable,
          coefficient: daysOf(facts, stay.from, stay.to),
        }))
        .filter(({ coefficient }) => coefficient > 0);
      const most = 7 * (limits[at]?.weeks ?? 0) - before;
      const all = terms.reduce((sum, { coefficient }) => sum + coefficient, 0);
      if (all <= most) return;
      const spared = { variable: compact.unplaced, coefficient: Math.min(0, most) };
      const beyond = compact
        .breaks(`${at}`, Math.ceil((all - most) / 7))
        .map((term) => ({ ...term, coefficient: -7 }));
      compact.row(`${at}`, [...terms, ...beyond, spared], Number.NEGATIVE_INFINITY, most);
    });
  },

  check({ problem, doctor, rotation }, { limits }) {
    const { section } = lookup(problem);
    const all = [...doctor.history, ...rotation.placements];
    const breaks: Break[] = [];
    const named = (each: (typeof all)[number]) =>
      limits.find((limit) => countsTowards(section(each.section), [limit.section]));
    for (const limit of [...limits, undefined]) {
      const days = all
        .filter((each) => named(each) === limit)
        .reduce((sum, { from, to }) => sum + fixedDaysIn(doctor.tolerated, from, to), 0);
      const max = 7 * (limit?.weeks ?? 0);
      if (days <= max) continue;
      const { sv = "" } = limit === undefined ? {} : section(limit.section).name;
      const params =
        limit === undefined ? { fault: "elsewhere", days } : { days, max, section: sv };
      breaks.push({ magnitude: Math.ceil((days - max) / 7), params });
    }
    return breaks;
  },

  met: ({ doctor: { tolerated } }) =>
    tolerated.length === 0 ? undefined : tolerated.map((span) => ({ span })),
});

/** Which limit service in a section falls under: the first it counts as; the one after the last is none. */
function laneOf(problem: Problem, limits: Limits): (section: string) => number {
  const { section } = lookup(problem);
  return (id) => {
    const at = limits.findIndex((limit) => section(id).countsAs.includes(limit.section));
    return at < 0 ? limits.length : at;
  };
}

/** Days away, tolerated, from boundary a to b. */
function daysOf({ doctor, service }: RuleFacts, a: number, b: number): number {
  const [from, to] = [service.day(a), service.day(b)];
  return doctor.tolerated.reduce(
    (sum, away) => sum + Math.max(0, Math.min(to, away.to) - Math.max(from, away.from)),
    0,
  );
}

/** By limit: days away in the history. */
function daysBefore({ problem, doctor }: RuleFacts, limits: Limits): number[] {
  const lane = laneOf(problem, limits);
  const days = [...limits.map(() => 0), 0];
  for (const { section, from, to } of doctor.history) {
    const own = lane(section);
    days[own] = (days[own] ?? 0) + fixedDaysIn(doctor.tolerated, from, to);
  }
  return days;
}

const weeksBeyond = (days: number, limit: Limits[number] | undefined): number =>
  Math.max(0, Math.ceil((days - 7 * (limit?.weeks ?? 0)) / 7));
