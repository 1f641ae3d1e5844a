/** A graph's costs as one number each under weights by tier, kept until the weights change. */
import { costSizes, noCosts } from "./cost-sizes.ts";
import type { LineGraph, TierCosts } from "./line-graph.ts";
import type { TierWeights } from "./tier-costs.ts";

type Kind = keyof TierCosts;

/** Costs and what each is to be multiplied by. */
export interface Scaled {
  readonly of: Float64Array;
  readonly by: number;
}

export type ScaledCosts = Readonly<Record<Kind, Scaled>>;

/** What is known of a graph's costs of one kind: the tiers in which there are any. */
interface OfKind {
  readonly length: number;
  readonly costs: readonly { readonly tier: number; readonly of: Float64Array }[];
}

interface Known {
  readonly kinds: Readonly<Record<Kind, OfKind>>;
  weights: TierWeights;
  scaled: ScaledCosts;
  /** The same multiplied out, where it was asked for. */
  weighted: TierCosts | undefined;
}

const known = new WeakMap<LineGraph, Known>();

/** Not to be changed. Where only one tier has costs of a kind, as most do, they are its own array. */
export function scaledCosts(graph: LineGraph, weights: TierWeights): ScaledCosts {
  return knownOf(graph, weights).scaled;
}

/** Not to be changed: where one tier alone weighs, and weighs 1, its own arrays. */
export function weightedCosts(graph: LineGraph, weights: TierWeights): TierCosts {
  const own = knownOf(graph, weights);
  own.weighted ??= {
    source: multiplied(own.scaled.source),
    sink: multiplied(own.scaled.sink),
    arc: multiplied(own.scaled.arc),
    option: multiplied(own.scaled.option),
  };
  return own.weighted;
}

const multiplied = (scaled: Scaled): Float64Array =>
  scaled.by === 1 ? scaled.of : added(new Float64Array(scaled.of.length), scaled);

/** As `map` does, which takes several times as long over so few. */
function added(sums: Float64Array, { of, by }: Scaled): Float64Array {
  for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as number) + by * (of[i] as number);
  return sums;
}

function knownOf(graph: LineGraph, weights: TierWeights): Known {
  const last = known.get(graph);
  if (last !== undefined && isSame(last.weights, weights)) return last;
  const kinds = last?.kinds ?? {
    source: ofKind(graph, "source"),
    sink: ofKind(graph, "sink"),
    arc: ofKind(graph, "arc"),
    option: ofKind(graph, "option"),
  };
  const scaled = {
    source: scale(kinds.source, weights),
    sink: scale(kinds.sink, weights),
    arc: scale(kinds.arc, weights),
    option: scale(kinds.option, weights),
  };
  const fresh = { kinds, weights: [...weights], scaled, weighted: undefined };
  known.set(graph, fresh);
  return fresh;
}

const ofKind = ({ costs }: LineGraph, kind: Kind): OfKind => ({
  length: costs[0]?.[kind].length ?? 0,
  costs: costs.flatMap(({ [kind]: of }, tier) =>
    costSizes(of).largest === 0 ? [] : [{ tier, of }],
  ),
});

function scale({ length, costs }: OfKind, weights: TierWeights): Scaled {
  let first: Scaled | undefined;
  let sums: Float64Array | undefined;
  for (const { tier, of } of costs) {
    const by = weights[tier] ?? 0;
    if (by === 0) continue;
    if (first === undefined) first = { of, by };
    else {
      sums ??= added(new Float64Array(length), first);
      added(sums, { of, by });
    }
  }
  return sums === undefined ? (first ?? { of: noCosts(length), by: 1 }) : { of: sums, by: 1 };
}

function isSame(a: TierWeights, b: TierWeights): boolean {
  if (a.length !== b.length) return false;
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
}
