/**
 * Moves of one doctor's stays: each changes her sequence at random into another of as many stays of the
 * same kinds. What the rules say of it is not asked here, nor whether its stays overlap. A move answers
 * false where what it drew does not go; the sequence is of no use then.
 */
import type { Random } from "./random.ts";
import type { StayCosts } from "./stay-costs.ts";
import type { StayOptions } from "./stay-options.ts";
import { overlapping, place, SEVERAL, sortByTime, within } from "./stay-order.ts";

/** Stays in a row that come to one place, at the most, and that change hands at once. */
const RUN = 6;
const WINDOW = 4;

/** Moves by how often they are tried, of 32. */
const TRIED = { renew: 10, replace: 6, insert: 2, shift: 2, gather: 9, swap: 3 } as const;
type Move = keyof typeof TRIED;
const DRAWN = (Object.keys(TRIED) as Move[]).flatMap((move) =>
  new Array<Move>(TRIED[move]).fill(move),
);

export interface StayMovesParams {
  readonly costs: StayCosts;
  readonly options: StayOptions;
  /** By requirement: what all do, or the group it is chosen from. */
  readonly kind: Int32Array;
  readonly random: Random;
}

export class StayMoves {
  private readonly costs: StayCosts;
  private readonly options: StayOptions;
  private readonly kind: Int32Array;
  private readonly random: Random;

  constructor({ costs, options, kind, random }: StayMovesParams) {
    this.costs = costs;
    this.options = options;
    this.kind = kind;
    this.random = random;
  }

  /** Some move of hers alone. */
  propose(stays: Int32Array): boolean {
    return this[DRAWN[this.random.below(DRAWN.length)] as Move](stays);
  }

  /**
   * The option given, in the place of her stay for the same requirement or of one of its kind. The one
   * stay it drives out takes the time that is free then, or those about it make room.
   */
  take(stays: Int32Array, option: number): boolean {
    const { random, costs } = this;
    const requirement = costs.requirement[option] as number;
    let i = this.indexOf(stays, requirement);
    if (i < 0) i = this.anyOf(stays, this.kind[requirement] as number);
    if (i < 0) return false;
    const old = stays[i] as number;
    if (old === option) return false;
    const j = overlapping(stays, option, i, costs);
    const isAside = j >= 0 && costs.from[stays[j] as number] !== costs.from[option];
    if (j === SEVERAL || (isAside && random.below(2) === 0)) {
      return this.makeRoom(stays, place(stays, i, option, costs));
    }
    if (j >= 0) {
      const driven = stays[j] as number;
      const like = random.below(2) === 0 ? old : driven;
      const other = this.options.like(this.requirementOf(driven), costs.from[old] as number, like);
      if (other < 0) return false;
      stays[j] = other;
    }
    stays[i] = option;
    sortByTime(stays, costs);
    return true;
  }

  /** Those before stay i that overlap what comes after them begin earlier, those after it later. */
  private makeRoom(stays: Int32Array, i: number): boolean {
    const { from, to } = this.costs;
    for (let k = i - 1; k >= 0; k--) {
      const over = (to[stays[k] as number] as number) - (from[stays[k + 1] as number] as number);
      if (over <= 0) break;
      if (!this.shiftBy(stays, k, -over)) return false;
    }
    for (let k = i + 1; k < stays.length; k++) {
      const over = (to[stays[k - 1] as number] as number) - (from[stays[k] as number] as number);
      if (over <= 0) break;
      if (!this.shiftBy(stays, k, over)) return false;
    }
    return true;
  }

  /**
   * What she does in some time and what another does in it change hands, as many stays of each. Where
   * she has a stay elsewhere already, what she gives for it takes its time.
   */
  trade(stays: Int32Array, other: StayMoves, others: Int32Array): boolean {
    const { random, costs } = this;
    const { from, to } = costs;
    const i = random.below(stays.length);
    const more = random.below(2) === 0 ? 0 : random.below(WINDOW);
    const count = Math.min(stays.length - i, 1 + more);
    const begin = from[stays[i] as number] as number;
    const until = to[stays[i + count - 1] as number] as number;
    const j = within(others, { begin, until, count }, other.costs);
    if (j < 0) return false;
    given.set(stays.subarray(i, i + count));
    for (let k = 0; k < count; k++) {
      const theirs = others[j + k] as number;
      const unit = other.options.unit[theirs] as number;
      if (!this.receive(stays, i + k, unit, other.costs.from[theirs] as number)) return false;
    }
    for (let k = 0; k < count; k++) {
      const mine = given[k] as number;
      const unit = this.options.unit[mine] as number;
      if (!other.receive(others, j + k, unit, from[mine] as number)) return false;
    }
    return (
      this.makeRoom(stays, i) &&
      this.makeRoom(stays, i + count - 1) &&
      other.makeRoom(others, j) &&
      other.makeRoom(others, j + count - 1)
    );
  }

  private receive(stays: Int32Array, i: number, unit: number, from: number): boolean {
    const option = this.options.in(unit, from);
    return option >= 0 && (option === stays[i] || this.renewBy(stays, i, option));
  }

  /** Another option in the place of one stay. */
  private renew(stays: Int32Array): boolean {
    const { random, costs, options } = this;
    const i = random.below(stays.length);
    const old = stays[i] as number;
    const among = options.from[costs.from[old] as number] as Int32Array;
    const option = among[random.below(among.length)] as number;
    return option !== old && this.renewBy(stays, i, option);
  }

  /** An option of what is not yet done, or of what is done elsewhere: what was here then takes its time. */
  private renewBy(stays: Int32Array, i: number, option: number): boolean {
    const { random, costs, kind, options } = this;
    const old = stays[i] as number;
    const was = this.requirementOf(old);
    const requirement = this.requirementOf(option);
    const j = this.indexOf(stays, requirement);
    if (j < 0 && kind[requirement] !== kind[was]) return false;
    if (j >= 0 && j !== i) {
      const there = stays[j] as number;
      const like = random.below(2) === 0 ? there : old;
      const other = options.like(was, costs.from[there] as number, like);
      if (other < 0) return false;
      stays[j] = other;
    }
    stays[i] = option;
    return true;
  }

  /** Any option of any requirement; what it drives out takes the time of what it replaces. */
  private replace(stays: Int32Array): boolean {
    const { random, options, kind } = this;
    const among = options.of[random.below(kind.length)] as Int32Array;
    return among.length > 0 && this.take(stays, among[random.below(among.length)] as number);
  }

  /** Two stays take each other's time and, or not, place. */
  private swap(stays: Int32Array): boolean {
    const { random, costs, options } = this;
    const i = random.below(stays.length);
    const j = random.below(stays.length);
    if (i === j) return false;
    const [one, other] = [stays[i] as number, stays[j] as number];
    const stay = random.below(2) === 0;
    const [here, there] = [costs.from[one] as number, costs.from[other] as number];
    const first = options.like(this.requirementOf(other), here, stay ? one : other);
    const second = options.like(this.requirementOf(one), there, stay ? other : one);
    if (first < 0 || second < 0) return false;
    stays[i] = first;
    stays[j] = second;
    return true;
  }

  /** One stay goes before or after others, which close up. */
  private insert(stays: Int32Array): boolean {
    const { random, costs } = this;
    const { from, to } = costs;
    const i = random.below(stays.length);
    const j = random.below(stays.length);
    if (i === j) return false;
    const moved = stays[i] as number;
    const last = stays[j] as number;
    const length = (to[moved] as number) - (from[moved] as number);
    const step = i < j ? 1 : -1;
    const target = i < j ? (to[last] as number) - length : (from[last] as number);
    for (let k = i; k !== j; k += step) {
      stays[k] = stays[k + step] as number;
      if (!this.shiftBy(stays, k, -step * length)) return false;
    }
    stays[j] = moved;
    return this.shiftBy(stays, j, target - (from[moved] as number));
  }

  /** Some in a row begin earlier or later, as far as there is room. */
  private shift(stays: Int32Array): boolean {
    const { random, options } = this;
    const { from, to } = this.costs;
    const i = random.below(stays.length);
    const j = i + random.below(stays.length - i);
    const earliest = i === 0 ? 0 : (to[stays[i - 1] as number] as number);
    const latest =
      j + 1 === stays.length ? options.periods : (from[stays[j + 1] as number] as number);
    const back = Math.max(0, (from[stays[i] as number] as number) - earliest);
    const on = Math.max(0, latest - (to[stays[j] as number] as number));
    const by = random.below(back + on + 1) - back;
    if (by === 0) return false;
    for (let k = i; k <= j; k++) if (!this.shiftBy(stays, k, by)) return false;
    return true;
  }

  private shiftBy(stays: Int32Array, i: number, by: number): boolean {
    const { costs, options } = this;
    const stay = stays[i] as number;
    const option = options.like(this.requirementOf(stay), (costs.from[stay] as number) + by, stay);
    stays[i] = option;
    return option >= 0;
  }

  /** Some in a row are all at a place of one kind. */
  private gather(stays: Int32Array): boolean {
    const { random, costs, options } = this;
    const key = random.below(costs.keys);
    const i = random.below(stays.length);
    const end = Math.min(stays.length, i + 1 + random.below(RUN));
    let changes = false;
    for (let k = i; k < end; k++) {
      const stay = stays[k] as number;
      const option = options.at(this.requirementOf(stay), costs.from[stay] as number, key);
      if (option < 0) return false;
      if (option !== stay) changes = true;
      stays[k] = option;
    }
    return changes;
  }

  private requirementOf(option: number): number {
    return this.costs.requirement[option] as number;
  }

  private indexOf(stays: Int32Array, requirement: number): number {
    for (let i = 0; i < stays.length; i++) {
      if (this.requirementOf(stays[i] as number) === requirement) return i;
    }
    return -1;
  }

  private anyOf(stays: Int32Array, kind: number): number {
    const first = this.random.below(stays.length);
    for (let at = 0; at < stays.length; at++) {
      const i = (first + at) % stays.length;
      if (this.kind[this.requirementOf(stays[i] as number)] === kind) return i;
    }
    return -1;
  }
}

const given = new Int32Array(WINDOW);
