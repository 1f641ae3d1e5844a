/** A doctor's options by what moves of her stays look for. */
import type { LineGraph } from "./line-graph.ts";
import type { Random } from "./random.ts";
import type { StayCosts } from "./stay-costs.ts";

export class StayOptions {
  /** Where no option begins any more. */
  readonly periods: number;
  /** By requirement: all of its options. */
  readonly of: readonly Int32Array[];
  /** By period: the options that begin there. */
  readonly from: readonly Int32Array[];
  /** By option: its unit. */
  readonly unit: Int32Array;
  private readonly costs: StayCosts;
  private readonly random: Random;
  /** By requirement, period and key: an option that begins so, or −1. */
  private readonly byKey: Int32Array;
  /** By unit and period: an option that begins so, or −1. */
  private readonly byUnit: Int32Array;

  constructor(
    graph: LineGraph,
    costs: StayCosts,
    { requirements, random }: { readonly requirements: number; readonly random: Random },
  ) {
    const { requirement, from, key, keys } = costs;
    const { optionUnit } = graph;
    this.costs = costs;
    this.random = random;
    this.unit = optionUnit;
    this.periods = from.reduce((most, each) => Math.max(most, each + 1), 0);
    const units = optionUnit.reduce((most, each) => Math.max(most, each + 1), 0);
    const of: number[][] = Array.from({ length: requirements }, () => []);
    const begins: number[][] = Array.from({ length: this.periods }, () => []);
    this.byKey = new Int32Array(requirements * this.periods * keys).fill(-1);
    this.byUnit = new Int32Array(units * this.periods).fill(-1);
    optionUnit.forEach((unit, option) => {
      const own = requirement[option] as number;
      const begin = from[option] as number;
      of[own]?.push(option);
      begins[begin]?.push(option);
      this.byKey[(own * this.periods + begin) * keys + (key[option] as number)] = option;
      this.byUnit[unit * this.periods + begin] = option;
    });
    this.of = of.map((options) => Int32Array.from(options));
    this.from = begins.map((options) => Int32Array.from(options));
  }

  /** An option of the requirement that begins then at a place with the key; −1 where there is none. */
  at(requirement: number, from: number, key: number): number {
    if (from < 0 || from >= this.periods) return -1;
    return this.byKey[(requirement * this.periods + from) * this.costs.keys + key] as number;
  }

  /** One at a place like another option's, else anywhere. */
  like(requirement: number, from: number, option: number): number {
    const own = this.at(requirement, from, this.costs.key[option] as number);
    return own >= 0 ? own : this.at(requirement, from, this.random.below(this.costs.keys));
  }

  /** One at a unit; −1 where there is none. */
  in(unit: number, from: number): number {
    if (from >= this.periods) return -1;
    return this.byUnit[unit * this.periods + from] ?? -1;
  }
}
