/** A line: one complete rotation of one doctor, as a path through her profile's graph. */
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

/** Calls back with each row the line takes a place in. */
export function eachRow(
  line: Line,
  profile: Profile,
  limits: Limits,
  visit: (row: number) => void,
): void {
  const { graph } = profile;
  const lanesOf = limits.lanesOf[profile.track];
  line.options.forEach((option, at) => {
    const slot = line.slots[at] as number;
    const from = graph.slotFrom[slot] as number;
    const to = graph.slotTo[slot] as number;
    for (const lane of lanesOf[graph.optionUnit[option] as number] ?? []) {
      for (let t = from; t < to; t++) visit(lane * limits.periods + t);
    }
    const base = profile.optionBase[option] as number;
    if (base >= 0) visit(base);
  });
}
