/** Costs by channel, each vector kept once and known by a number; −1 is what a rule that must hold forbids. */
import type { Encoding } from "../formulation/encodings.ts";
import type { TierCosts } from "./tier-costs.ts";

type Broken = (encoding: Encoding) => number | undefined;

export class CostTable {
  private readonly vectors: (readonly number[])[];
  private readonly known: Map<string, number>;

  /** Number 0 is no cost at all. */
  constructor(channels: number) {
    const free = new Array<number>(channels).fill(0);
    this.vectors = [free];
    this.known = new Map([[free.join(), 0]]);
  }

  /** What parts cost that break rules so badly. */
  of(encodings: readonly Encoding[], broken: Broken): number {
    return this.plus(0, encodings, broken);
  }

  plus(base: number, encodings: readonly Encoding[], broken: Broken): number {
    let costs: number[] | undefined;
    for (const encoding of encodings) {
      const magnitude = broken(encoding) ?? 0;
      if (magnitude === 0) continue;
      if (encoding.price === "must") return -1;
      costs ??= [...(this.vectors[base] ?? [])];
      for (const { channel, weight } of encoding.price) {
        costs[channel] = (costs[channel] ?? 0) + magnitude * weight;
      }
    }
    if (costs === undefined) return base;
    const key = costs.join();
    const at = this.known.get(key) ?? this.vectors.push(costs) - 1;
    this.known.set(key, at);
    return at;
  }

  /** What a number stands for, by channel. */
  vector(at: number): readonly number[] {
    return this.vectors[at] ?? [];
  }

  /** As graphs have them; arcs refer to the numbers themselves. */
  byChannel(parts: {
    readonly source: readonly number[];
    readonly sink: readonly number[];
    readonly option: readonly number[];
  }): TierCosts[] {
    const { vectors } = this;
    return (vectors[0] ?? []).map((_, k) => {
      const of = (all: readonly number[]) => Float64Array.from(all, (at) => vectors[at]?.[k] ?? 0);
      return {
        source: of(parts.source),
        sink: of(parts.sink),
        option: of(parts.option),
        arc: Float64Array.from(vectors, (costs) => costs[k] ?? 0),
      };
    });
  }
}
