/** Assignments → Plan, and a plan's rotations → lines: inverse of each other. */
import {
  boundaryAt,
  type Calendar,
  lookup,
  type Placement,
  type Plan,
  type Problem,
  type Rotation,
  workingIn,
} from "@placera/domain";
import { type Assignment, assign } from "./assignment.ts";
import type { Component } from "./component.ts";
import type { Line } from "./line.ts";
import { lineAlong } from "./line-along.ts";
import { makeLine } from "./make-line.ts";
import type { Profile } from "./profile.ts";

/** Lines go to the doctors of a profile in the order of the lines' keys. */
export function decode(
  problem: Problem,
  profiles: readonly Profile[],
  assignments: readonly Assignment[],
): Plan {
  const rotations: (Rotation | undefined)[] = problem.doctors.map(() => undefined);
  const next = profiles.map(() => 0);
  const lines = assignments.flatMap((each) => each.lines);
  lines.sort((a, b) => (a.line.key < b.line.key ? -1 : 1));
  for (const { line, count } of lines) {
    const profile = profiles[line.profile];
    if (profile === undefined) continue;
    for (let i = 0; i < count; i++) {
      const doctor = profile.doctors[next[line.profile] ?? 0] ?? -1;
      next[line.profile] = (next[line.profile] ?? 0) + 1;
      rotations[doctor] = rotationOf(problem, profile, line, doctor);
    }
  }
  return { rotations: rotations.filter((rotation) => rotation !== undefined) };
}

function rotationOf(problem: Problem, { graph }: Profile, line: Line, doctor: number): Rotation {
  const { calendar, units, doctors } = problem;
  const owner = doctors[doctor];
  const programme = owner && lookup(problem).owed(owner);
  const day = (t: number): number => calendar.boundaries[t] ?? Number.NaN;
  const placements = [...line.options].map((option, at): Placement => {
    const slot = line.slots[at] ?? -1;
    const from = day(graph.slotFrom[slot] ?? -1);
    const to = day(graph.slotTo[slot] ?? -1);
    return {
      requirement: programme?.requirements[graph.optionRequirement[option] ?? -1]?.id ?? "",
      unit: units[graph.optionUnit[option] ?? -1]?.id ?? "",
      section: graph.sections[graph.optionSection[option] ?? -1] ?? "",
      from,
      to,
      ...(owner === undefined ? {} : workingIn(owner, { from, to })),
    };
  });
  return { doctor: owner?.id ?? "", start: day(line.start), placements };
}

const rotationsKnown = new WeakMap<Plan, ReadonlyMap<string, Rotation>>();

/** A plan's rotations by doctor; every component asks for its own. */
function rotationsOf(plan: Plan): ReadonlyMap<string, Rotation> {
  let rotations = rotationsKnown.get(plan);
  if (rotations === undefined) {
    rotations = new Map(plan.rotations.map((rotation) => [rotation.doctor, rotation]));
    rotationsKnown.set(plan, rotations);
  }
  return rotations;
}

/** The part of a plan that a component can take over; rotations its graphs do not have are left out. */
export function encode(problem: Problem, component: Component, plan: Plan): Assignment {
  const byDoctor = rotationsOf(plan);
  const lines = new Map<string, { line: Line; count: number }>();
  for (const profile of component.profiles) {
    for (const at of profile.doctors) {
      const rotation = byDoctor.get(problem.doctors[at]?.id ?? "");
      const line = rotation && lineOf(problem, profile, rotation, at);
      if (line === undefined) continue;
      const known = lines.get(line.key);
      if (known === undefined) lines.set(line.key, { line, count: 1 });
      else known.count++;
    }
  }
  return assign(component, [...lines.values()]);
}

function lineOf(
  problem: Problem,
  profile: Profile,
  rotation: Rotation,
  doctor: number,
): Line | undefined {
  const { graph } = profile;
  const { calendar, units, doctors } = problem;
  const owner = doctors[doctor];
  const programme = owner && lookup(problem).owed(owner);
  const start = boundaryAt(calendar, rotation.start);
  const source = start === undefined ? -1 : graph.sourceStart.indexOf(start);
  if (source < 0 || programme === undefined) return undefined;
  const steps = rotation.placements.map((placement) => ({
    requirement: programme.requirements.findIndex(({ id }) => id === placement.requirement),
    unit: units.findIndex(({ id }) => id === placement.unit),
    section: graph.sections.indexOf(placement.section),
    ...periodsOf(calendar, placement),
  }));
  if (graph.relaxed !== undefined) {
    const options = steps.map((step) => optionAt(graph, step));
    return options.includes(-1) ? undefined : lineAlong(profile, start ?? -1, options);
  }
  // Paths that agree so far: what a rule remembers can make several nodes of one time and mask.
  let paths = [
    { node: graph.sources[source] ?? -1, arcs: [] as number[], options: [] as number[] },
  ];
  for (const step of steps) {
    paths = paths.flatMap(({ node, arcs, options }) => {
      const next: typeof paths = [];
      for (let a = 0; a < graph.arcTail.length; a++) {
        const slot = graph.arcSlot[a] ?? -1;
        if (graph.arcTail[a] !== node || graph.slotRequirement[slot] !== step.requirement) continue;
        if (graph.slotFrom[slot] !== step.from || graph.slotTo[slot] !== step.to) continue;
        for (let o = graph.optionStart[slot] ?? 0; o < (graph.optionStart[slot + 1] ?? 0); o++) {
          if (graph.optionUnit[o] !== step.unit || graph.optionSection[o] !== step.section)
            continue;
          next.push({ node: graph.arcHead[a] ?? -1, arcs: [...arcs, a], options: [...options, o] });
        }
      }
      return next;
    });
  }
  const done = paths.find(({ node }) => graph.sinks.includes(node));
  return done && makeLine(profile, graph.sources[source] ?? -1, done.node, done.arcs, done.options);
}

/** The option of a relaxed graph that a stay is, or −1. */
function optionAt(
  graph: Profile["graph"],
  step: { requirement: number; unit: number; section: number; from: number; to: number },
): number {
  return graph.optionUnit.findIndex((unit, o) => {
    const slot = graph.relaxed?.optionSlot[o] ?? -1;
    return (
      unit === step.unit &&
      graph.optionRequirement[o] === step.requirement &&
      graph.optionSection[o] === step.section &&
      graph.slotFrom[slot] === step.from &&
      graph.slotTo[slot] === step.to
    );
  });
}

function periodsOf(calendar: Calendar, { from, to }: Placement) {
  return { from: boundaryAt(calendar, from) ?? -1, to: boundaryAt(calendar, to) ?? -1 };
}
