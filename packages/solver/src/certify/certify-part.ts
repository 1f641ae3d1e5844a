/**
 * What is true of some doctors' share of a plan, from prices: whole numbers throughout, no engine
 * (docs/formulation.md 7). Sums over doctors and rows are BigInt; one rotation's cost is a double
 * that is proven to stay below 2⁵³.
 */
import { type Doctor, PROOF_SCALE, type Problem, type TierProof } from "@placera/domain";
import { greatestCommonDivisor, PricedRotations } from "./priced-rotations.ts";
import type { Costs } from "./rotations.ts";
import { type Capacities, readPrices, type SeatPrices } from "./seat-prices.ts";

/** One doctor and her share of the plan's value and of leaving her out, by tier. */
export interface Share {
  readonly doctor: Doctor;
  readonly values: Costs;
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
}

/** Sums up to this are exact in doubles. */
const EXACT = Number.MAX_SAFE_INTEGER;
const SCALE = BigInt(PROOF_SCALE);

export interface CertifiedPart {
  readonly problem: Problem;
  readonly capacities: Capacities;
  /** Ids of the problem's tiers, first first. */
  readonly tiers: readonly string[];
  readonly shares: readonly Share[];
  readonly proofs: readonly TierProof[];
}

/** The bounds that the prices give, or the name of a row that the problem does not have. */
export function certifyPart(part: CertifiedPart): PartBounds | { readonly unknown: string } {
  const { problem, capacities, tiers, shares, proofs } = part;
  const values = tiers.map((_, k) => sum(shares, ({ values: own }) => own[k] ?? 0));
  const doctors = shares.map(
    ({ doctor, leftOut }) => new PricedRotations(problem, doctor, leftOut),
  );
  const unpriced = readPrices(problem, capacities, { seats: [], bases: [] });
  if ("unknown" in unpriced) return unpriced;
  const free = tiers.map((_, k) => {
    const weights = tiers.map((__, j) => (j === k ? 1 : 0));
    return sum(doctors, (doctor) => doctor.price(unpriced, weights));
  });
  const held = [...free];
  for (const [k, proof] of proofs.entries()) {
    const prices = readPrices(problem, capacities, proof);
    if ("unknown" in prices) return prices;
    const weights = tiers.map((tier, j) =>
      j === k ? PROOF_SCALE : (proof.held.find((each) => each.tier === tier)?.weight ?? 0),
    );
    if (!isExact(doctors, prices, weights)) continue;
    const scaled = lagrangian(doctors, prices, weights, { values, tier: k });
    held[k] = Math.max(free[k] ?? 0, roundUp(scaled, divisorOf(doctors, k)));
    const gap = BigInt(values[k] ?? 0) * SCALE - scaled;
    if (k + 1 === proofs.length || gap > BigInt(EXACT)) continue;
    for (const doctor of doctors) doctor.ruleOut(prices, Number(gap));
  }
  return { values, free, held };
}

/**
 * Σ doctors min(left out, cheapest rotation) − Σ price · seats − Σ weight · held value, scaled: at
 * most what any plan costs in the tier.
 */
function lagrangian(
  doctors: readonly PricedRotations[],
  prices: SeatPrices,
  weights: Costs,
  held: { readonly values: readonly number[]; readonly tier: number },
): bigint {
  let total = -prices.capacity;
  for (const doctor of doctors) total += BigInt(doctor.price(prices, weights));
  for (const [j, value] of held.values.slice(0, held.tier).entries()) {
    total -= BigInt(weights[j] ?? 0) * BigInt(value);
  }
  return total;
}

/** Can no rotation cost so much that a double would round it? */
function isExact(
  doctors: readonly PricedRotations[],
  { total }: SeatPrices,
  weights: Costs,
): boolean {
  return doctors.every((doctor) => {
    const costs = sum(weights, (weight, k) => (weight === 0 ? 0 : weight * doctor.dearest(k)));
    return Number(total) + costs < EXACT / 2;
  });
}

/** Every plan's cost in the tier is a multiple of this. */
function divisorOf(doctors: readonly PricedRotations[], tier: number): number {
  let divisor = 0;
  for (const doctor of doctors) divisor = greatestCommonDivisor(divisor, doctor.divisor(tier));
  return Math.max(1, divisor);
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
