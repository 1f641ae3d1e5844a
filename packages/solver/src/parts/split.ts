/**
 * The independent parts of a problem, found before any graph is built: doctors who could never want
 * the same scarce seat need not be solved together (docs/formulation.md 6).
 *
 * Exact because it relaxes: a doctor is taken to use every unit that gives a section she owes, in her
 * own region where that rule must hold, and to be there all the time. Whatever rows couple two
 * doctors once their lines are known, they couple here too; so two parts never share one.
 */
import {
  addsUp,
  type Doctor,
  lookup,
  NEVER_MUST,
  type Problem,
  type Programme,
} from "@placera/domain";
import { limitingRules } from "../rules/limiting-rules.ts";
import { staysInRegion } from "../rules/own-region.ts";
import type { BaseLimit, Limit } from "../rules/rule.ts";

/** Doctors of a part that is worth its own cost. */
export const LEAST_DOCTORS = 64;

/**
 * Indices of doctors by part, ascending; parts in the order of their first doctor. Each part has a
 * cost of its own: those of fewer than `least` doctors are put together. Where a tier does not add up
 * over doctors there is one part.
 */
export function splitProblem(problem: Problem, least: number): readonly number[][] {
  const { doctors, objective } = problem;
  // Doctors missing at a unit are counted once, over all who could be there.
  const staffed = problem.unitRules.some(({ rule }) => NEVER_MUST.has(rule));
  if (staffed || doctors.length < 2 * least || !objective.tiers.every(addsUp))
    return [doctors.map((_, at) => at)];
  const parent = Int32Array.from(doctors, (_, at) => at);
  const find = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] as number;
    for (let up = at; up !== root; ) {
      const next = parent[up] as number;
      parent[up] = root;
      up = next;
    }
    return root;
  };
  for (const members of contended(problem)) {
    const [first = 0] = members;
    for (const at of members) {
      const [a, b] = [find(first), find(at)];
      parent[Math.max(a, b)] = Math.min(a, b);
    }
  }
  const groups = new Map<number, number[]>();
  doctors.forEach((_, at) => {
    const root = find(at);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [at]);
    else group.push(at);
  });
  return gather([...groups.values()], least);
}

/** The doctors of each limit that more of them could want than it has room for. */
function contended(problem: Problem): (readonly number[])[] {
  const limits = limitingRules(problem).flatMap((rule) => rule.encode(problem));
  const reach = reachOf(problem);
  // Doctors of one programme and reach want the same seats: they are counted and coupled as one.
  const groups = new Map<Reach, Map<Programme["id"], number[]>>();
  const byIntake = new Map<string, number[]>();
  for (const doctor of problem.doctors) {
    const found = reach(doctor);
    const byProgramme = groups.get(found) ?? new Map<Programme["id"], number[]>();
    groups.set(found, byProgramme);
    append(byProgramme, doctor.programme, doctor.index);
    if (doctor.intake !== undefined) append(byIntake, doctor.intake, doctor.index);
  }
  const byUnit: Group[][] = problem.units.map(() => []);
  for (const [{ units }, byProgramme] of groups) {
    for (const [programme, doctors] of byProgramme) {
      const group = { track: lookup(problem).programme(programme).track, doctors };
      for (const unit of units) byUnit[unit]?.push(group);
    }
  }
  const coupled = new Set<Group>();
  const members: (readonly number[])[] = [];
  for (const limit of limits) {
    const room = roomOf(limit);
    if (room === Number.POSITIVE_INFINITY) continue;
    if (limit.kind === "base") {
      const there = (byIntake.get(limit.intake) ?? []).filter((at) =>
        reach(problem.doctors[at] as Doctor).sites.has(limit.site),
      );
      if (there.length > room) members.push(there);
      continue;
    }
    const there = wanting(limit, byUnit);
    const most = mostOfOne(limit, problem);
    if (there.reduce((sum, { doctors }) => sum + doctors.length * most, 0) <= room) continue;
    for (const group of there) coupled.add(group);
    members.push(there.flatMap(({ doctors }) => doctors.slice(0, 1)));
  }
  return [...members, ...[...coupled].map(({ doctors }) => doctors)];
}

/** Doctors of one track who could want the same seats. */
interface Group {
  readonly track: Programme["track"];
  readonly doctors: readonly number[];
}

/** Those whom a limit counts. */
function wanting(limit: Exclude<Limit, BaseLimit>, byUnit: readonly Group[][]): readonly Group[] {
  switch (limit.kind) {
    case "seats":
      return (byUnit[limit.unit] ?? []).filter(
        ({ track }) => limit.track === undefined || track === limit.track,
      );
    case "staff":
      return byUnit[limit.unit] ?? [];
    case "shared":
    case "shared-staff": {
      const there = new Set(limit.units.flatMap((unit) => byUnit[unit] ?? []));
      return [...there].filter(({ track }) => limit.counts[track] > 0);
    }
  }
}

function append<Key>(lists: Map<Key, number[]>, key: Key, at: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [at]);
  else list.push(at);
}

/** The fewest who fit at any time. */
function roomOf(limit: Limit): number {
  switch (limit.kind) {
    case "base":
      return limit.doctors;
    case "staff":
    case "shared-staff":
      return 0;
    case "seats":
      return least(limit.seats);
    case "shared":
      return least(limit.most);
  }
}

function least(numbers: readonly number[]): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (const each of numbers) if (each < smallest) smallest = each;
  return smallest;
}

/** At least as much as one doctor can count, all her stays together. */
function mostOfOne(limit: Limit, { programmes }: Problem): number {
  if (limit.kind !== "shared") return 1;
  const stays = programmes.map(({ requirements }) => requirements.length);
  const times = limit.until === undefined ? 1 : Math.max(1, ...stays);
  const most = ({ AT, BT }: { readonly AT: number; readonly BT: number }) => Math.max(AT, BT);
  return times * (most(limit.counts) + Math.max(0, most(limit.first?.counts ?? { AT: 0, BT: 0 })));
}

interface Reach {
  /** Indices of units. */
  readonly units: readonly number[];
  readonly sites: ReadonlySet<string>;
}

/** By problem: every part of it asks for the same. */
const reaches = new WeakMap<Problem, Map<string, Reach>>();

/** Where a doctor could be: the same for all of a programme in a region. */
export function reachOf(problem: Problem): (doctor: Doctor) => Reach {
  const known = reaches.get(problem) ?? new Map<string, Reach>();
  reaches.set(problem, known);
  return ({ programme: id, region }) => {
    const programme = lookup(problem).programme(id);
    const key = staysInRegion(programme) ? `${id} ${region}` : id;
    let reach = known.get(key);
    if (reach === undefined) {
      const owed = new Set(programme.requirements.flatMap(({ sections }) => sections));
      // Where there are many regions, most units are ruled out by theirs.
      const inRegion = staysInRegion(programme);
      const units = problem.units.filter(
        (unit) =>
          (!inRegion || unit.region === region) &&
          unit.sections.some((section) => owed.has(section)),
      );
      reach = {
        units: units.map(({ index }) => index),
        sites: new Set(units.map(({ site }) => site)),
      };
      known.set(key, reach);
    }
    return reach;
  };
}

/** Puts small groups together, in order, until each part is worth its while. */
function gather(groups: readonly number[][], least: number): number[][] {
  const parts: number[][] = [];
  let small: number[] = [];
  for (const group of groups) {
    if (group.length >= least) {
      parts.push(group);
      continue;
    }
    small.push(...group);
    if (small.length < least) continue;
    parts.push(small);
    small = [];
  }
  if (small.length > 0) parts.push(small);
  return parts
    .map((part) => part.sort((a, b) => a - b))
    .sort((a, b) => (a[0] as number) - (b[0] as number));
}
