/** An assignment that keeps of an earlier plan's lines what still fits, and places the rest greedily. */
import { type Assignment, assign } from "./assignment.ts";
import { greedy } from "./greedy.ts";
import { eachRow, type Line } from "./line.ts";
import { join, remainder } from "./remainder.ts";
import type { SearchState } from "./search-state.ts";

/** `lines`: those of the earlier plan that their doctors may still have, whatever seats they take. */
export function keepPrevious(state: SearchState, lines: Assignment["lines"]): Assignment {
  const { component, limits } = state;
  const profiles = new Map(component.profiles.map((profile) => [profile.index, profile]));
  const room = Float64Array.from(limits.capacity);
  const kept: { readonly line: Line; readonly count: number }[] = [];
  for (const { line, count } of lines) {
    const profile = profiles.get(line.profile);
    if (profile === undefined) continue;
    let fit = count;
    eachRow(line, profile, limits, (row, places) => {
      fit = Math.min(fit, Math.floor((room[row] as number) / places));
    });
    if (fit < 1) continue;
    eachRow(line, profile, limits, (row, places) => {
      room[row] = (room[row] as number) - places * fit;
    });
    kept.push({ line, count: fit });
  }
  const rest = remainder(state, kept);
  const found = greedy(rest);
  return assign(component, join(kept, found.lines));
}
