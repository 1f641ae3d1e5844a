/**
 * The yardstick of `pnpm bench:ci`: a fixed piece of work of the kinds that a solve is made of, in
 * code that is nobody else's. How long it takes tells how fast this machine is today, and times as
 * multiples of it compare between machines. Never change it: every ratio on record would change.
 */

/** What the work comes to, whatever the machine. */
export const REFERENCE_RESULT = 1_414_298_401;

/** Does the work, about a second of it, and answers with what it comes to. */
export function referenceWork(): number {
  const random = generator(20_261_122);
  return (shortestPaths(random) ^ eliminations(random) ^ texts(random)) >>> 0;
}

/** Whole numbers below 2^31 (Park and Miller's minimal standard). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  };
}

const LAYERS = 1_000;
const STATES = 64;
const ARCS = 8;
const PASSES = 60;

/** Pricing: shortest paths through a graph of layers, whose costs change from pass to pass. */
function shortestPaths(random: () => number): number {
  const arcs = LAYERS * STATES * ARCS;
  const heads = Int32Array.from({ length: arcs }, () => random() % STATES);
  const costs = Int32Array.from({ length: arcs }, () => random() % 1_000);
  let result = 0;
  for (let pass = 0; pass < PASSES; pass++) {
    let now = new Int32Array(STATES);
    for (let layer = 0; layer < LAYERS; layer++) {
      const next = new Int32Array(STATES).fill(2_000_000_000);
      for (let arc = 0; arc < STATES * ARCS; arc++) {
        const at = layer * STATES * ARCS + arc;
        const head = heads[at] ?? 0;
        const cost = (now[arc % STATES] ?? 0) + (costs[at] ?? 0);
        if (cost < (next[head] ?? 0)) next[head] = cost;
      }
      now = next;
    }
    const best = Math.min(...now);
    result = (Math.imul(result, 31) + best) >>> 0;
    costs[(best * 7 + pass) % arcs] = 0;
  }
  return result;
}

const SIZE = 240;
const MATRICES = 24;

/** Linear programs: elimination in dense matrices, in floating point as every machine has it. */
function eliminations(random: () => number): number {
  let result = 0;
  for (let each = 0; each < MATRICES; each++) {
    const matrix = Float64Array.from({ length: SIZE * SIZE }, () => (random() % 2_000) / 1_000 - 1);
    // A heavy diagonal needs no change of rows.
    for (let k = 0; k < SIZE; k++) matrix[k * SIZE + k] = SIZE;
    for (let k = 0; k < SIZE; k++) eliminate(matrix, k);
    const last = matrix[SIZE * SIZE - 1] ?? 0;
    result = (Math.imul(result, 31) + Math.floor(last * 1_000)) >>> 0;
  }
  return result;
}

function eliminate(matrix: Float64Array, k: number): void {
  const pivot = matrix[k * SIZE + k] ?? 1;
  for (let row = k + 1; row < SIZE; row++) {
    const factor = (matrix[row * SIZE + k] ?? 0) / pivot;
    for (let column = k; column < SIZE; column++) {
      const at = row * SIZE + column;
      matrix[at] = (matrix[at] ?? 0) - factor * (matrix[k * SIZE + column] ?? 0);
    }
  }
}

const TEXTS = 150_000;

/** Bookkeeping: texts as keys, maps, sorting, and what all that leaves for the collector. */
function texts(random: () => number): number {
  const counts = new Map<string, number>();
  for (let at = 0; at < TEXTS; at++) {
    const key = `unit-${random() % 20_000}:${at % 7}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return sorted
    .slice(0, 1_000)
    .reduce((sum, [key, count]) => (Math.imul(sum, 31) + key.length * count) >>> 0, 0);
}
