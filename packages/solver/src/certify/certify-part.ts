/**
 * What is true of some doctors' share of a plan, from prices: whole numbers throughout, no engine
 * (docs/formulation.md 7). Sums over doctors and rows are BigInt; one rotation's cost is a double
 * that is proven to stay below 2⁵³.
 */
import { type Doctor, PROOF_SCALE, type Problem, type TierProof } from "@placera/domain";
import type { Channels } from "../formulation/channels.ts";
import { eachRow, type Lanes } from "./lanes.ts";
import { greatestCommonDivisor, PricedRotations } from "./priced-rotations.ts";
import type { Costs } from "./rotation-graph.ts";
import { readPrices, type SeatPrices } from "./seat-prices.ts";
import { costIn, type Reached, type SoftRows } from "./soft-rows.ts";

/** One doctor and her share of the plan, by channel: the tiers, then her burden where it counts. */
export interface Share {
  readonly doctor: Doctor;
  readonly values: Costs;
  /** What leaving her out costs. */
  readonly leftOut: Costs;
}

/** By tier; all of them whole. */
export interface PartBounds {
  /** What the plan's share comes to. */
  readonly values: readonly number[];
  /** No rotations of these doctors cost less, whatever they cost in the tiers before. */
  readonly free: readonly number[];
  /** No rotations that cost at most `values` in each tier before cost less. */
  readonly held: readonly number[];
  /** Can any of these doctors be the worst off? */
  readonly bears: boolean;
  /** Where being too many or too few costs, and these can be. */
  readonly reached: Reached;
}

/** Sums up to this are exact in doubles. */
const EXACT = Number.MAX_SAFE_INTEGER;
const SCALE = BigInt(PROOF_SCALE);

export interface CertifiedPart {
  readonly problem: Problem;
  readonly lanes: Lanes;
  readonly soft: SoftRows;
  readonly channels: Channels;
  readonly shares: readonly Share[];
  readonly proofs: readonly TierProof[];
}

/** The bounds that the prices give, or the name of something that the problem or part does not have. */
export function certifyPart(part: CertifiedPart): PartBounds | { readonly unknown: string } {
  const { problem, lanes, soft, channels, shares, proofs } = part;
  const { tiers } = channels;
  const doctors = shares.map(
    ({ doctor, leftOut }) => new PricedRotations(problem, doctor, leftOut),
  );
  const reached = reachedBy(part, doctors);
  const worst = worstOff(channels, doctors);
  const burden = Math.max(0, ...shares.map(({ values }) => values[tiers.length] ?? 0));
  const values = tiers.map(
    (_, k) =>
      sum(shares, ({ values: own }) => own[k] ?? 0) +
      (worst?.tier === k ? worst.weight * burden : 0) +
      costIn(soft, reached.keys(), k),
  );
  const unpriced = readPrices(problem, lanes, { seats: [], bases: [] }, []);
  if ("unknown" in unpriced) return unpriced;
  const free = tiers.map((_, k) => {
    const weights = tiers.map((__, j) => (j === k ? 1 : 0));
    return sum(doctors, (doctor) => doctor.price(unpriced, weights));
  });
  const held = [...free];
  for (const [k, proof] of proofs.entries()) {
    const byTier = tiers.map((tier, j) =>
      j === k ? PROOF_SCALE : (proof.held.find((each) => each.tier === tier)?.weight ?? 0),
    );
    const prices = readPrices(problem, lanes, proof, byTier);
    if ("unknown" in prices) return prices;
    const priced = new Map<string, number>(
      proof.burdens?.map(({ doctor, price }) => [doctor, price]),
    );
    const weights = shares.map(({ doctor }) => [...byTier, priced.get(doctor.id) ?? 0]);
    if (!isExact(doctors, prices, weights)) continue;
    let scaled = lagrangian(doctors, prices, weights);
    for (const [j, value] of values.slice(0, k).entries()) {
      scaled -= BigInt(byTier[j] ?? 0) * BigInt(value);
    }
    scaled += leastMissing(soft, prices, reached, byTier);
    if (worst !== undefined) scaled += leastOfWorst(worst, byTier, weights);
    let divisor = divisorOf(doctors, k, worst);
    for (const weight of weightsIn(soft, reached, k)) {
      divisor = greatestCommonDivisor(divisor, weight);
    }
    const grid = Math.max(1, divisor);
    held[k] = Math.max(free[k] ?? 0, roundUp(scaled, grid));
    const gap = BigInt(values[k] ?? 0) * SCALE - scaled;
    if (k + 1 === proofs.length || gap > BigInt(EXACT)) continue;
    for (const doctor of doctors) doctor.ruleOut(prices, Number(gap));
  }
  return { values, free, held, bears: worst !== undefined, reached };
}

/** Where being too many or too few costs, and one of these can be. */
function reachedBy(
  { problem, lanes, soft }: CertifiedPart,
  doctors: readonly PricedRotations[],
): Reached {
  const reached = new Map<number, number>();
  if (soft.rows.size === 0) return reached;
  for (const doctor of doctors) {
    const { track } = doctor;
    const own = new Map<number, number>();
    doctor.eachStay((unit, from, to) => {
      eachRow(lanes, problem, { track, unit, from, to }, (row, counts) => {
        if (soft.rows.has(row)) own.set(row, Math.max(counts, own.get(row) ?? 0));
      });
    });
    const { stays } = doctor;
    for (const [row, counts] of own) {
      const held = lanes.all[Math.floor(row / problem.calendar.periods)]?.until !== undefined;
      reached.set(row, (reached.get(row) ?? 0) + counts * (held ? stays : 1));
    }
  }
  return reached;
}

/** What one doctor too many or too few costs in a tier, in the rows reached where there can be one. */
function weightsIn({ rows }: SoftRows, reached: Reached, tier: number): ReadonlySet<number> {
  const weights = new Set<number>();
  for (const [at, counts] of reached) {
    const row = rows.get(at);
    if (row === undefined || row.charge.tier !== tier) continue;
    if (row.least > 0 || counts > row.most) weights.add(row.charge.weight);
  }
  return weights;
}

/**
 * What the doctors missing add to the bound: of as many as are wanted in a row, each costs at least
 * what one there would have earned, or what one missing costs, whichever is less.
 */
function leastMissing(
  { rows }: SoftRows,
  { staff }: SeatPrices,
  reached: Reached,
  byTier: Costs,
): bigint {
  let least = 0n;
  for (const [at, price] of staff) {
    const row = rows.get(at);
    if (row === undefined || !reached.has(at)) continue;
    const most = BigInt(byTier[row.charge.tier] ?? 0) * BigInt(row.charge.weight);
    least += BigInt(row.least) * (price < most ? price : most);
  }
  return least;
}

/** How the worst-off doctor counts: in which tier, how much, and what she bears at the most. */
interface WorstOff {
  readonly tier: number;
  readonly weight: number;
  readonly most: number;
}

function worstOff(
  { tiers, worstOff: counted }: Channels,
  doctors: readonly PricedRotations[],
): WorstOff | undefined {
  if (counted === undefined) return undefined;
  let most = 0;
  for (const doctor of doctors) most = Math.max(most, doctor.dearest(tiers.length));
  return most === 0 ? undefined : { tier: counted.tier, weight: counted.weight, most };
}

/**
 * What she adds to the bound: with θ for what she bears, the least of (weight − Σ prices)·θ over what
 * θ can be.
 */
function leastOfWorst(
  { tier, weight, most }: WorstOff,
  byTier: Costs,
  weights: readonly Costs[],
): bigint {
  let left = BigInt(byTier[tier] ?? 0) * BigInt(weight);
  for (const own of weights) left -= BigInt(own.at(-1) ?? 0);
  return left >= 0n ? 0n : left * BigInt(most);
}

/** Σ doctors min(left out, cheapest rotation) − Σ price · seats, scaled. */
function lagrangian(
  doctors: readonly PricedRotations[],
  prices: SeatPrices,
  weights: readonly Costs[],
): bigint {
  let total = -prices.capacity;
  for (const [at, doctor] of doctors.entries()) {
    total += BigInt(doctor.price(prices, weights[at] ?? []));
  }
  return total;
}

/** Can no rotation cost so much that a double would round it? */
function isExact(
  doctors: readonly PricedRotations[],
  { total }: SeatPrices,
  weights: readonly Costs[],
): boolean {
  return doctors.every((doctor, at) => {
    const costs = sum(weights[at] ?? [], (weight, k) =>
      weight === 0 ? 0 : weight * doctor.dearest(k),
    );
    return Number(total) + costs < EXACT / 2;
  });
}

/** Every plan's cost in the tier is a multiple of this; 0 where every plan costs nothing. */
function divisorOf(
  doctors: readonly PricedRotations[],
  tier: number,
  worst: WorstOff | undefined,
): number {
  let divisor = worst?.tier === tier ? worst.weight : 0;
  for (const doctor of doctors) divisor = greatestCommonDivisor(divisor, doctor.divisor(tier));
  return divisor;
}

/** The least multiple of the grid that is not below a scaled number. */
function roundUp(scaled: bigint, grid: number): number {
  const step = SCALE * BigInt(grid);
  const down = scaled / step;
  const up = down * step < scaled ? down + 1n : down;
  return Number(up * BigInt(grid));
}

const sum = <T>(items: readonly T[], of: (item: T, at: number) => number): number =>
  items.reduce((total, item, at) => total + of(item, at), 0);
