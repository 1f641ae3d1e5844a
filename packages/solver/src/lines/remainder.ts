/** What is left of a component when some lines are taken: the other doctors, in the seats that remain. */
import { type Assignment, assign, usage } from "./assignment.ts";
import type { SearchState } from "./search-state.ts";
import { worstBurden } from "./worst-off.ts";

/** The state of the doctors not in `kept`, all of them unplaced as yet. */
export function remainder(state: SearchState, kept: Assignment["lines"]): SearchState {
  const at = new Map(state.component.profiles.map(({ index }, i) => [index, i]));
  const left = state.component.profiles.map(({ doctors }) => doctors.length);
  for (const { line, count } of kept) {
    const profile = at.get(line.profile) ?? -1;
    left[profile] = (left[profile] ?? 0) - count;
  }
  const members = [...left.keys()].filter((profile) => (left[profile] ?? 0) > 0);
  const profiles = members.flatMap((member) => {
    const profile = state.component.profiles[member];
    return profile === undefined
      ? []
      : [{ ...profile, doctors: profile.doctors.slice(0, left[member]) }];
  });
  const { worstOff } = state.component;
  const used = usage(state.component, state.limits, kept);
  const capacity = state.limits.capacity.map((seats, row) => seats - (used[row] as number));
  const least = state.limits.least.map((wanted, row) =>
    Math.max(0, wanted - (used[row] as number)),
  );
  const comfort =
    state.component.crowded.length === 0
      ? state.limits.comfort
      : state.limits.comfort.map((doctors, row) => doctors - (used[row] as number));
  const limits = { ...state.limits, capacity, least, comfort };
  const component = {
    ...(worstOff === undefined
      ? {}
      : { worstOff: { ...worstOff, floor: worstBurden(worstOff, [], kept, []) } }),
    rows: state.component.rows,
    wanting: { limits, rows: state.component.wanting.rows },
    crowded: state.component.crowded,
    doctors: profiles.reduce((sum, { doctors }) => sum + doctors.length, 0),
    profiles,
  };
  return {
    ...state,
    component,
    limits,
    works: members.flatMap((member) => state.works[member] ?? []),
    deleted: members.map((member) => state.deleted[member]),
    best: assign(component, []),
  };
}

/** Two parts of a plan together. */
export function join(a: Assignment["lines"], b: Assignment["lines"]): Assignment["lines"] {
  const lines = new Map(a.map((each) => [each.line.key, { ...each }]));
  for (const { line, count } of b) {
    const known = lines.get(line.key);
    lines.set(line.key, { line, count: count + (known?.count ?? 0) });
  }
  return [...lines.values()];
}

/** What lines cost in a tier. */
export function costIn(lines: Assignment["lines"], tier: number): number {
  return lines.reduce((sum, { line, count }) => sum + count * (line.costs[tier] ?? 0), 0);
}
