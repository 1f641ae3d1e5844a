/**
 * Changes against the previous plan, as encodings: units changed cost where a stay is, placements
 * changed where and when it is, and people changed once, at their first stay that is another.
 */
import type { Doctor, Measure } from "@placera/domain";
import type { CompactDoctor } from "../compact/compact-doctor.ts";
import type { LineEncoding } from "../rules/rule.ts";
import type { DoctorFacts, Stay } from "./facts.ts";

type Change = Extract<Measure, `changes-${string}`>;

/** How many changes leaving the doctor out makes. */
export const changesLeftOut = ({ previous }: Doctor): Readonly<Record<Change, number>> => ({
  "changes-people": Math.min(1, previous.length),
  "changes-placements": previous.length,
  "changes-units": previous.length,
});

/** How each kind of change shows in a line; nothing where the doctor has no earlier plan. */
export function encodeChanges({ doctor, service }: DoctorFacts): [Change, LineEncoding][] {
  if (doctor.previous.length === 0) return [];
  const before = new Map(doctor.previous.map((each) => [each.requirement, each]));
  const moved = ({ requirement, unit, from, to }: Stay): boolean => {
    const was = before.get(requirement.id);
    return was?.unit !== unit.id || was.from !== service.day(from) || was.to !== service.day(to);
  };
  const elsewhere = (requirement: string, unit: string): boolean =>
    before.get(requirement)?.unit !== unit;
  return [
    [
      "changes-people",
      {
        // What is remembered: has some stay been another already?
        automaton: {
          initial: 0,
          step: (state, { stay }) =>
            state === 0 && moved(stay) ? { state: 1, broken: 1 } : { state, broken: 0 },
        },
        remembers: ({ id }, unit) => (elsewhere(id, unit.id) ? "elsewhere" : ""),
      },
    ],
    ["changes-placements", { stay: (stay) => (moved(stay) ? 1 : 0) }],
    ["changes-units", { place: ({ id }, unit) => (elsewhere(id, unit.id) ? 1 : 0) }],
  ];
}

/** People changed, in the compact formulation: at most one, and one as soon as a stay is another. */
export function formulatePeopleChanged(compact: CompactDoctor, facts: DoctorFacts): void {
  const [people] = encodeChanges(facts);
  const automaton = people?.[1].automaton;
  if (automaton === undefined) return;
  const changed = compact.breaks("changed", 1).map((term) => ({ ...term, coefficient: -1 }));
  for (const { id } of facts.programme.requirements) {
    const others = compact.stays.filter(
      ({ stay }) =>
        stay.requirement.id === id &&
        automaton.step(0, { stay, done: 0, gap: false, idle: 0 }).broken === 1,
    );
    if (others.length === 0) continue;
    const terms = others.map(({ variable }) => ({ variable, coefficient: 1 }));
    compact.row(id, [...terms, ...changed], Number.NEGATIVE_INFINITY, 0);
  }
}
