/** A line: one complete rotation of one doctor, as a path through her profile's graph. */
import { eachPeriod, isPlain, type Lane } from "./lanes.ts";
import type { Limits } from "./limits.ts";
import type { Profile } from "./profile.ts";

export interface Line {
  readonly profile: number;
  /** The block's first period. */
  readonly start: number;
  /** Along the path: slots, arcs and the option taken in each. */
  readonly slots: Int32Array;
  readonly arcs: Int32Array;
  readonly options: Int32Array;
  /** By tier; tier 0 is zero. */
  readonly costs: readonly number[];
  /** Tells lines apart. */
  readonly key: string;
}

/** Calls back with each row the line takes places in, once, and with how many. */
export function eachRow(
  line: Line,
  profile: Profile,
  limits: Limits,
  visit: (row: number, places: number) => void,
): void {
  eachOnce(limits.repeats, visit, (place) => eachPlace(line, profile, limits, place));
}

/** Calls back once with each row that `walk` comes to, and with all the places it takes there. */
export function eachOnce(
  repeats: boolean,
  visit: (row: number, places: number) => void,
  walk: (place: (row: number, places: number) => void) => void,
): void {
  if (!repeats) {
    walk(visit);
    return;
  }
  const taken = new Map<number, number>();
  walk((row, places) => taken.set(row, (taken.get(row) ?? 0) + places));
  for (const [row, places] of taken) visit(row, places);
}

/** Stay by stay: a row comes again where a later stay takes places in it too. */
function eachPlace(
  line: Line,
  { graph, track, optionBase }: Profile,
  limits: Limits,
  visit: (row: number, places: number) => void,
): void {
  const lanesOf = limits.lanesOf[track];
  for (let at = 0; at < line.options.length; at++) {
    const option = line.options[at] as number;
    const slot = line.slots[at] as number;
    const from = graph.slotFrom[slot] as number;
    const to = graph.slotTo[slot] as number;
    const lanes = lanesOf[graph.optionUnit[option] as number] ?? NO_LANES;
    for (let i = 0; i < lanes.length; i++) {
      const lane = limits.lanes[lanes[i] as number] as Lane;
      const first = (lanes[i] as number) * limits.periods;
      // Most are, and are not worth a function each.
      if (isPlain(lane)) {
        for (let t = from; t < to; t++) visit(first + t, lane.counts[track]);
      } else eachPeriod(lane, track, from, to, (t, places) => visit(first + t, places));
    }
    const base = optionBase[option] as number;
    if (base >= 0) visit(base, 1);
  }
}

const NO_LANES = new Int32Array(0);
