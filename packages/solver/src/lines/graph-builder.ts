/** Explores what one doctor can do, from each start onward in time, as far as her rules allow. */
import { boundaryAt, type Requirement, type SectionId, type Unit } from "@placera/domain";
import { type Choices, choicesOf } from "../formulation/choices.ts";
import type { Encoding } from "../formulation/encodings.ts";
import { type DoctorFacts, openBetween } from "../formulation/facts.ts";
import { type Costs, FORBIDDEN, GraphCosts, withBreak } from "./graph-costs.ts";
import type { Node, Option, PlaceClass, Slot } from "./graph-parts.ts";
import type { LineGraph } from "./line-graph.ts";
import { pack } from "./pack-graph.ts";
import { stayEndsOf } from "./stay-ends.ts";

/** Sets of requirements met are below this: a programme has at most 24. */
const DONE_SETS = 2 ** 24;

/** By index of the requirement: when its one stay is. */
export type KeptStays = ReadonlyMap<number, { readonly from: number; readonly to: number }>;

export class GraphBuilder {
  private readonly facts: DoctorFacts;
  private readonly units: readonly Unit[];
  private readonly channels: number;
  private readonly costs: GraphCosts;
  private readonly memories: number[][] = [];
  private readonly memoryIds = new Map<string, number>();
  /** By time, in the order in which they were found. */
  private readonly byTime: (Map<number, Node> | undefined)[];
  private readonly classes: readonly (readonly PlaceClass[])[];
  private readonly endsOf: ReturnType<typeof stayEndsOf>;
  private readonly choices: Choices;
  private readonly only: KeptStays | undefined;

  constructor(
    facts: DoctorFacts,
    units: readonly Unit[],
    {
      channels,
      encodings,
      only,
    }: {
      readonly channels: number;
      readonly encodings: readonly Encoding[];
      readonly only?: KeptStays | undefined;
    },
  ) {
    this.facts = facts;
    this.endsOf = stayEndsOf(facts);
    this.only = only;
    this.units = units;
    this.channels = channels;
    this.costs = new GraphCosts(encodings, channels);
    this.byTime = new Array(facts.periods.count + 1).fill(undefined);
    this.choices = choicesOf(facts.programme);
    this.classes = facts.programme.requirements.map((requirement) =>
      this.placeClasses(requirement),
    );
  }

  build(): LineGraph {
    const sources: { node: Node; costs: Costs }[] = [];
    const memory = this.intern(this.costs.remembering.map(({ automaton }) => automaton.initial));
    for (const start of this.starts()) {
      const costs = this.costs.ofStart(start);
      if (costs !== FORBIDDEN) sources.push({ node: this.node(start, start, 0, memory), costs });
    }
    const sinks: { node: Node; costs: Costs }[] = [];
    const order: Node[] = [];
    for (let time = 0; time < this.byTime.length; time++) {
      for (const node of this.byTime[time]?.values() ?? []) {
        order.push(node);
        if (this.choices.complete(node.done)) {
          const costs = this.finish(node);
          if (costs !== FORBIDDEN) sinks.push({ node, costs });
        } else this.extend(node);
      }
    }
    return pack(order, sources, sinks, this.channels);
  }

  private starts(): number[] {
    const { earliest, latest } = this.facts.doctor.start;
    const { calendar } = this.facts.problem;
    const first = boundaryAt(calendar, earliest) ?? 0;
    const last = boundaryAt(calendar, latest) ?? -1;
    return Array.from(
      { length: Math.max(0, Math.min(last, calendar.periods - 1) - first + 1) },
      (_, i) => first + i,
    );
  }

  /** The options of a requirement, grouped by what the rules remember of them. */
  private placeClasses(requirement: Requirement): PlaceClass[] {
    const classes = new Map<string, Option[]>();
    for (const unit of this.units) {
      for (const section of unit.sections) {
        if (!requirement.sections.includes(section)) continue;
        const costs = this.costs.ofPlace(requirement, unit, section);
        if (costs === FORBIDDEN) continue;
        const key = this.remembered(requirement, unit, section);
        const options = classes.get(key);
        if (options === undefined) classes.set(key, [{ unit, section, costs }]);
        else options.push({ unit, section, costs });
      }
    }
    return [...classes.values()].map((options) => ({ options, slots: new Map() }));
  }

  private remembered(requirement: Requirement, unit: Unit, section: SectionId): string {
    let key = "";
    for (const remembers of this.costs.remembers)
      key += `${remembers(requirement, unit, section)}|`;
    return key;
  }

  private intern(memory: readonly number[]): number {
    const key = memory.join(",");
    const known = this.memoryIds.get(key);
    if (known !== undefined) return known;
    this.memories.push([...memory]);
    this.memoryIds.set(key, this.memories.length - 1);
    return this.memories.length - 1;
  }

  private node(start: number, time: number, done: number, memory: number): Node {
    const nodes = this.byTime[time] ?? new Map<number, Node>();
    this.byTime[time] = nodes;
    // A whole number below 2⁵³: no graph has so many memories.
    const key = (memory * (this.facts.periods.count + 1) + start) * DONE_SETS + done;
    let node = nodes.get(key);
    if (node === undefined) {
      node = { start, time, done, memory, arcs: [], at: -1 };
      nodes.set(key, node);
    }
    return node;
  }

  private extend(node: Node): void {
    const { periods, programme } = this.facts;
    const soonest = periods.nextOpen[node.time] ?? periods.count;
    const latest = this.costs.contiguous ? soonest : periods.count - 1;
    for (const requirement of programme.requirements) {
      if (!this.choices.open(node.done, requirement)) continue;
      const kept = this.only?.get(requirement.index);
      if (this.only !== undefined && kept === undefined) continue;
      const classes = this.classes[requirement.index] as readonly PlaceClass[];
      for (let from = soonest; from <= latest && from < periods.count; from++) {
        if (!periods.open[from] || (kept !== undefined && kept.from !== from)) continue;
        for (const to of this.endsOf(requirement.index, from)) {
          if (kept !== undefined && kept.to !== to) continue;
          for (const place of classes) {
            this.arc(node, this.slot(requirement, from, to, place), requirement);
          }
        }
      }
    }
  }

  private slot(
    requirement: Requirement,
    from: number,
    to: number,
    { options: places, slots }: PlaceClass,
  ): Slot {
    const key = from * (this.facts.periods.count + 1) + to;
    const known = slots.get(key);
    if (known !== undefined) return known;
    const options: Option[] = [];
    for (const place of places) {
      const { unit, section } = place;
      const costs = this.costs.ofStay({ requirement, unit, section, from, to }, place.costs);
      if (costs === FORBIDDEN) continue;
      options.push(costs === place.costs ? place : { unit, section, costs });
    }
    const slot = { requirement: requirement.index, from, to, options, at: -1 };
    slots.set(key, slot);
    return slot;
  }

  private arc(node: Node, slot: Slot, requirement: Requirement): void {
    const [first] = slot.options;
    if (first === undefined) return;
    const { from, to } = slot;
    const idle = openBetween(this.facts.periods, node.time, from);
    const step = {
      stay: { requirement, unit: first.unit, section: first.section, from, to },
      done: node.done,
      gap: idle > 0,
      idle,
    };
    const { free, steps, remembering } = this.costs;
    let costs: Costs | undefined = free;
    for (const { price, broken } of steps) {
      costs = withBreak(costs, free, price, broken(step));
      if (costs === FORBIDDEN) return;
    }
    const before = this.memories[node.memory] as readonly number[];
    let memory: number[] | undefined;
    for (let part = 0; part < remembering.length; part++) {
      const { price, automaton } = remembering[part] as (typeof remembering)[number];
      const { state, broken } = automaton.step(before[part] as number, step);
      if (state !== before[part]) {
        memory ??= [...before];
        memory[part] = state;
      }
      costs = withBreak(costs, free, price, broken);
      if (costs === FORBIDDEN) return;
    }
    const done = node.done | (1 << requirement.index);
    const next = memory === undefined ? node.memory : this.intern(memory);
    node.arcs.push({ head: this.node(node.start, to, done, next), slot, costs });
  }

  private finish({ start, time, done, memory }: Node): Costs | undefined {
    const { free, remembering } = this.costs;
    let costs = this.costs.ofBlock(start, time, done);
    if (costs === FORBIDDEN) return FORBIDDEN;
    const states = this.memories[memory] as readonly number[];
    const end = { start, end: time, done };
    for (let part = 0; part < remembering.length; part++) {
      const { price, automaton } = remembering[part] as (typeof remembering)[number];
      const broken = automaton.finish?.(states[part] as number, end) ?? 0;
      costs = withBreak(costs, free, price, broken);
      if (costs === FORBIDDEN) return FORBIDDEN;
    }
    return costs;
  }
}
