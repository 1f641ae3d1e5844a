/**
 * One doctor's rotations under prices: the cheapest, and which arcs and places no rotation within a
 * gap of it uses. All numbers are whole; the caller sees to it that sums stay below 2⁵³.
 */
import { lookup, type Problem, type Track } from "@placera/domain";
import type { Costs, Place, Rotations } from "./rotation-graph.ts";
import { rotationsOf } from "./rotations.ts";
import { basePrice, type SeatPrices } from "./seat-prices.ts";

/** Places that several slots have, with their costs as arrays by tier. */
interface Places {
  readonly units: Int32Array;
  readonly costs: readonly Float64Array[];
  /** Under the weights priced last. */
  readonly cost: Float64Array;
}

export class PricedRotations {
  /** What leaving the doctor out costs, by tier. */
  readonly leftOut: Costs;
  private readonly problem: Problem;
  private readonly rotations: Rotations;
  private readonly tail: Int32Array;
  private readonly head: Int32Array;
  private readonly slotOf: Int32Array;
  private readonly arcCosts: readonly Float64Array[];
  private readonly places: readonly Places[];
  private readonly placesOf: Int32Array;
  /** By slot: where its options begin in `deadPlace`. */
  private readonly first: Int32Array;
  private readonly deadArc: Uint8Array;
  private readonly deadPlace: Uint8Array;
  /** The requirement whose unit's site is the doctor's base. */
  private readonly atBase: number;
  private readonly reach: Float64Array;
  private readonly slotCost: Float64Array;
  private readonly arcCost: Float64Array;
  private readonly endCost: Float64Array;
  private least = 0;

  constructor(problem: Problem, doctor: Problem["doctors"][number], leftOut: Costs) {
    this.problem = problem;
    this.leftOut = leftOut;
    const rotations = rotationsOf(problem, doctor, leftOut.length);
    this.rotations = rotations;
    const { arcs, slots, nodes } = rotations;
    this.tail = Int32Array.from(arcs, ({ tail }) => tail);
    this.head = Int32Array.from(arcs, ({ head }) => head);
    this.slotOf = Int32Array.from(arcs, ({ slot }) => slot);
    this.arcCosts = byTier(leftOut.length, arcs);
    const lists = new Map<readonly Place[], number>();
    for (const { places } of slots) if (!lists.has(places)) lists.set(places, lists.size);
    this.places = [...lists.keys()].map((list) => ({
      units: Int32Array.from(list, ({ unit }) => unit.index),
      costs: byTier(leftOut.length, list),
      cost: new Float64Array(list.length),
    }));
    this.placesOf = Int32Array.from(slots, ({ places }) => lists.get(places) ?? -1);
    this.first = new Int32Array(slots.length + 1);
    slots.forEach(({ places }, at) => {
      this.first[at + 1] = (this.first[at] as number) + places.length;
    });
    this.deadArc = new Uint8Array(arcs.length);
    this.deadPlace = new Uint8Array(this.first[slots.length] as number);
    const { requirements } = lookup(problem).owed(doctor);
    this.atBase = requirements.findIndex(({ atBase }) => atBase);
    this.reach = new Float64Array(nodes);
    this.slotCost = new Float64Array(slots.length);
    this.arcCost = new Float64Array(arcs.length);
    this.endCost = new Float64Array(nodes);
  }

  /** At least as many stays as a rotation has. */
  get stays(): number {
    return lookup(this.problem).owed(this.rotations.doctor).requirements.length;
  }

  get track(): Track {
    return this.rotations.track;
  }

  /** Visits where and when the doctor can be: index of the unit, periods [from, to). */
  eachStay(visit: (unit: number, from: number, to: number) => void): void {
    for (const { places, from, to } of this.rotations.slots) {
      for (const { unit } of places) visit(unit.index, from, to);
    }
  }

  /** Every cost of the doctor in a tier is a multiple of this. */
  divisor(tier: number): number {
    const { begins, ends } = this.rotations;
    let divisor = this.leftOut[tier] ?? 0;
    const note = (cost: number): void => {
      if (cost !== 0 && divisor !== 1) divisor = greatestCommonDivisor(divisor, cost);
    };
    for (const { costs } of [...begins, ...ends]) note(costs[tier] ?? 0);
    this.arcCosts[tier]?.forEach(note);
    for (const { costs } of this.places) costs[tier]?.forEach(note);
    return divisor;
  }

  /** At least what the dearest rotation, or leaving the doctor out, costs in a tier. */
  dearest(tier: number): number {
    const { begins, ends } = this.rotations;
    const most = (all: Iterable<{ readonly costs: Costs }>): number => {
      let largest = 0;
      for (const { costs } of all) largest = Math.max(largest, costs[tier] ?? 0);
      return largest;
    };
    const place = Math.max(0, ...this.places.map(({ costs }) => largest(costs[tier])));
    const stay = largest(this.arcCosts[tier]) + place;
    return Math.max(this.leftOut[tier] ?? 0, most(begins) + most(ends) + this.stays * stay);
  }

  /** What the cheapest rotation, or leaving the doctor out, costs under the prices and weights. */
  price(prices: SeatPrices, weights: Costs): number {
    this.priceSlots(prices, weights);
    const { begins, ends } = this.rotations;
    const { reach, endCost, arcCost, slotCost } = this;
    weigh(arcCost, this.arcCosts, weights);
    reach.fill(Number.POSITIVE_INFINITY);
    endCost.fill(Number.POSITIVE_INFINITY);
    for (const { node, costs } of begins) {
      reach[node] = Math.min(reach[node] as number, weighed(costs, weights));
    }
    for (let a = 0; a < arcCost.length; a++) {
      const cost = (arcCost[a] as number) + (slotCost[this.slotOf[a] as number] as number);
      arcCost[a] = this.deadArc[a] === 1 ? Number.POSITIVE_INFINITY : cost;
      const there = (reach[this.tail[a] as number] as number) + (arcCost[a] as number);
      const head = this.head[a] as number;
      if (there < (reach[head] as number)) reach[head] = there;
    }
    this.least = weighed(this.leftOut, weights);
    for (const { node, costs } of ends) {
      const cost = weighed(costs, weights);
      endCost[node] = cost;
      this.least = Math.min(this.least, (reach[node] as number) + cost);
    }
    return this.least;
  }

  private priceSlots(prices: SeatPrices, weights: Costs): void {
    for (const { cost, costs } of this.places) weigh(cost, costs, weights);
    for (let s = 0; s < this.slotCost.length; s++) {
      let best = Number.POSITIVE_INFINITY;
      this.eachPlace(s, prices, (_, cost) => {
        if (cost < best) best = cost;
      });
      this.slotCost[s] = best;
    }
  }

  /** Visits the places of a slot that are left, each with what a stay there costs. */
  private eachPlace(
    s: number,
    prices: SeatPrices,
    visit: (option: number, cost: number) => void,
  ): void {
    const { doctor, slots, track } = this.rotations;
    const slot = slots[s];
    const list = this.places[this.placesOf[s] as number];
    if (slot === undefined || list === undefined) return;
    const before = prices.before[track];
    const upTo = prices.upTo[track];
    const width = this.problem.calendar.periods + 1;
    const based = slot.requirement.index === this.atBase && doctor.intake !== undefined;
    const begin = this.first[s] as number;
    for (let i = 0; i < list.units.length; i++) {
      if (this.deadPlace[begin + i] === 1) continue;
      const row = (list.units[i] as number) * width;
      let cost = (upTo[row + slot.to] as number) - (before[row + slot.from] as number);
      if (slot.to - slot.from < prices.short.below) {
        cost += prices.short.amend(track, list.units[i] as number, slot.from, slot.to);
      }
      cost += list.cost[i] as number;
      if (based) cost += basePrice(prices, doctor.intake ?? "", slot.places[i]?.unit.site ?? "");
      visit(begin + i, cost);
    }
  }

  /** Rules out what no rotation within `gap` of the cheapest uses, at the prices priced last. */
  ruleOut(prices: SeatPrices, gap: number): void {
    const { reach, slotCost, arcCost } = this;
    const onward = Float64Array.from(this.endCost);
    for (let a = arcCost.length - 1; a >= 0; a--) {
      const tail = this.tail[a] as number;
      const cost = (onward[this.head[a] as number] as number) + (arcCost[a] as number);
      if (cost < (onward[tail] as number)) onward[tail] = cost;
    }
    // By slot: the cheapest rotation that has a stay of it.
    const through = new Float64Array(slotCost.length).fill(Number.POSITIVE_INFINITY);
    const most = this.least + gap;
    for (let a = 0; a < arcCost.length; a++) {
      const cost =
        (reach[this.tail[a] as number] as number) +
        (arcCost[a] as number) +
        (onward[this.head[a] as number] as number);
      const slot = this.slotOf[a] as number;
      if (!(cost <= most)) this.deadArc[a] = 1;
      else if (cost < (through[slot] as number)) through[slot] = cost;
    }
    for (let s = 0; s < slotCost.length; s++) {
      const rest = (through[s] as number) - (slotCost[s] as number);
      this.eachPlace(s, prices, (option, cost) => {
        if (!(rest + cost <= most)) this.deadPlace[option] = 1;
      });
    }
  }
}

function byTier(tiers: number, items: readonly { readonly costs: Costs }[]): Float64Array[] {
  return Array.from({ length: tiers }, (_, k) =>
    items.some(({ costs }) => costs[k] !== 0)
      ? Float64Array.from(items, ({ costs }) => costs[k] ?? 0)
      : new Float64Array(0),
  );
}

/** Costs by tier → costs under weights; tiers without a cost have empty arrays. */
function weigh(into: Float64Array, byTiers: readonly Float64Array[], weights: Costs): void {
  into.fill(0);
  byTiers.forEach((costs, k) => {
    const weight = weights[k] ?? 0;
    if (weight === 0) return;
    for (let at = 0; at < costs.length; at++) {
      into[at] = (into[at] as number) + weight * (costs[at] as number);
    }
  });
}

const weighed = (costs: Costs, weights: Costs): number =>
  costs.reduce((sum, cost, k) => sum + cost * (weights[k] ?? 0), 0);

function largest(costs: Float64Array | undefined): number {
  let most = 0;
  for (const cost of costs ?? []) if (cost > most) most = cost;
  return most;
}

export function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
