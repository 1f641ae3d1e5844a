/**
 * A relaxed graph, for doctors who can do so many stays in so many orders that a graph over all sets
 * of them is too large. A node knows how many stays of each kind are done, not which; so every line is
 * a path, but a path may repeat a stay. Its cheapest path bounds the cheapest line from below, and the
 * lines themselves are found by labels that do know (relaxed-price.ts). What a rule asks of the stays
 * done, or remembers in many states, is left to the labels: it can only add to the cost.
 *
 * Waiting has arcs of its own (slot −1), one a period, so that sizes grow with the horizon and not with its square.
 */
import { boundaryAt, type SectionId, type Unit } from "@placera/domain";
import { type Encoding, encodingsOf } from "../formulation/encodings.ts";
import { type DoctorFacts, type Stay, stayEnds } from "../formulation/facts.ts";
import { idleEncoding } from "../rules/idle-time.ts";
import type { LineGraph, SubsetShape } from "./line-graph.ts";
import { CostTable } from "./relaxed-costs.ts";
import { type SetMemories, setMemories } from "./set-memories.ts";

interface Option {
  readonly requirement: number;
  readonly unit: Unit;
  readonly section: SectionId;
  readonly costs: number;
}

interface Slot {
  readonly kind: number;
  readonly from: number;
  readonly to: number;
  readonly key: number;
  readonly options: Option[];
}

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
  private readonly units: readonly Unit[];
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
  private readonly kindOf: readonly number[];
  /** What rules remember of a place, one stay standing for all of a key. */
  private readonly keys = new Map<string, number>();
  private readonly samples: Stay[] = [];
  private readonly slotsFrom: Slot[][] = [];
  private readonly slotIndex = new Map<Slot, number>();
  private readonly memories: (readonly number[])[] = [];
  /** By memory and key: the memory after, or −1 where a rule that must hold is broken, and the cost. */
  private readonly next: Int32Array;
  private readonly stepCost: Int32Array;

  constructor(facts: DoctorFacts, units: readonly Unit[], channels: number) {
    this.facts = facts;
    this.units = units;
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
    this.kindOf = requirements.map(({ group }) => (group === undefined ? 0 : group + 1));
    const radix = [1];
    for (const target of this.targets) radix.push((radix.at(-1) ?? 1) * (target + 1));
    this.radix = radix;
    this.counts = radix.at(-1) ?? 1;
    this.findSlots();
    const { next, stepCost } = this.findMemories();
    this.next = next;
    this.stepCost = stepCost;
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

  private findSlots(): void {
    const { facts, encodings, costs } = this;
    const { periods, programme } = facts;
    const places = programme.requirements.map((requirement) =>
      this.units.flatMap((unit) =>
        unit.sections.flatMap((section) => {
          if (!requirement.sections.includes(section)) return [];
          const cost = costs.of(encodings, ({ encoding }) =>
            encoding.place?.(requirement, unit, section),
          );
          if (cost < 0) return [];
          const text = this.placed
            .map(({ encoding }) => encoding.remembers?.(requirement, unit, section) ?? "")
            .join("|");
          let key = this.keys.get(text);
          if (key === undefined) {
            key = this.keys.size;
            this.keys.set(text, key);
            this.samples.push({ requirement, unit, section, from: 0, to: 0 });
          }
          return [{ unit, section, cost, key }];
        }),
      ),
    );
    for (let from = 0; from < periods.count; from++) {
      const here = new Map<number, Slot>();
      this.slotsFrom.push([]);
      if (!periods.open[from]) continue;
      for (const requirement of programme.requirements) {
        const kind = this.kindOf[requirement.index] ?? 0;
        for (const to of stayEnds(periods, from, requirement.length)) {
          for (const { unit, section, cost, key } of places[requirement.index] ?? []) {
            const stay = { requirement, unit, section, from, to };
            const all = costs.plus(cost, encodings, ({ encoding }) => encoding.stay?.(stay));
            if (all < 0) continue;
            const id = (kind * (periods.count + 1) + to) * 1024 + key;
            let slot = here.get(id);
            if (slot === undefined) {
              slot = { kind, from, to, key, options: [] };
              here.set(id, slot);
              this.slotsFrom[from]?.push(slot);
              this.slotIndex.set(slot, this.slotIndex.size);
            }
            slot.options.push({ requirement: requirement.index, unit, section, costs: all });
          }
        }
      }
    }
  }

  private findMemories(): { next: Int32Array; stepCost: Int32Array } {
    const { steady, samples, memories, costs } = this;
    const known = new Map<string, number>();
    const intern = (memory: readonly number[]): number => {
      const text = memory.join(",");
      const at = known.get(text) ?? memories.push(memory) - 1;
      known.set(text, at);
      return at;
    };
    intern(steady.map(({ encoding }) => encoding.automaton?.initial ?? 0));
    const next: number[] = [];
    const stepCost: number[] = [];
    for (let at = 0; at < memories.length; at++) {
      samples.forEach((stay, key) => {
        const memory = [...(memories[at] ?? [])];
        const cost = costs.of(steady, ({ encoding }) => {
          const part = steady.findIndex((each) => each.encoding === encoding);
          const step = { stay, done: 0, gap: false, idle: 0 };
          const after = encoding.automaton?.step(memory[part] ?? 0, step);
          memory[part] = after?.state ?? 0;
          return after?.broken;
        });
        const place = at * samples.length + key;
        next[place] = cost < 0 ? -1 : intern(memory);
        stepCost[place] = Math.max(0, cost);
      });
    }
    return { next: Int32Array.from(next), stepCost: Int32Array.from(stepCost) };
  }

  build(): LineGraph {
    const parts = this.starts().map((start) => this.explore(start));
    return this.pack(parts);
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
  private explore(start: { readonly period: number; readonly cost: number }) {
    const { periods } = this.facts;
    const { counts, memories, radix, targets, samples } = this;
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
      for (const slot of this.slotsFrom[t] ?? []) {
        if (digit(count, slot.kind) >= (targets[slot.kind] ?? 0)) continue;
        const place = memory * samples.length + slot.key;
        const after = this.next[place] as number;
        if (after < 0) continue;
        const then = (count + (radix[slot.kind] as number)) * memories.length + after;
        const cost = this.stepCost[place] as number;
        arc(id, 2 * slot.to * width + then, this.slotIndex.get(slot) as number, cost);
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
    const { before, placed, slotIndex } = this;
    if (before === undefined) return [];
    const fewer = placed.filter(({ encoding }) => encoding.mostAtSite === undefined);
    const kept = fewer.length < placed.length ? [placed, fewer] : [placed];
    const slotKey = Int32Array.from(slotIndex.keys(), ({ key }) => key);
    const idle = this.contiguous ? -1 : this.idle();
    return kept.flatMap((steady) => {
      const memories = this.memoriesOf(steady);
      const remembersAll = steady === placed;
      return memories === undefined ? [] : [{ before, memories, remembersAll, slotKey, idle }];
    });
  }

  private memoriesOf(steady: readonly Encoding[]): SetMemories | undefined {
    const { samples, costs, facts, targets } = this;
    const [start] = this.starts();
    return setMemories({
      steady,
      samples,
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

  private pack(parts: readonly ReturnType<RelaxedBuilder["explore"]>[]): LineGraph {
    const { facts, costs, slotIndex } = this;
    const nodeTime: number[] = [];
    const sinkAt: number[] = [];
    const sources: { node: number; start: number; cost: number }[] = [];
    const sinks: { node: number; cost: number }[] = [];
    const arcStart: number[] = [];
    const arcHead: number[] = [];
    const arcSlot: number[] = [];
    const arcCost: number[] = [];
    for (const part of parts) {
      const number = new Int32Array(part.alive.length).fill(-1);
      let count = nodeTime.length;
      for (let id = 0; id < part.alive.length; id++) if (part.alive[id] === 1) number[id] = count++;
      let a = 0;
      for (let id = 0; id < part.alive.length; id++) {
        if (part.alive[id] === 0) continue;
        const level = Math.floor(id / part.width);
        const node = number[id] as number;
        nodeTime.push(level >> 1);
        arcStart.push(arcHead.length);
        const sink = part.sinks.get(id);
        sinkAt.push(sink === undefined ? -1 : sinks.length);
        if (sink !== undefined) sinks.push({ node, cost: sink });
        while (a < part.tails.length && (part.tails[a] as number) < id) a++;
        for (; a < part.tails.length && part.tails[a] === id; a++) {
          const head = number[part.heads[a] as number] as number;
          if (head < 0) continue;
          arcHead.push(head);
          arcSlot.push(part.slots[a] as number);
          arcCost.push(part.arcCosts[a] as number);
        }
      }
      const node = number[part.source] as number;
      if (node >= 0) sources.push({ node, start: part.start.period, cost: part.start.cost });
    }
    arcStart.push(arcHead.length);
    const slots = [...slotIndex.keys()];
    const options = slots.flatMap((slot) => slot.options);
    const sections = [...new Set(options.map(({ section }) => section))];
    const optionStart = new Int32Array(slots.length + 1);
    const optionSlot = new Int32Array(options.length);
    slots.forEach((slot, s) => {
      const first = optionStart[s] as number;
      optionStart[s + 1] = first + slot.options.length;
      optionSlot.fill(s, first, first + slot.options.length);
    });
    const late = this.encodings.filter(
      ({ encoding }) =>
        encoding !== idleEncoding &&
        (encoding.step !== undefined ||
          encoding.whole !== undefined ||
          (encoding.automaton !== undefined &&
            !this.steady.some((own) => own.encoding === encoding))),
    );
    const subsets = this.subsets();
    return {
      nodes: nodeTime.length,
      nodeTime: Int32Array.from(nodeTime),
      nodeDone: new Int32Array(0),
      sources: Int32Array.from(sources, ({ node }) => node),
      sourceStart: Int32Array.from(sources, ({ start }) => start),
      sinks: Int32Array.from(sinks, ({ node }) => node),
      arcTail: new Int32Array(0),
      arcHead: Int32Array.from(arcHead),
      arcSlot: Int32Array.from(arcSlot),
      slotRequirement: new Int32Array(slots.length).fill(-1),
      slotFrom: Int32Array.from(slots, ({ from }) => from),
      slotTo: Int32Array.from(slots, ({ to }) => to),
      optionStart,
      optionRequirement: Int32Array.from(options, ({ requirement }) => requirement),
      optionUnit: Int32Array.from(options, ({ unit }) => unit.index),
      optionSection: Int32Array.from(options, ({ section }) => sections.indexOf(section)),
      sections,
      costs: costs.byChannel({
        source: sources.map(({ cost }) => cost),
        sink: sinks.map(({ cost }) => cost),
        option: options.map((option) => option.costs),
      }),
      relaxed: {
        facts,
        encodings: this.encodings,
        late,
        arcStart: Int32Array.from(arcStart),
        arcCost: Int32Array.from(arcCost),
        sinkAt: Int32Array.from(sinkAt),
        optionSlot,
        subsets,
        optional: Uint8Array.from(facts.programme.requirements, ({ group }) =>
          group === undefined ? 0 : 1,
        ),
      },
    };
  }
}
