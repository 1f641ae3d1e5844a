/** What parts of a doctor's lines cost, by channel: the prices of the encodings that see the part. */
import type { Requirement, SectionId, Unit } from "@placera/domain";
import type { Encoding, Price } from "../formulation/encodings.ts";
import type { Stay } from "../formulation/facts.ts";
import type { LineAutomaton, LineEncoding } from "../rules/rule.ts";

/** Of a part that breaks a rule that must hold. */
export const FORBIDDEN = undefined;
export type Costs = readonly number[];

/** How badly an encoding is broken by a part that it sees, and what that costs. */
interface Seeing<Part extends keyof LineEncoding> {
  readonly price: Price;
  readonly broken: NonNullable<LineEncoding[Part]>;
}

/** The encodings by the part that they see: each sees one or two. */
export class GraphCosts {
  /** Of what breaks nothing. */
  readonly free: Costs;
  readonly steps: Seeing<"step">[] = [];
  readonly remembers: NonNullable<LineEncoding["remembers"]>[] = [];
  /** In the order of the memory's parts. */
  readonly remembering: { readonly price: Price; readonly automaton: LineAutomaton }[] = [];
  /** Must each stay begin as soon as the one before it allows? */
  readonly contiguous: boolean = false;
  private readonly starts: Seeing<"start">[] = [];
  private readonly places: Seeing<"place">[] = [];
  private readonly stays: Seeing<"stay">[] = [];
  private readonly blocks: Seeing<"block">[] = [];
  private readonly wholes: Seeing<"whole">[] = [];

  constructor(encodings: readonly Encoding[], channels: number) {
    this.free = new Array<number>(channels).fill(0);
    for (const { encoding, price } of encodings) {
      const { start, place, stay, step, block, whole, remembers, automaton } = encoding;
      if (start !== undefined) this.starts.push({ price, broken: start });
      if (place !== undefined) this.places.push({ price, broken: place });
      if (stay !== undefined) this.stays.push({ price, broken: stay });
      if (step !== undefined) this.steps.push({ price, broken: step });
      if (block !== undefined) this.blocks.push({ price, broken: block });
      if (whole !== undefined) this.wholes.push({ price, broken: whole });
      if (remembers !== undefined) this.remembers.push(remembers);
      if (automaton !== undefined) this.remembering.push({ price, automaton });
      if (encoding.contiguous && price === "must") this.contiguous = true;
    }
  }

  ofStart(t: number): Costs | undefined {
    let costs: Costs | undefined = this.free;
    for (const { price, broken } of this.starts) {
      costs = withBreak(costs, this.free, price, broken(t));
      if (costs === FORBIDDEN) return FORBIDDEN;
    }
    return costs;
  }

  ofPlace(requirement: Requirement, unit: Unit, section: SectionId): Costs | undefined {
    let costs: Costs | undefined = this.free;
    for (const { price, broken } of this.places) {
      costs = withBreak(costs, this.free, price, broken(requirement, unit, section));
      if (costs === FORBIDDEN) return FORBIDDEN;
    }
    return costs;
  }

  /** With what its place costs. */
  ofStay(stay: Stay, place: Costs): Costs | undefined {
    let costs: Costs | undefined = place;
    for (const { price, broken } of this.stays) {
      costs = withBreak(costs, place, price, broken(stay));
      if (costs === FORBIDDEN) return FORBIDDEN;
    }
    return costs;
  }

  ofBlock(start: number, end: number, done: number): Costs | undefined {
    let costs: Costs | undefined = this.free;
    for (const { price, broken } of this.blocks) {
      costs = withBreak(costs, this.free, price, broken(start, end));
      if (costs === FORBIDDEN) return FORBIDDEN;
    }
    for (const { price, broken } of this.wholes) {
      costs = withBreak(costs, this.free, price, broken(done));
      if (costs === FORBIDDEN) return FORBIDDEN;
    }
    return costs;
  }
}

/** Costs with those of a break; `shared` ones are copied before anything is added to them. */
export function withBreak(
  costs: Costs,
  shared: Costs,
  price: Price,
  magnitude: number,
): Costs | undefined {
  if (magnitude === 0) return costs;
  if (price === "must") return FORBIDDEN;
  const sums = costs === shared ? [...shared] : (costs as number[]);
  for (const { channel, weight } of price) {
    sums[channel] = (sums[channel] ?? 0) + magnitude * weight;
  }
  return sums;
}
