/** Where random problems get their choices from: a seed, or fast-check. */

/** A source of choices. */
export interface Draw {
  /** A whole number, both ends included. */
  int(min: number, max: number): number;
}

/** The same choices for the same seed (mulberry32). */
export function seededDraw(seed: number): Draw {
  let state = seed >>> 0;
  return {
    int(min, max) {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      const fraction = ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
      return min + Math.floor(fraction * (max - min + 1));
    },
  };
}

/** True in `percent` of the cases; false is the simpler choice. */
export function chance(draw: Draw, percent: number): boolean {
  return draw.int(0, 99) >= 100 - percent;
}

/** One of the items, each as likely; the first is the simplest choice. */
export function pick<T>(draw: Draw, items: readonly [T, ...T[]] | readonly T[]): T {
  const item = items[draw.int(0, items.length - 1)];
  if (item === undefined) throw new Error("Nothing to pick from.");
  return item;
}

/** The items in an order of its own. */
export function shuffle<T>(draw: Draw, items: readonly T[]): T[] {
  const order = items.map((item) => ({ item, key: draw.int(0, 999_999) }));
  return order.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
