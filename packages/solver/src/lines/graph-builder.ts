/** Explores what one doctor can do, from each start onward in time, as far as her rules allow. */
import { boundaryAt, type Requirement, type Unit } from "@placera/domain";
import { type Choices, choicesOf } from "../formulation/choices.ts";
import type { Encoding } from "../formulation/encodings.ts";
import { type DoctorFacts, openBetween, stayEnds } from "../formulation/facts.ts";
import type { Node, Option, PlaceClass, Slot } from "./graph-parts.ts";
import type { LineGraph } from "./line-graph.ts";
import { pack } from "./pack-graph.ts";

const FORBIDDEN = undefined;

/** Sums the prices of the encodings' parts by tier; FORBIDDEN where a rule that must hold is broken. */
function priced(
  encodings: readonly Encoding[],
  tiers: number,
  broken: (encoding: Encoding, at: number) => number | undefined,
  base?: readonly number[],
): number[] | undefined {
  const costs = base === undefined ? new Array<number>(tiers).fill(0) : [...base];
  for (let at = 0; at < encodings.length; at++) {
    const encoding = encodings[at];
    if (encoding === undefined) continue;
    const magnitude = broken(encoding, at) ?? 0;
    if (magnitude === 0) continue;
    if (encoding.price === "must") return FORBIDDEN;
    for (const { channel, weight } of encoding.price) {
      costs[channel] = (costs[channel] ?? 0) + magnitude * weight;
    }
  }
  return costs;
}

export class GraphBuilder {
  private readonly facts: DoctorFacts;
  private readonly units: readonly Unit[];
  private readonly tiers: number;
  private readonly encodings: readonly Encoding[];
  /** Encodings with an automaton, in the order of the memory's parts. */
  private readonly remembering: readonly number[];
  private readonly memories: number[][] = [];
  private readonly memoryIds = new Map<string, number>();
  private readonly byTime: Map<number, Map<string, Node>>;
  private readonly classes: readonly (readonly PlaceClass[])[];
  private readonly slots = new Map<string, Slot | undefined>();
  private readonly ends = new Map<number, readonly number[]>();
  private readonly contiguous: boolean;
  private readonly choices: Choices;

  constructor(
    facts: DoctorFacts,
    units: readonly Unit[],
    tiers: number,
    encodings: readonly Encoding[],
  ) {
    this.facts = facts;
    this.units = units;
    this.tiers = tiers;
    this.encodings = encodings;
    this.remembering = encodings.flatMap(({ encoding }, at) =>
      encoding.automaton === undefined ? [] : [at],
    );
    this.contiguous = encodings.some(
      ({ encoding, price }) => encoding.contiguous && price === "must",
    );
    this.byTime = new Map();
    this.choices = choicesOf(facts.programme);
    this.classes = facts.programme.requirements.map((requirement) =>
      this.placeClasses(requirement),
    );
  }

  build(): LineGraph {
    const sources: { node: Node; costs: readonly number[] }[] = [];
    for (const start of this.starts()) {
      const costs = priced(this.encodings, this.tiers, ({ encoding }) => encoding.start?.(start));
      if (costs === FORBIDDEN) continue;
      const memory = this.intern(
        this.remembering.map((at) => this.encodings[at]?.encoding.automaton?.initial ?? 0),
      );
      sources.push({ node: this.node(start, start, 0, memory), costs });
    }
    const sinks = new Map<Node, readonly number[]>();
    const order: Node[] = [];
    for (let t = 0; t <= this.facts.periods.count; t++) {
      for (const node of this.byTime.get(t)?.values() ?? []) {
        order.push(node);
        if (this.choices.complete(node.done)) {
          const costs = this.finish(node);
          if (costs !== FORBIDDEN) sinks.set(node, costs);
        } else this.extend(node);
      }
    }
    return pack(order, sources, sinks, this.tiers);
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
        const costs = priced(this.encodings, this.tiers, ({ encoding }) =>
          encoding.place?.(requirement, unit, section),
        );
        if (costs === FORBIDDEN) continue;
        const key = this.encodings
          .map(({ encoding }) => encoding.remembers?.(requirement, unit, section) ?? "")
          .join("|");
        const options = classes.get(key);
        if (options === undefined) classes.set(key, [{ unit, section, costs }]);
        else options.push({ unit, section, costs });
      }
    }
    return [...classes.values()].map((options) => ({ options }));
  }

  private intern(memory: number[]): number {
    const key = memory.join(",");
    const known = this.memoryIds.get(key);
    if (known !== undefined) return known;
    this.memories.push(memory);
    this.memoryIds.set(key, this.memories.length - 1);
    return this.memories.length - 1;
  }

  private node(start: number, time: number, done: number, memory: number): Node {
    let nodes = this.byTime.get(time);
    if (nodes === undefined) {
      nodes = new Map();
      this.byTime.set(time, nodes);
    }
    const key = `${start},${done},${memory}`;
    let node = nodes.get(key);
    if (node === undefined) {
      node = { start, time, done, memory, arcs: [] };
      nodes.set(key, node);
    }
    return node;
  }

  private extend(node: Node): void {
    const { periods, programme } = this.facts;
    const soonest = periods.nextOpen[node.time] ?? periods.count;
    const latest = this.contiguous ? soonest : periods.count - 1;
    for (const requirement of programme.requirements) {
      if (!this.choices.open(node.done, requirement)) continue;
      for (let from = soonest; from <= latest && from < periods.count; from++) {
        if (!periods.open[from]) continue;
        for (const to of this.endsOf(requirement, from)) {
          this.classes[requirement.index]?.forEach((place, at) => {
            const slot = this.slot(requirement, from, to, place, at);
            if (slot !== undefined) this.arc(node, slot, requirement);
          });
        }
      }
    }
  }

  private endsOf(requirement: Requirement, from: number): readonly number[] {
    const key = requirement.index * (this.facts.periods.count + 1) + from;
    let ends = this.ends.get(key);
    if (ends === undefined) {
      ends = stayEnds(this.facts.periods, from, requirement.length);
      this.ends.set(key, ends);
    }
    return ends;
  }

  private slot(
    requirement: Requirement,
    from: number,
    to: number,
    place: PlaceClass,
    at: number,
  ): Slot | undefined {
    const key = `${requirement.index},${from},${to},${at}`;
    if (this.slots.has(key)) return this.slots.get(key);
    const options = place.options.flatMap(({ unit, section, costs: base }) => {
      const stay = { requirement, unit, section, from, to };
      const costs = priced(
        this.encodings,
        this.tiers,
        ({ encoding }) => encoding.stay?.(stay),
        base,
      );
      return costs === FORBIDDEN ? [] : [{ unit, section, costs }];
    });
    const slot =
      options.length === 0 ? undefined : { requirement: requirement.index, from, to, options };
    this.slots.set(key, slot);
    return slot;
  }

  private arc(node: Node, slot: Slot, requirement: Requirement): void {
    const first = slot.options[0];
    if (first === undefined) return;
    const stay = {
      requirement,
      unit: first.unit,
      section: first.section,
      from: slot.from,
      to: slot.to,
    };
    const idle = openBetween(this.facts.periods, node.time, slot.from);
    const memory = [...(this.memories[node.memory] ?? [])];
    const costs = priced(this.encodings, this.tiers, ({ encoding }, at) => {
      const step = { stay, done: node.done, gap: idle > 0, idle };
      const alone = encoding.step?.(step) ?? 0;
      if (encoding.automaton === undefined) return alone;
      const part = this.remembering.indexOf(at);
      const next = encoding.automaton.step(memory[part] ?? 0, step);
      memory[part] = next.state;
      return alone + next.broken;
    });
    if (costs === FORBIDDEN) return;
    const done = node.done | (1 << requirement.index);
    node.arcs.push({
      head: this.node(node.start, slot.to, done, this.intern(memory)),
      slot,
      costs,
    });
  }

  private finish(node: Node): readonly number[] | undefined {
    const memory = this.memories[node.memory] ?? [];
    const end = { start: node.start, end: node.time, done: node.done };
    return priced(
      this.encodings,
      this.tiers,
      ({ encoding }, at) =>
        (encoding.block?.(node.start, node.time) ?? 0) +
        (encoding.whole?.(node.done) ?? 0) +
        (encoding.automaton?.finish?.(memory[this.remembering.indexOf(at)] ?? 0, end) ?? 0),
    );
  }
}
