/** Breaks of a unit, found period by period, as few as tell the same. */
import type { SharedBreak } from "./rule.ts";

/** One break for periods in a row in which everything but the period is the same; magnitudes add up. */
export function mergeBreaks(breaks: readonly SharedBreak[]): SharedBreak[] {
  const merged: SharedBreak[] = [];
  for (const next of breaks) {
    const last = merged.at(-1);
    if (last === undefined || last.to !== next.from || told(last) !== told(next)) {
      merged.push(next);
    } else {
      const magnitude = last.magnitude + next.magnitude;
      merged.splice(-1, 1, { ...next, magnitude, from: last.from ?? 0 });
    }
  }
  return merged;
}

const told = ({ unit, doctors, params }: SharedBreak): string =>
  JSON.stringify([unit, doctors, params]);
