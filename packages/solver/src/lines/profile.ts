/** Profiles: doctors whose lines and costs are the same, solved as one with a multiplicity. */
import {
  type Doctor,
  type FixedSpan,
  lookup,
  type Problem,
  type RuleId,
  type Unit,
} from "@placera/domain";
import { channelsOf, leftOut } from "../formulation/channels.ts";
import { selections } from "../formulation/choices.ts";
import { type Encoding, ruleEncodings } from "../formulation/encodings.ts";
import { type DoctorFacts, doctorFacts } from "../formulation/facts.ts";
import { staysInRegion } from "../rules/own-region.ts";
import { buildGraph } from "./graph.ts";
import { withWishes } from "./graph-wishes.ts";
import { keptGraph } from "./kept.ts";
import type { Limits } from "./limits.ts";
import type { LineGraph } from "./line-graph.ts";
import { buildRelaxedGraph } from "./relaxed-graph.ts";

export interface Profile {
  readonly index: number;
  /** Indices into the problem's doctors. */
  readonly doctors: readonly number[];
  readonly track: "AT" | "BT";
  readonly graph: LineGraph;
  /** Are her lines only those of her earlier plan? */
  readonly isKept?: true;
  /** What leaving one of them out costs, by tier. */
  readonly unplacedCost: readonly number[];
  /** What one of them bears who is left out, where the worst-off doctor counts; else 0. */
  readonly unplacedBurden: number;
  /** By option: the base row it takes, or −1. */
  readonly optionBase: Int32Array;
}

/** Fixed spans that her intake alone has. */
function ownSpans(problem: Problem, doctor: Doctor): readonly FixedSpan[] | undefined {
  const { fixedSpans } = lookup(problem).owed(doctor);
  return fixedSpans === lookup(problem).programme(doctor.programme).fixedSpans
    ? undefined
    : fixedSpans;
}

/** What of a doctor her lines depend on, as text: doctors who agree in it have it in common. */
interface Traits {
  /** What rules look at. */
  readonly rules: string;
  /** What her lines depend on. */
  readonly lines: string;
  /** What they and their costs depend on. */
  readonly costs: string;
}

function traitsOf(problem: Problem, doctor: Doctor, splits: ReadonlySet<string>): Traits {
  const { intake, wishes, previous } = doctor;
  const rules = JSON.stringify({
    ...doctor,
    id: undefined,
    index: undefined,
    intake: undefined,
    // What is left of her programme follows from the rest; vacation moves nothing.
    remaining: undefined,
    vacations: undefined,
    wishes: undefined,
    previous: undefined,
    spans: ownSpans(problem, doctor),
  });
  // Wishes that need a memory shape the graph; the others are laid over it.
  const { remembersBurden } = channelsOf(problem);
  const remembered = wishes.filter(({ kind }) => remembersBurden || kind === "stay-put");
  const lines = `${rules} ${JSON.stringify([previous, remembered])}`;
  const split = intake !== undefined && splits.has(intake) ? intake : "";
  return { rules, lines, costs: `${lines} ${JSON.stringify(wishes)} ${split}` };
}

/** Sets of stays that can be done at some time, up to which a graph has a node for each; with stays to choose from an eighth. */
const EXACT_UP_TO = 300;

/** How many such sets, each as often as there are sites where stays may wait and the last site is remembered. */
function sizeOf({ programme, doctor, problem }: DoctorFacts): number {
  const has = (id: RuleId) => programme.rules.find(({ rule }) => rule === id);
  const remembers =
    doctor.wishes.some(({ kind }) => kind === "stay-put") ||
    (has("site-changes") ?? has("site-limit")) !== undefined;
  const waits = has("one-unbroken-block")?.mode !== "must";
  return selections(programme) * (remembers && waits ? problem.sites.length : 1);
}

interface ProfileOptions {
  readonly relaxFrom?: number;
  /** Who can keep her earlier plan at no cost up to this tier has no other lines (kept.ts). */
  readonly keepUpTo?: number | undefined;
}

/** Groups the doctors and builds each group's graph. */
export function profilesOf(
  problem: Problem,
  limits: Limits,
  { relaxFrom = EXACT_UP_TO, keepUpTo }: ProfileOptions = {},
): Profile[] {
  const splits = new Set(limits.bases.map(({ intake }) => intake));
  const groups = new Map<string, { readonly traits: Traits; readonly doctors: Doctor[] }>();
  for (const doctor of problem.doctors) {
    const traits = traitsOf(problem, doctor, splits);
    const group = groups.get(traits.costs);
    if (group === undefined) groups.set(traits.costs, { traits, doctors: [doctor] });
    else group.doctors.push(doctor);
  }
  const channels = channelsOf(problem);
  const placed = new Map<string, readonly Unit[]>();
  const graphs = new Map<string, LineGraph>();
  const encodings = new Map<string, readonly Encoding[]>();
  const rulesOf = (facts: DoctorFacts, { rules: key }: Traits): readonly Encoding[] => {
    const rules = encodings.get(key) ?? ruleEncodings(facts);
    encodings.set(key, rules);
    return rules;
  };
  const sharedGraph = (facts: DoctorFacts, units: readonly Unit[], traits: Traits): LineGraph => {
    const rules = rulesOf(facts, traits);
    const shared = graphs.get(traits.lines) ?? buildGraph(facts, units, channels.count, { rules });
    graphs.set(traits.lines, shared);
    return shared;
  };
  const wholeGraph = (facts: DoctorFacts, units: readonly Unit[], traits: Traits): LineGraph =>
    // Relaxed graphs do not remember what a line burdens.
    sizeOf(facts) > (facts.programme.groups.length > 0 ? relaxFrom / 8 : relaxFrom) &&
    !channels.remembersBurden
      ? buildRelaxedGraph(facts, units, channels.count)
      : withWishes(sharedGraph(facts, units, traits), facts);
  return [...groups.values()].map(({ traits, doctors }, index) => {
    const [first] = doctors as [Doctor, ...Doctor[]];
    const facts = doctorFacts(problem, first);
    const units = unitsFor(problem, first, placed);
    const kept =
      keepUpTo === undefined ? undefined : keptGraph(facts, rulesOf(facts, traits), keepUpTo);
    const graph = kept ?? wholeGraph(facts, units, traits);
    const unplaced = leftOut(first, channels);
    return {
      index,
      doctors: doctors.map((doctor) => doctor.index),
      ...(kept === undefined ? {} : { isKept: true }),
      track: facts.programme.track,
      graph,
      unplacedCost: unplaced.slice(0, channels.tiers.length),
      unplacedBurden: unplaced[channels.tiers.length] ?? 0,
      optionBase: basesOf(problem, first, graph, limits),
    };
  });
}

/** Units that could matter to a doctor: those of her region when the rule that keeps her there must hold. */
function unitsFor(
  problem: Problem,
  doctor: Doctor,
  known: Map<string, readonly Unit[]>,
): readonly Unit[] {
  if (!staysInRegion(lookup(problem).owed(doctor))) return problem.units;
  let units = known.get(doctor.region);
  if (units === undefined) {
    units = problem.units.filter(({ region }) => region === doctor.region);
    known.set(doctor.region, units);
  }
  return units;
}

const without: Int32Array[] = [];

/** So many options that take no base row, the same for all. */
function noBases(options: number): Int32Array {
  without[options] ??= new Int32Array(options).fill(-1);
  return without[options];
}

/**
 * A line takes its intake's seat at its base site. All stays at base lie at one site
 * (one-base-site), so the first such requirement stands for all of them.
 */
function basesOf(problem: Problem, doctor: Doctor, graph: LineGraph, limits: Limits): Int32Array {
  const own = limits.bases.flatMap((base, at) =>
    base.intake === doctor.intake ? [{ base, at }] : [],
  );
  if (own.length === 0) return noBases(graph.optionUnit.length);
  const bases = new Int32Array(graph.optionUnit.length).fill(-1);
  const marked = lookup(problem)
    .owed(doctor)
    .requirements.find(({ atBase }) => atBase)?.index;
  graph.optionRequirement.forEach((requirement, o) => {
    if (requirement !== marked) return;
    const site = problem.units[graph.optionUnit[o] ?? -1]?.site;
    const found = own.find(({ base }) => base.site === site);
    if (found !== undefined) bases[o] = limits.lanes.length * limits.periods + found.at;
  });
  return bases;
}
