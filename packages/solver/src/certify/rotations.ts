/**
 * Every legal rotation of one doctor, as the paths of an acyclic graph: what the checker of bounds
 * looks through. It is written from the rules' encodings (`LineEncoding`) and from nothing of the
 * search's own graphs (lines/), so that a fault there cannot confirm itself here.
 *
 * A node is (block start, time, requirements met, memory of the rules); an arc is a stay. Stays that
 * every rule treats alike share a slot: a requirement in periods [from, to) at any of some places.
 */
import { boundaryAt, type Doctor, type Problem, type Requirement } from "@placera/domain";
import type { Charge } from "../formulation/channels.ts";
import { type Choices, choicesOf } from "../formulation/choices.ts";
import { type Encoding, encodingsOf } from "../formulation/encodings.ts";
import { type DoctorFacts, doctorFacts, openBetween, stayEnds } from "../formulation/facts.ts";
import type { LineAutomaton, LineEncoding } from "../rules/rule.ts";
import type { Arc, Costs, Place, Rotations, Slot } from "./rotation-graph.ts";

interface Node {
  readonly start: number;
  readonly time: number;
  readonly done: number;
  readonly memory: readonly number[];
  readonly out: { readonly head: Node; readonly slot: Slot; readonly costs: Costs }[];
  costs: Costs | undefined;
  alive: boolean;
}

/** A rule that looks at stays in their order, its memory, and what a break costs. */
interface Counter {
  readonly stepped: NonNullable<LineEncoding["step"]>;
  readonly automaton: LineAutomaton;
  readonly price: Encoding["price"];
}

/** Every part that an encoding can have, so that a new one does not compile unless it is seen to here. */
const PARTS: { readonly [Part in keyof Required<LineEncoding>]: true } = {
  start: true,
  place: true,
  stay: true,
  block: true,
  whole: true,
  asksDone: true,
  before: true,
  mostAtSite: true,
  contiguous: true,
  remembers: true,
  step: true,
  automaton: true,
};

const FORGETFUL: LineAutomaton = { initial: 0, step: (state) => ({ state, broken: 0 }) };

/** All rotations of the doctor over the units of the problem. */
export function rotationsOf(problem: Problem, doctor: Doctor, tiers: number): Rotations {
  return new Explorer(doctorFacts(problem, doctor), tiers).explore();
}

class Explorer {
  private readonly facts: DoctorFacts;
  private readonly free: Costs;
  private readonly encodings: readonly Encoding[];
  private readonly counters: readonly Counter[];
  private readonly choices: Choices;
  private readonly gapless: boolean;
  /** Does any rule look at when a stay is? */
  private readonly timed: boolean;
  private readonly places: readonly (readonly (readonly Place[])[])[];
  private readonly slots = new Map<number, readonly Slot[]>();
  /** By time: what was reached, by start, requirements met and memory. */
  private readonly reached: Map<string, Node>[];

  constructor(facts: DoctorFacts, tiers: number) {
    this.facts = facts;
    this.choices = choicesOf(facts.programme);
    this.free = new Array<number>(tiers).fill(0);
    this.encodings = encodingsOf(facts);
    const strange = this.encodings.find(({ encoding }) =>
      Object.keys(encoding).some((part) => !(part in PARTS)),
    );
    if (strange !== undefined) throw new Error(`Bounds cannot be checked under ${strange.rule}.`);
    this.counters = this.encodings.flatMap(({ encoding: { automaton, step }, price }) =>
      automaton === undefined && step === undefined
        ? []
        : [{ automaton: automaton ?? FORGETFUL, stepped: step ?? (() => 0), price }],
    );
    this.gapless = this.encodings.some(
      ({ encoding, price }) => encoding.contiguous === true && price === "must",
    );
    this.timed = this.encodings.some(({ encoding }) => encoding.stay !== undefined);
    this.places = facts.programme.requirements.map((requirement) => this.placesOf(requirement));
    this.reached = Array.from({ length: facts.periods.count + 1 }, () => new Map());
  }

  explore(): Rotations {
    const { facts, reached } = this;
    const { track } = facts.programme;
    const started = this.starts();
    for (const level of reached) {
      for (const node of level.values()) {
        if (this.choices.complete(node.done)) node.costs = this.finish(node);
        else this.extend(node);
      }
    }
    // Backward in time: what leads to an end.
    for (const level of [...reached].reverse()) {
      for (const node of level.values()) {
        node.alive = node.costs !== undefined || node.out.some(({ head }) => head.alive);
      }
    }
    const alive = reached.flatMap((level) => [...level.values()].filter((node) => node.alive));
    const number = new Map(alive.map((node, at) => [node, at]));
    const slots = new Map<Slot, number>();
    const arcs = alive.flatMap((node, tail) =>
      node.out.flatMap(({ head, slot, costs }): Arc[] => {
        const to = number.get(head);
        if (to === undefined) return [];
        const known = slots.get(slot) ?? slots.size;
        slots.set(slot, known);
        return [{ tail, head: to, slot: known, costs }];
      }),
    );
    return {
      doctor: facts.doctor,
      track,
      nodes: alive.length,
      begins: started.flatMap(({ node, costs }) => {
        const at = number.get(node);
        return at === undefined ? [] : [{ node: at, costs }];
      }),
      ends: alive.flatMap(({ costs }, node) => (costs === undefined ? [] : [{ node, costs }])),
      arcs,
      slots: [...slots.keys()],
    };
  }

  /** Sums what parts cost that break a rule so badly; undefined where a rule that must hold is broken. */
  private cost(base: Costs, broken: (encoding: Encoding) => number | undefined): Costs | undefined {
    let costs: number[] | undefined;
    for (const encoding of this.encodings) {
      const magnitude = broken(encoding) ?? 0;
      if (magnitude === 0) continue;
      if (encoding.price === "must") return undefined;
      costs ??= [...base];
      charge(costs, encoding.price, magnitude);
    }
    return costs ?? base;
  }

  private starts(): { readonly node: Node; readonly costs: Costs }[] {
    const { doctor, problem, periods } = this.facts;
    const first = boundaryAt(problem.calendar, doctor.start.earliest);
    const last = boundaryAt(problem.calendar, doctor.start.latest);
    const memory = this.counters.map(({ automaton }) => automaton.initial);
    const found: { readonly node: Node; readonly costs: Costs }[] = [];
    for (let t = first ?? 0; t <= (last ?? -1) && t < periods.count; t++) {
      const costs = this.cost(this.free, ({ encoding }) => encoding.start?.(t));
      if (costs !== undefined) found.push({ node: this.node(t, t, 0, memory), costs });
    }
    return found;
  }

  /** Where a requirement may be met, in groups that later stays cannot tell apart. */
  private placesOf(requirement: Requirement): Place[][] {
    const groups = new Map<string, Place[]>();
    for (const unit of this.facts.problem.units) {
      for (const section of unit.sections) {
        if (!requirement.sections.includes(section)) continue;
        const costs = this.cost(this.free, ({ encoding }) =>
          encoding.place?.(requirement, unit, section),
        );
        if (costs === undefined) continue;
        const seen = this.encodings.map(
          ({ encoding }) => encoding.remembers?.(requirement, unit, section) ?? "",
        );
        const key = JSON.stringify(seen);
        const group = groups.get(key);
        if (group === undefined) groups.set(key, [{ unit, section, costs }]);
        else group.push({ unit, section, costs });
      }
    }
    return [...groups.values()];
  }

  private node(start: number, time: number, done: number, memory: readonly number[]): Node {
    const level = this.reached[time] ?? new Map<string, Node>();
    const key = `${start} ${done} ${memory.join(" ")}`;
    let node = level.get(key);
    if (node === undefined) {
      node = { start, time, done, memory, out: [], costs: undefined, alive: false };
      level.set(key, node);
    }
    return node;
  }

  private extend(node: Node): void {
    const { periods, programme } = this.facts;
    const soonest = periods.nextOpen[node.time] ?? periods.count;
    const latest = this.gapless ? soonest : periods.count - 1;
    for (let from = soonest; from <= latest && from < periods.count; from++) {
      if (!periods.open[from]) continue;
      for (const requirement of programme.requirements) {
        if (!this.choices.open(node.done, requirement)) continue;
        for (const slot of this.slotsFrom(requirement, from)) this.step(node, slot);
      }
    }
  }

  /** The stays for the requirement that begin in a period. */
  private slotsFrom(requirement: Requirement, from: number): readonly Slot[] {
    const { periods, programme } = this.facts;
    const key = from * programme.requirements.length + requirement.index;
    let slots = this.slots.get(key);
    if (slots === undefined) {
      const groups = this.places[requirement.index] ?? [];
      slots = stayEnds(periods, from, requirement.length).flatMap((to) =>
        groups.flatMap((group) => this.slot(requirement, from, to, group)),
      );
      this.slots.set(key, slots);
    }
    return slots;
  }

  private slot(
    requirement: Requirement,
    from: number,
    to: number,
    group: readonly Place[],
  ): Slot[] {
    const places = this.timed
      ? group.flatMap((place) => this.at(place, { requirement, from, to }))
      : group;
    return places.length === 0 ? [] : [{ requirement, from, to, places }];
  }

  /** A place with what being there in just those periods costs; none where that is ruled out. */
  private at(place: Place, when: Omit<Slot, "places">): Place[] {
    const stay = { ...when, unit: place.unit, section: place.section };
    const costs = this.cost(place.costs, ({ encoding }) => encoding.stay?.(stay));
    return costs === undefined ? [] : [{ ...place, costs }];
  }

  private step(node: Node, slot: Slot): void {
    const { requirement, from, to, places } = slot;
    // Any of the places stands for all of them in what the rules remember.
    const [{ unit, section }] = places as readonly [Place, ...Place[]];
    const stay = { requirement, unit, section, from, to };
    const idle = openBetween(this.facts.periods, node.time, from);
    const taken = { stay, done: node.done, gap: idle > 0, idle };
    let costs: number[] | undefined;
    const memory: number[] = [];
    for (const [at, { automaton, stepped, price }] of this.counters.entries()) {
      const { state, broken: counted } = automaton.step(node.memory[at] ?? 0, taken);
      const broken = counted + stepped(taken);
      memory.push(state);
      if (broken === 0) continue;
      if (price === "must") return;
      costs ??= [...this.free];
      charge(costs, price, broken);
    }
    const head = this.node(node.start, to, node.done | (1 << requirement.index), memory);
    node.out.push({ head, slot, costs: costs ?? this.free });
  }

  private finish({ start, time, done, memory }: Node): Costs | undefined {
    const ended = this.cost(
      this.free,
      ({ encoding }) => (encoding.block?.(start, time) ?? 0) + (encoding.whole?.(done) ?? 0),
    );
    if (ended === undefined) return undefined;
    const costs = [...ended];
    for (const [at, { automaton, price }] of this.counters.entries()) {
      const broken = automaton.finish?.(memory[at] ?? 0, { start, end: time, done }) ?? 0;
      if (broken === 0) continue;
      if (price === "must") return undefined;
      charge(costs, price, broken);
    }
    return costs;
  }
}

/** Adds what so bad a break costs. */
function charge(costs: number[], charges: readonly Charge[], magnitude: number): void {
  for (const { channel, weight } of charges) {
    costs[channel] = (costs[channel] ?? 0) + magnitude * weight;
  }
}
