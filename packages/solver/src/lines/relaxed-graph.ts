/**
 * A relaxed graph, for doctors who can do so many stays in so many orders that a graph over all sets
 * of them is too large. A node knows how many stays of each kind are done, not which; so every line is
 * a path, but a path may repeat a stay. Its cheapest path bounds the cheapest line from below, and the
 * lines themselves are found by labels that do know (label-search.ts). What a rule asks of the stays
 * done, or remembers in many states, is left to the labels: it can only add to the cost.
 *
 * Waiting has arcs of its own (slot −1), one a period, so that sizes grow with the horizon and not with its square.
 */
import { boundaryAt, type Unit } from "@placera/domain";
import { type Encoding, encodingsOf } from "../formulation/encodings.ts";
import type { DoctorFacts } from "../formulation/facts.ts";
import { idleEncoding } from "../rules/idle-time.ts";
import type { LineGraph, SubsetShape } from "./line-graph.ts";
import { packRelaxed, type Reached } from "./pack-relaxed.ts";
import { type PlaceMemories, placeMemories } from "./place-memories.ts";
import { CostTable } from "./relaxed-costs.ts";
import { type RelaxedSlots, relaxedSlots } from "./relaxed-slots.ts";
import { type SetMemories, setMemories } from "./set-memories.ts";

/** Builds the relaxed graph of a doctor, her wishes included; `channels` is how many costs have. */
export function buildRelaxedGraph(
  facts: DoctorFacts,
  units: readonly Unit[],
  channels: number,
): LineGraph {
  return new RelaxedBuilder(facts, units, channels).build();
}

class RelaxedBuilder {
  private readonly facts: DoctorFacts;
  private readonly encodings: readonly Encoding[];
  /** Encodings that remember stays, if at all, by their places alone, and those of them in the graph. */
  private readonly placed: readonly Encoding[];
  private readonly steady: readonly Encoding[];
  /** By requirement, as bits, what must have begun before it, where sets of stays tell all that rules ask. */
  private readonly before: readonly number[] | undefined;
  private readonly costs: CostTable;
  private readonly contiguous: boolean;
  /** Kinds of stays: those that all do, then the groups; how many of each are owed; radix of their count. */
  private readonly targets: readonly number[];
  private readonly radix: readonly number[];
  private readonly counts: number;
  private readonly slots: RelaxedSlots;
  private readonly memory: PlaceMemories;

  constructor(facts: DoctorFacts, units: readonly Unit[], channels: number) {
    this.facts = facts;
    this.costs = new CostTable(channels);
    this.encodings = encodingsOf(facts);
    this.placed = this.encodings.filter(({ encoding }) => encoding.automaton?.steady !== undefined);
    this.before = this.beforeOf();
    // Where sets of stays are priced the graph need not know what rules remember in many states.
    this.steady = this.placed.filter(({ encoding }) =>
      this.before === undefined
        ? encoding.automaton?.steady === "few"
        : encoding.mostAtSite === undefined,
    );
    this.contiguous = this.encodings.some(
      ({ encoding, price }) => encoding.contiguous === true && price === "must",
    );
    const { requirements, groups } = facts.programme;
    const owed = requirements.filter(({ group }) => group === undefined).length;
    this.targets = [owed, ...groups.map(({ choose }) => choose)];
    const kindOf = requirements.map(({ group }) => (group === undefined ? 0 : group + 1));
    const radix = [1];
    for (const target of this.targets) radix.push((radix.at(-1) ?? 1) * (target + 1));
    this.radix = radix;
    this.counts = radix.at(-1) ?? 1;
    const { encodings, placed, steady, costs } = this;
    this.slots = relaxedSlots({ facts, units, encodings, placed, kindOf, costs });
    this.memory = placeMemories(steady, this.slots.samples, costs);
  }

  /** Undefined where rules ask more, beside places, than a set of stays can tell. */
  private beforeOf(): number[] | undefined {
    const { encodings, placed, facts } = this;
    const rest = encodings.filter(
      (each) =>
        each.encoding !== idleEncoding &&
        !placed.includes(each) &&
        (each.encoding.step ?? each.encoding.whole ?? each.encoding.automaton) !== undefined,
    );
    const told = rest.every(
      ({ encoding, price }) => encoding.before !== undefined && price === "must",
    );
    if (!told || this.starts().length !== 1) return undefined;
    return facts.programme.requirements.map(({ index }) =>
      rest.reduce((mask, { encoding }) => mask | (encoding.before?.[index] ?? 0), 0),
    );
  }

  build(): LineGraph {
    const { facts, encodings, costs, slots } = this;
    const reached = this.starts().map((start) => this.explore(start));
    return packRelaxed({
      facts,
      encodings,
      late: this.late(),
      slots: slots.all,
      reached,
      subsets: this.subsets(),
      costs,
    });
  }

  private starts(): { readonly period: number; readonly cost: number }[] {
    const { doctor, problem, periods } = this.facts;
    const first = boundaryAt(problem.calendar, doctor.start.earliest) ?? 0;
    const last = boundaryAt(problem.calendar, doctor.start.latest) ?? -1;
    const found: { period: number; cost: number }[] = [];
    for (let period = first; period <= last && period < periods.count; period++) {
      const cost = this.costs.of(this.encodings, ({ encoding }) => encoding.start?.(period));
      if (cost >= 0) found.push({ period, cost });
    }
    return found;
  }

  /** Everything reached from one start that leads to an end. */
  private explore(start: Reached["start"]): Reached {
    const { periods } = this.facts;
    const { counts, radix, targets } = this;
    const { memories, next, stepCost } = this.memory;
    const keys = this.slots.samples.length;
    const width = counts * memories.length;
    const levels = 2 * (periods.count + 1);
    const reached = new Uint8Array(levels * width);
    const tails: number[] = [];
    const heads: number[] = [];
    const slots: number[] = [];
    const arcCosts: number[] = [];
    const arc = (tail: number, head: number, slot: number, cost: number): void => {
      tails.push(tail);
      heads.push(head);
      slots.push(slot);
      arcCosts.push(cost);
      reached[head] = 1;
    };
    const waiting = (t: number): number => (2 * t + 1) * width;
    const idle = this.idle();
    const source = waiting(periods.nextOpen[start.period] ?? periods.count);
    if ((periods.nextOpen[start.period] ?? periods.count) < periods.count) reached[source] = 1;
    const sinks = new Map<number, number>();
    const digit = (count: number, kind: number): number =>
      Math.floor((count % (radix[kind + 1] as number)) / (radix[kind] as number));
    for (let id = 0; id < reached.length; id++) {
      if (reached[id] === 0) continue;
      const level = Math.floor(id / width);
      const t = level >> 1;
      const state = id % width;
      const count = Math.floor(state / memories.length);
      const memory = state % memories.length;
      if (level % 2 === 0) {
        if (count === counts - 1) {
          const cost = this.finish(start.period, t, this.steady, memories[memory] ?? []);
          if (cost >= 0) sinks.set(id, cost);
          continue;
        }
        const on = periods.nextOpen[t] ?? periods.count;
        if (on < periods.count) arc(id, waiting(on) + state, -1, 0);
        continue;
      }
      for (const slot of this.slots.from[t] ?? []) {
        if (digit(count, slot.kind) >= (targets[slot.kind] ?? 0)) continue;
        const place = memory * keys + slot.key;
        const after = next[place] as number;
        if (after < 0) continue;
        const then = (count + (radix[slot.kind] as number)) * memories.length + after;
        arc(id, 2 * slot.to * width + then, slot.at, stepCost[place] as number);
      }
      const later = periods.nextOpen[t + 1] ?? periods.count;
      if (!this.contiguous && idle >= 0 && later < periods.count)
        arc(id, waiting(later) + state, -1, idle);
    }
    const alive = new Uint8Array(reached.length);
    for (const id of sinks.keys()) alive[id] = 1;
    for (let a = tails.length - 1; a >= 0; a--) {
      if (alive[heads[a] as number] === 1) alive[tails[a] as number] = 1;
    }
    return { start, source, width, alive, sinks, tails, heads, slots, arcCosts };
  }

  /** What ending costs, with what these encodings remember by then. */
  private finish(
    start: number,
    end: number,
    steady: readonly Encoding[],
    states: readonly number[],
  ): number {
    const ended = this.costs.of(this.encodings, ({ encoding }) => encoding.block?.(start, end));
    if (ended < 0) return ended;
    return this.costs.plus(ended, steady, ({ encoding }) => {
      const part = steady.findIndex((each) => each.encoding === encoding);
      return encoding.automaton?.finish?.(states[part] ?? 0);
    });
  }

  /**
   * What pricing by sets needs, where sets tell what rules ask and memories are few: with all that rules
   * remember of places, and without limits at each site, about which lines are asked then, not paths.
   */
  private subsets(): SubsetShape[] {
    const { before, placed, slots } = this;
    if (before === undefined) return [];
    const fewer = placed.filter(({ encoding }) => encoding.mostAtSite === undefined);
    const kept = fewer.length < placed.length ? [placed, fewer] : [placed];
    const slotKey = Int32Array.from(slots.all, ({ key }) => key);
    const idle = this.contiguous ? -1 : this.idle();
    return kept.flatMap((steady) => {
      const memories = this.memoriesOf(steady);
      const remembersAll = steady === placed;
      return memories === undefined ? [] : [{ before, memories, remembersAll, slotKey, idle }];
    });
  }

  private memoriesOf(steady: readonly Encoding[]): SetMemories | undefined {
    const { slots, costs, facts, targets } = this;
    const [start] = this.starts();
    return setMemories({
      steady,
      samples: slots.samples,
      stays: targets.reduce((sum, target) => sum + target, 0),
      periods: facts.periods.count,
      costs,
      finish: (end, states) => this.finish(start?.period ?? 0, end, steady, states),
    });
  }

  /** What a period without a placement costs. */
  private idle(): number {
    return this.costs.of(this.encodings, ({ encoding }) => (encoding === idleEncoding ? 1 : 0));
  }

  /** Encodings whose steps the graph does not see. */
  private late(): Encoding[] {
    return this.encodings.filter(
      ({ encoding }) =>
        encoding !== idleEncoding &&
        (encoding.step !== undefined ||
          encoding.whole !== undefined ||
          (encoding.automaton !== undefined &&
            !this.steady.some((own) => own.encoding === encoding))),
    );
  }
}
