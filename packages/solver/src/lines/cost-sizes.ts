/** What an array of costs holds at all, looked at once: profiles share most of their arrays. */

interface Sizes {
  readonly largest: number;
  /** Every cost is a multiple of this; 0 where all are zero. */
  readonly divisor: number;
}

const known = new WeakMap<Float64Array, Sizes>();

export function costSizes(costs: Float64Array): Sizes {
  let sizes = known.get(costs);
  if (sizes === undefined) {
    sizes = look(costs);
    known.set(costs, sizes);
  }
  return sizes;
}

function look(costs: Float64Array): Sizes {
  let largest = 0;
  let divisor = 0;
  for (let i = 0; i < costs.length; i++) {
    const cost = costs[i] as number;
    if (cost > largest) largest = cost;
    if (cost !== 0 && divisor !== 1) divisor = greatestCommonDivisor(divisor, cost);
  }
  return { largest, divisor };
}

const zeros: Float64Array[] = [];

/** So many costs of nothing: one array for all, not to be changed. */
export function noCosts(length: number): Float64Array {
  zeros[length] ??= new Float64Array(length);
  return zeros[length];
}

export function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
