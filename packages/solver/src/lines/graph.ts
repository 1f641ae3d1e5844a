/**
 * The graph of one profile's lines. A node is (block start, time, requirements met, what the rules
 * remember); an arc is a stay; a path from source to sink is a line, and every line that the
 * doctor-side rules allow is a path. Stays that every rule treats alike share an arc: its slot lists
 * the units it can be at, so that sizes add up and do not multiply (docs/formulation.md 3).
 */
import type { Requirement, SectionId, Unit } from "@placera/domain";
import { boundaryAt } from "@placera/domain";
import { type Encoding, encodingsOf } from "../formulation/encodings.ts";
import { type DoctorFacts, stayEnds } from "../formulation/facts.ts";

/** Typed arrays, indices throughout. Nodes are in order of time, so arcs point forward. */
export interface LineGraph {
  readonly nodes: number;
  /** Nodes at which a block may begin, with the block's first period. */
  readonly sources: Int32Array;
  readonly sourceStart: Int32Array;
  /** By node: what ending here costs, by tier; a node that is no end is absent. */
  readonly sinks: Int32Array;
  /** Arcs in order of their tail. */
  readonly arcTail: Int32Array;
  readonly arcHead: Int32Array;
  readonly arcSlot: Int32Array;
  /** Slots: a requirement in periods [from, to), and its options [optionStart[s], optionStart[s+1]). */
  readonly slotRequirement: Int32Array;
  readonly slotFrom: Int32Array;
  readonly slotTo: Int32Array;
  readonly optionStart: Int32Array;
  /** Options: unit and section (index into `sections`). */
  readonly optionUnit: Int32Array;
  readonly optionSection: Int32Array;
  readonly sections: readonly SectionId[];
  /** Costs by tier (index 0, unplaced, is always zero): of sources, sinks, arcs and options. */
  readonly costs: readonly TierCosts[];
}

export interface TierCosts {
  readonly source: Float64Array;
  readonly sink: Float64Array;
  readonly arc: Float64Array;
  readonly option: Float64Array;
}

interface Node {
  readonly start: number;
  readonly time: number;
  readonly done: number;
  readonly memory: number;
  arcs: Arc[];
}

interface Arc {
  readonly head: Node;
  readonly slot: Slot;
  /** Broken preferences, by tier. */
  readonly costs: readonly number[];
}

interface Slot {
  readonly requirement: number;
  readonly from: number;
  readonly to: number;
  readonly options: readonly Option[];
}

interface Option {
  readonly unit: Unit;
  readonly section: SectionId;
  readonly costs: readonly number[];
}

/** A way to meet a requirement at some time: interchangeable options, for one class of memory. */
interface PlaceClass {
  readonly options: readonly Option[];
}

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
    costs[encoding.price.tier] =
      (costs[encoding.price.tier] ?? 0) + magnitude * encoding.price.weight;
  }
  return costs;
}

/** Builds the graph of a doctor's lines over the units given; `tiers` is how many tiers there are. */
export function buildGraph(
  facts: DoctorFacts,
  units: readonly Unit[],
  tiers: number,
  without: ReadonlySet<string> = new Set(),
): LineGraph {
  return new GraphBuilder(facts, units, tiers, encodingsOf(facts, without)).build();
}

class GraphBuilder {
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
    const all = (1 << this.facts.programme.requirements.length) - 1;
    const sinks = new Map<Node, readonly number[]>();
    const order: Node[] = [];
    for (let t = 0; t <= this.facts.periods.count; t++) {
      for (const node of this.byTime.get(t)?.values() ?? []) {
        order.push(node);
        if (node.done === all) {
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
      if ((node.done & (1 << requirement.index)) !== 0) continue;
      for (let from = soonest; from <= latest && from < periods.count; from++) {
        if (!periods.open[from]) continue;
        for (const to of this.endsOf(requirement, from)) {
          this.classes[requirement.index]?.forEach((place, at) => {
            const slot = this.slot(requirement, from, to, place, at);
            if (slot !== undefined) this.arc(node, slot, requirement, from > soonest);
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

  private arc(node: Node, slot: Slot, requirement: Requirement, gap: boolean): void {
    const first = slot.options[0];
    if (first === undefined) return;
    const stay = {
      requirement,
      unit: first.unit,
      section: first.section,
      from: slot.from,
      to: slot.to,
    };
    const memory = [...(this.memories[node.memory] ?? [])];
    const costs = priced(this.encodings, this.tiers, ({ encoding }, at) => {
      if (encoding.automaton === undefined) return 0;
      const part = this.remembering.indexOf(at);
      const next = encoding.automaton.step(memory[part] ?? 0, { stay, done: node.done, gap });
      memory[part] = next.state;
      return next.broken;
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
    return priced(
      this.encodings,
      this.tiers,
      ({ encoding }, at) =>
        (encoding.block?.(node.start, node.time) ?? 0) +
        (encoding.automaton?.finish?.(memory[this.remembering.indexOf(at)] ?? 0) ?? 0),
    );
  }
}

/** Keeps what lies on a path from a source to a sink and lays it out in typed arrays. */
function pack(
  order: readonly Node[],
  sources: readonly { node: Node; costs: readonly number[] }[],
  sinks: ReadonlyMap<Node, readonly number[]>,
  tiers: number,
): LineGraph {
  const alive = new Set<Node>(sinks.keys());
  for (let i = order.length - 1; i >= 0; i--) {
    const node = order[i];
    if (node === undefined) continue;
    node.arcs = node.arcs.filter(({ head }) => alive.has(head));
    if (node.arcs.length > 0) alive.add(node);
  }
  const kept = order.filter((node) => alive.has(node));
  const index = new Map(kept.map((node, at) => [node, at]));
  const arcs = kept.flatMap((node) => node.arcs.map((arc) => ({ tail: node, ...arc })));
  const slots = [...new Set(arcs.map(({ slot }) => slot))];
  const slotIndex = new Map(slots.map((slot, at) => [slot, at]));
  const options = slots.flatMap((slot) => slot.options);
  const sections = [...new Set(options.map(({ section }) => section))];
  const begun = sources.filter(({ node }) => alive.has(node));
  const ended = kept.filter((node) => sinks.has(node));
  const optionStart = new Int32Array(slots.length + 1);
  slots.forEach((slot, at) => {
    optionStart[at + 1] = (optionStart[at] ?? 0) + slot.options.length;
  });
  const at = (node: Node): number => index.get(node) ?? -1;
  return {
    nodes: kept.length,
    sources: Int32Array.from(begun, ({ node }) => at(node)),
    sourceStart: Int32Array.from(begun, ({ node }) => node.start),
    sinks: Int32Array.from(ended, at),
    arcTail: Int32Array.from(arcs, ({ tail }) => at(tail)),
    arcHead: Int32Array.from(arcs, ({ head }) => at(head)),
    arcSlot: Int32Array.from(arcs, ({ slot }) => slotIndex.get(slot) ?? -1),
    slotRequirement: Int32Array.from(slots, ({ requirement }) => requirement),
    slotFrom: Int32Array.from(slots, ({ from }) => from),
    slotTo: Int32Array.from(slots, ({ to }) => to),
    optionStart,
    optionUnit: Int32Array.from(options, ({ unit }) => unit.index),
    optionSection: Int32Array.from(options, ({ section }) => sections.indexOf(section)),
    sections,
    costs: Array.from({ length: tiers }, (_, k) => ({
      source: Float64Array.from(begun, ({ costs }) => costs[k] ?? 0),
      sink: Float64Array.from(ended, (node) => sinks.get(node)?.[k] ?? 0),
      arc: Float64Array.from(arcs, ({ costs }) => costs[k] ?? 0),
      option: Float64Array.from(options, ({ costs }) => costs[k] ?? 0),
    })),
  };
}
