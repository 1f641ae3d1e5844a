/** Why a doctor has no line, or no seat: reasons in the problem's own terms. */
import { lookup, type Problem, type Reason, type RuleId, type SeatPoint } from "@placera/domain";
import { channelsOf } from "../formulation/channels.ts";
import { type DoctorFacts, doctorFacts } from "../formulation/facts.ts";
import type { Divided } from "./divide.ts";
import { buildGraph } from "./graph.ts";
import type { Profile } from "./profile.ts";
import type { Shortage } from "./shortage.ts";

/**
 * The rules that no line of a doctor (by index) can meet together: none can be spared (deletion
 * filter). The problem is the whole one: what a rule bars may lie in another part.
 */
export function explainWithoutLines(problem: Problem, at: number): Reason {
  const doctor = problem.doctors[at];
  if (doctor === undefined) return { kind: "search" };
  const facts = doctorFacts(problem, doctor);
  const channels = channelsOf(problem).count;
  const possible = (without: ReadonlySet<string>): boolean =>
    buildGraph(facts, problem.units, channels, { without }).sinks.length > 0;
  // A law and a local rule beside it are two settings of one rule.
  const must = [
    ...new Set(facts.programme.rules.filter(({ mode }) => mode === "must").map(({ rule }) => rule)),
  ];
  const spared = new Set<RuleId>();
  for (const rule of must) {
    spared.add(rule);
    if (possible(spared)) spared.delete(rule);
  }
  const held = must.filter((rule) => !spared.has(rule));
  const inTheWay = spansInTheWay(
    facts,
    (other) => buildGraph(other, problem.units, channels, { without: spared }).sinks.length > 0,
  );
  if (held.length > 0) return { kind: "rules-clash", rules: [...held, ...inTheWay] };
  // Nothing but the definitions is left: a section no unit gives, or too little time in the calendar.
  const offered = new Set(problem.units.flatMap(({ sections }) => sections));
  const missing = facts.programme.requirements.some(
    ({ sections }) => !sections.some((section) => offered.has(section)),
  );
  if (missing) return { kind: "rules-clash", rules: ["unit-gives-section"] };
  return { kind: "rules-clash", rules: ["owed-placements", ...inTheWay] };
}

/** Fixed spans and absences are held by how stays are made: each is named without which there were lines. */
function spansInTheWay(
  { problem, doctor, programme }: DoctorFacts,
  possible: (facts: DoctorFacts) => boolean,
): RuleId[] {
  const { fixedSpans } = programme;
  const freed: readonly [RuleId, boolean, () => DoctorFacts][] = [
    [
      "fixed-spans",
      fixedSpans.length > 0,
      () => doctorFacts(problem, doctor, { ...programme, fixedSpans: [] }),
    ],
    [
      "absences",
      doctor.absences.length > 0,
      () => doctorFacts(problem, { ...doctor, absences: [] }, programme),
    ],
  ];
  return freed.flatMap(([rule, has, free]) => (has && possible(free()) ? [rule] : []));
}

/** The count that shows the shortage, or that only search does, or nothing yet. */
export function explainShortage(
  { problem, profiles, limits }: Divided,
  found: { readonly shortage: Shortage | undefined; readonly proven: boolean },
  profile: Profile,
): Reason {
  const { shortage } = found;
  if (shortage?.profiles.includes(profile.index)) {
    const doctors = shortage.profiles.flatMap((at) => profiles[at]?.doctors ?? []);
    return tooFewSeats({ problem, limits }, { ...shortage, doctors });
  }
  return { kind: found.proven ? "search" : "not-found" };
}

/** A count in the problem's own words; `doctors` are those counted, by index. */
export function tooFewSeats(
  { problem, limits }: Pick<Divided, "problem" | "limits">,
  count: {
    readonly rows: readonly number[];
    readonly doctors: readonly number[];
    readonly seats: number;
  },
): Reason {
  const points: SeatPoint[] = [];
  const bases = [];
  const lanes = limits.lanes.length * limits.periods;
  for (const row of count.rows) {
    const base = limits.bases[row - lanes];
    if (base !== undefined) {
      bases.push({ intake: base.intake, site: base.site, seats: base.doctors });
      continue;
    }
    const lane = limits.lanes[Math.floor(row / limits.periods)];
    const unit = problem.units[lane?.units[0] ?? -1];
    const t = row % limits.periods;
    if (lane === undefined || unit === undefined) continue;
    points.push({
      unit: unit.id,
      ...(lane.track === undefined ? {} : { track: lane.track }),
      from: problem.calendar.boundaries[t] ?? 0,
      to: problem.calendar.boundaries[t + 1] ?? 0,
      seats: limits.capacity[row] ?? 0,
    });
  }
  points.sort((a, b) => a.from - b.from || (a.unit < b.unit ? -1 : 1));
  const doctors = [...count.doctors].sort((a, b) => a - b);
  return {
    kind: "too-few-seats",
    sections: sectionsAt(problem, points, doctors),
    points,
    bases,
    from: Math.min(
      ...points.map(({ from }) => from),
      ...(points.length === 0 ? [problem.calendar.from] : []),
    ),
    to: Math.max(
      ...points.map(({ to }) => to),
      ...(points.length === 0 ? [problem.calendar.to] : []),
    ),
    doctors: doctors.map((at) => problem.doctors[at]?.id ?? ""),
    demand: doctors.length,
    seats: count.seats,
    short: doctors.length - count.seats,
  };
}

/** The sections for which these doctors would be at these units. */
function sectionsAt(
  problem: Problem,
  points: readonly SeatPoint[],
  members: readonly number[],
): string[] {
  const { unit: unitOf, owed: owedBy } = lookup(problem);
  const owed = new Set<string>();
  for (const at of members) {
    const doctor = problem.doctors[at];
    if (doctor === undefined) continue;
    for (const { sections } of owedBy(doctor).requirements) {
      for (const section of sections) owed.add(section);
    }
  }
  const given = new Set(points.flatMap(({ unit }) => unitOf(unit).sections));
  return problem.sections.map(({ id }) => id).filter((id) => owed.has(id) && given.has(id));
}
