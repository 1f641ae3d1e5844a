/**
 * The worst-off doctor, where she counts in a tier together with what adds up: a column θ that costs
 * the tier's weight, and for each profile a row
 *
 *   Σ burden(ℓ)·λ_ℓ + burden(g)·u_g − n_g·θ ≤ 0      (price σ_g ≥ 0)
 *
 * Pricing weighs the burden of g by σ_g beside the tiers. In the bound θ adds the least of
 * (weight − Σ n_g σ_g)·θ over what θ can be, so that it stays exact (docs/formulation.md 6).
 */
import type { Channels } from "../formulation/channels.ts";
import { longest } from "./longest.ts";
import type { TierWeights } from "./price.ts";
import type { Profile } from "./profile.ts";

export interface WorstOff {
  readonly tier: number;
  readonly weight: number;
  /** Is it all that counts in its tier? Then lines remember what they burden. */
  readonly alone: boolean;
  /** Index of the burden among a line's costs: the number of tiers. */
  readonly channel: number;
  /** What somebody outside the component bears already: θ is at least that. */
  readonly floor: number;
  /** Nobody can bear more. */
  readonly top: number;
}

/** What one doctor of the profile can bear at the most. */
export function mostBurden({ graph, unplacedBurden }: Profile, channel: number): number {
  const costs = graph.costs[channel];
  return costs === undefined ? 0 : Math.max(unplacedBurden, longest(graph, costs));
}

/** How the worst-off doctor counts among these; undefined where nobody can bear anything. */
export function burdenIn(
  profiles: readonly Profile[],
  { tier, weight, burden, alone }: NonNullable<Channels["worstOff"]>,
): WorstOff | undefined {
  const top = Math.max(0, ...profiles.map((profile) => mostBurden(profile, burden)));
  return top === 0 ? undefined : { tier, weight, alone, channel: burden, floor: 0, top };
}

/** What the worst-off doctor bears: the largest burden of a line taken, or of somebody left out. */
export function worstBurden(
  { channel, floor }: WorstOff,
  profiles: readonly Profile[],
  lines: readonly {
    readonly line: { readonly costs: readonly number[] };
    readonly count: number;
  }[],
  unplaced: readonly number[],
): number {
  let worst = floor;
  for (const { line, count } of lines) {
    if (count > 0) worst = Math.max(worst, line.costs[channel] ?? 0);
  }
  unplaced.forEach((count, at) => {
    if (count > 0) worst = Math.max(worst, profiles[at]?.unplacedBurden ?? 0);
  });
  return worst;
}

/** The weights under which a profile is priced: by tier, then the price of its burden. */
export function weightsOf(
  weights: TierWeights,
  burdens: Float64Array | undefined,
  at: number,
): TierWeights {
  const price = burdens?.[at] ?? 0;
  return price === 0 ? weights : [...weights, price];
}

/** What θ adds to a bound, and how large the numbers are that it is summed from. */
export function boundOfWorst(
  { tier, weight, floor, top }: WorstOff,
  profiles: readonly Profile[],
  weights: TierWeights,
  burdens: Float64Array | undefined,
): { readonly bound: number; readonly size: number } {
  const price = (weights[tier] ?? 0) * weight;
  let taken = 0;
  burdens?.forEach((each, at) => {
    taken += each * (profiles[at]?.doctors.length ?? 0);
  });
  const left = price - taken;
  return { bound: left * (left >= 0 ? floor : top), size: (price + taken) * Math.max(1, top) };
}
