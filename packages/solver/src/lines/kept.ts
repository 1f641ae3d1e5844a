/**
 * Who may keep her earlier plan is first taken to do so, and has no other lines (docs/formulation.md 8).
 *
 * Let p be the first tier in which changes count. A doctor is *kept* when some line without a change
 * costs nothing in the tiers up to p. If a plan of all then costs, in each of these tiers, what every
 * doctor costs at the least with every seat free, no plan is better there, and in every plan that is as
 * good each doctor costs her least: a kept one nothing, so that she changes nothing. In the tiers after
 * p nothing is lost, and bounds of theirs hold. If it does not, everyone's lines are needed.
 */
import { addsUp, boundaryAt, lookup, type Measure, type Problem } from "@placera/domain";
import { channelsOf } from "../formulation/channels.ts";
import type { Encoding } from "../formulation/encodings.ts";
import type { DoctorFacts } from "../formulation/facts.ts";
import { loadIn } from "../formulation/load.ts";
import { buildGraph } from "./graph.ts";
import type { KeptStays } from "./graph-builder.ts";
import { withWishes } from "./graph-wishes.ts";
import type { LineGraph } from "./line-graph.ts";
import { shortest } from "./shortest.ts";

const MOVED: readonly Measure[] = ["changes-people", "changes-placements"];

/** The first tier in which changes count, where doctors can be kept; undefined where none can. */
export function keepingTier(problem: Problem): number | undefined {
  const { doctors, objective, unitRules } = problem;
  const channels = channelsOf(problem);
  if (doctors.every(({ previous }) => previous.length === 0)) return undefined;
  // What is not the sum of what each doctor costs could be less where somebody changes.
  if (!objective.tiers.every(addsUp) || loadIn(problem) !== undefined) return undefined;
  if (unitRules.some(({ mode }) => typeof mode === "object")) return undefined;
  if (channels.burden !== undefined) return undefined;
  const charged = MOVED.flatMap((measure) => channels.charges(measure));
  const tiers = charged.flatMap(({ channel, weight }) => (weight > 0 ? [channel] : []));
  return tiers.length === 0 ? undefined : Math.min(...tiers);
}

/** The graph of her lines without a change, by the encodings of her rules, if one costs nothing in the tiers up to `tier`. */
export function keptGraph(
  facts: DoctorFacts,
  rules: readonly Encoding[],
  tier: number,
): LineGraph | undefined {
  const stays = keptStays(facts);
  if (stays === undefined) return undefined;
  const before = new Map<string, string>(
    facts.doctor.previous.map(({ requirement, unit }) => [requirement, unit]),
  );
  const there: Encoding = {
    rule: "kept",
    price: "must",
    encoding: { place: ({ id }, unit) => (before.get(id) === unit.id ? 0 : 1) },
  };
  const used = new Set(facts.doctor.previous.map(({ unit }) => lookup(facts.problem).unit(unit)));
  const { count } = channelsOf(facts.problem);
  const own = [...used].sort((a, b) => a.index - b.index);
  const graph = withWishes(
    buildGraph(facts, own, count, { rules, more: [there], only: stays }),
    facts,
  );
  const weights = Array.from({ length: tier + 1 }, () => 1);
  return shortest(graph, weights) === 0 ? graph : undefined;
}

/** When her stays were, by index of the requirement; undefined where she had none or one is off the grid. */
function keptStays({ doctor, programme, problem }: DoctorFacts): KeptStays | undefined {
  if (doctor.previous.length === 0) return undefined;
  const stays = new Map<number, { readonly from: number; readonly to: number }>();
  for (const was of doctor.previous) {
    const index = programme.requirements.findIndex(({ id }) => id === was.requirement);
    const from = boundaryAt(problem.calendar, was.from);
    const to = boundaryAt(problem.calendar, was.to);
    if (index < 0 || from === undefined || to === undefined) return undefined;
    stays.set(index, { from, to });
  }
  return stays;
}
