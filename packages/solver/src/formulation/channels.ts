/**
 * Where costs are counted: one channel a tier, and one more for a doctor's burden where the objective
 * looks at the worst-off doctor.
 */
import {
  CHANGES,
  type Doctor,
  type Measure,
  type Problem,
  type Rank,
  rankMeasure,
  type TierId,
  tiersOf,
} from "@placera/domain";
import { changesLeftOut } from "./changes.ts";

/** What one step of a measure adds to a channel. */
export interface Charge {
  readonly channel: number;
  readonly weight: number;
}

export interface Channels {
  readonly tiers: readonly TierId[];
  /** Channels in all: tiers first. */
  readonly count: number;
  /** Where worst-off doctors count: the tier, how much, whether nothing else counts there, and the channel of burdens. */
  readonly worstOff:
    | {
        readonly tier: number;
        readonly weight: number;
        readonly burden: number;
        readonly alone: boolean;
      }
    | undefined;
  /** The channel of burdens, where the objective looks at them. */
  readonly burden: number | undefined;
  /** Do lines have to remember what they burden? Where the worst-off doctor or evenness asks it of each line. */
  readonly remembersBurden: boolean;
  /** Where a measure of one doctor is charged; nowhere when nothing asks for it. */
  charges(measure: Measure): readonly Charge[];
}

const known = new WeakMap<Problem, Channels>();

export function channelsOf(problem: Problem): Channels {
  let channels = known.get(problem);
  if (channels === undefined) {
    channels = makeChannels(problem);
    known.set(problem, channels);
  }
  return channels;
}

function makeChannels(problem: Problem): Channels {
  const { objective } = problem;
  const tiers = tiersOf(problem);
  const charges = new Map<Measure, Charge[]>();
  const charge = (measure: Measure, each: Charge): void => {
    charges.set(measure, [...(charges.get(measure) ?? []), each]);
  };
  let worstOff: Channels["worstOff"];
  objective.tiers.forEach(({ terms }, tier) => {
    for (const { measure, weight } of terms) {
      if (measure === "worst-off") {
        worstOff = { tier, weight, burden: tiers.length, alone: terms.length === 1 };
      } else charge(measure, { channel: tier, weight });
    }
  });
  const even = charges.has("evenness");
  const burden = worstOff === undefined && !even ? undefined : tiers.length;
  if (burden !== undefined) {
    for (const { measure, weight } of objective.burden)
      charge(measure, { channel: burden, weight });
  }
  return {
    tiers,
    count: tiers.length + (burden === undefined ? 0 : 1),
    worstOff,
    burden,
    remembersBurden: even || worstOff?.alone === true,
    charges: (measure) => charges.get(measure) ?? [],
  };
}

/** Where a broken preference of a rank is charged, so many steps of it. */
export const chargesOfRank = (channels: Channels, rank: Rank, times: number): Charge[] =>
  chargesOf(channels, rankMeasure(rank), times);

/** The tier in which units cost, and how much each step of it does. */
export interface UnitCharge {
  readonly tier: number;
  readonly weight: number;
}

/** What a broken preference of units costs: the burden of doctors is none of it. */
export function unitChargeOf(
  channels: Channels,
  { rank, weight }: { readonly rank: Rank; readonly weight: number },
): UnitCharge {
  const charges = chargesOfRank(channels, rank, weight);
  const charge = charges.find(({ channel }) => channel < channels.tiers.length);
  return { tier: charge?.channel ?? 0, weight: charge?.weight ?? 0 };
}

/** What units cost for each step in a tier. */
export const costIn = (charge: UnitCharge, tier: number): number =>
  charge.tier === tier ? charge.weight : 0;

/** Where a measure is charged, so many times. */
export function chargesOf(channels: Channels, measure: Measure, times: number): Charge[] {
  return channels
    .charges(measure)
    .map(({ channel, weight }) => ({ channel, weight: weight * times }));
}

/** What leaving a doctor out costs, by channel. */
export function leftOut(doctor: Doctor, channels: Channels): number[] {
  const costs = new Array<number>(channels.count).fill(0);
  const add = (measure: Measure, times: number): void => {
    for (const { channel, weight } of channels.charges(measure)) {
      costs[channel] = (costs[channel] ?? 0) + weight * times;
    }
  };
  add("unplaced", 1);
  add(
    "wishes",
    doctor.wishes.reduce((sum, { weight }) => sum + weight, 0),
  );
  const { burden } = channels;
  if (burden !== undefined) {
    const borne = (costs[burden] ?? 0) + doctor.carried;
    costs[burden] = borne;
    add("evenness", borne * borne);
  }
  const changes = changesLeftOut(doctor);
  for (const measure of CHANGES) add(measure, changes[measure]);
  return costs;
}
