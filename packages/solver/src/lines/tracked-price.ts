/**
 * The cheapest line of a profile by sets of stays that track as many requirements as needed, all where
 * sets are few. What is not tracked may come twice on a path: a price on it (side-prices.ts) makes that
 * dear, which bounds every line from below, and what keeps coming twice is tracked from then on.
 */

import { IMPROVES, PRICE_GRID } from "../tolerance.ts";
import { keepLine, weighKnown } from "./known-lines.ts";
import type { Line } from "./line.ts";
import { lineAlong } from "./line-along.ts";
import type { Relaxed, SubsetShape } from "./line-graph.ts";
import { LineMemory } from "./line-memory.ts";
import type { RelaxedWork } from "./price-work.ts";
import type { Profile } from "./profile.ts";
import { allOf, staySets } from "./stay-sets.ts";
import { SubsetLines } from "./subset-lines.ts";
import { type CostTables, SubsetPricer } from "./subset-price.ts";
import { type SubsetStates, subsetStates } from "./subset-states.ts";

const MOST_STATES = 300_000;
const SOME_STATES = 40_000;
/** Sets past which fewer requirements are tracked. */
const MOST_SETS = 60_000;
/** The most of a profile that is priced once with all its requirements tracked. */
const WHOLE = { sets: 400_000, states: 8_000_000 };
/** Passes of one pricing, and those in vain before the price steps grow shorter. */
const PASSES = 6;
const PATIENCE = 3;
/** Passes between two looks for lines, and paths that go on in each. */
const BEAM_EACH = 5;
const BEAM = 8;
/** Paths that go on where it is to be shown that no line is cheaper than the best known. */
const FRONT = 400;
/** As many while no line is known at all. */
const FIRST = 2_000;
/** Lines kept of a profile. */
const POOL = 120;

/** What paths cost, and what a line does. */
export interface LineCosts extends CostTables {
  costOf(line: Line): number;
}

/** States of a profile whose requirements are all tracked, and where some are not. */
export interface MostStates {
  readonly all: number;
  readonly some: number;
}

interface Begun {
  readonly shape: SubsetShape;
  readonly tracked: number;
  readonly states: SubsetStates;
  readonly most: number;
}

export class TrackedPricer {
  private readonly profile: Profile;
  private readonly relaxed: Relaxed;
  private readonly shape: SubsetShape;
  private readonly most: number;
  private readonly places: LineMemory | undefined;
  private tracked: number;
  private pricer: SubsetPricer;
  private lines: SubsetLines;
  /** By requirement: how often paths had it more than once since the last became tracked. */
  private readonly repeats: Float64Array;
  /** Are all requirements tracked from the beginning, so that a path is a line? */
  readonly tracksAll: boolean;
  private full = false;
  /** Those of the last run. */
  private costs: LineCosts | undefined;

  private constructor(profile: Profile, relaxed: Relaxed, { shape, tracked, states, most }: Begun) {
    this.profile = profile;
    this.relaxed = relaxed;
    this.shape = shape;
    this.most = most;
    this.tracked = tracked;
    this.tracksAll = shape.remembersAll && tracked === allOf(relaxed.facts.programme);
    this.pricer = new SubsetPricer(relaxed, shape, states);
    this.places = shape.remembersAll
      ? undefined
      : new LineMemory(profile.graph, relaxed, { weights: [], burden: -1 });
    this.lines = new SubsetLines(profile.graph, this.pricer, this.places);
    this.repeats = new Float64Array(relaxed.optional.length);
  }

  /** Undefined where a rule asks more than a set can tell, or even the smallest sets are too many; `most` states. */
  static of(
    profile: Profile,
    most: MostStates = { all: MOST_STATES, some: SOME_STATES },
  ): TrackedPricer | undefined {
    const { relaxed, sources } = profile.graph;
    if (relaxed === undefined || sources.length !== 1) return undefined;
    const [shape] = relaxed.subsets;
    const least = relaxed.subsets.at(-1);
    if (shape === undefined || least === undefined) return undefined;
    const all = allOf(relaxed.facts.programme);
    const tried = [
      { shape, tracked: all, upTo: most.all },
      { shape, tracked: 0, upTo: most.some },
      { shape: least, tracked: 0, upTo: Math.max(most.all, most.some) },
    ];
    for (const { upTo, ...kept } of tried) {
      const states = statesOf(profile, relaxed, kept.shape, kept.tracked);
      if (states === undefined || states.count > upTo) continue;
      return new TrackedPricer(profile, relaxed, { ...kept, states, most: most.some });
    }
    return undefined;
  }

  /** A bound on the cheapest line's cost, as a rule that cost itself; the line is in the work. */
  run(own: RelaxedWork, costs: LineCosts, enough: number): number {
    this.costs = costs;
    weighKnown(own, costs);
    let best = Number.NEGATIVE_INFINITY;
    let stuck = 0;
    let reach = 1;
    for (let pass = 0; ; pass++) {
      const bound = this.bound(own, costs);
      if (bound > best) {
        best = bound;
        own.side.keep();
        stuck = 0;
      } else stuck++;
      if (best >= own.lineCost || bound === Number.POSITIVE_INFINITY) break;
      const path = this.pricer.walk();
      const line = lineAlong(this.profile, this.start, path);
      if (line !== undefined) this.keep(own, line, costs);
      if (best >= own.lineCost) break;
      if (pass % BEAM_EACH === 0) this.beam(own, costs);
      if (best >= own.lineCost || pass >= PASSES) break;
      if (own.lineCost < enough - IMPROVES) return Math.min(best, own.lineCost);
      if (stuck >= PATIENCE) {
        stuck = 0;
        reach *= 0.6;
        own.side.restore();
        if (this.track()) {
          reach = 1;
          continue;
        }
      }
      if (!this.move(own, path, bound, reach)) break;
    }
    if (best >= own.lineCost || best === Number.POSITIVE_INFINITY)
      return Math.min(best, own.lineCost);
    return this.prove(own, costs, best);
  }

  private get start(): number {
    return this.profile.graph.sourceStart[0] as number;
  }

  /** What every line costs at the least, under the prices of the moment. */
  private bound(own: RelaxedWork, costs: LineCosts): number {
    const { cost, adjusted, side } = own;
    const { optionRequirement, slotFrom } = this.profile.graph;
    const { optionSlot } = this.relaxed;
    side.settle();
    for (let o = 0; o < cost.length; o++) {
      const requirement = optionRequirement[o] as number;
      const from = slotFrom[optionSlot[o] as number] as number;
      adjusted[o] =
        (cost[o] as number) + side.of(requirement, from, o) + (side.mu[requirement] as number);
    }
    return this.pricer.price(adjusted, costs) - side.constant;
  }

  /** Moves the prices along what the path breaks; false where it breaks nothing. */
  private move(own: RelaxedWork, path: readonly number[], bound: number, reach: number): boolean {
    const { optionRequirement, slotFrom } = this.profile.graph;
    const { optionSlot } = this.relaxed;
    const seen = new Set<number>();
    const taken = path.map((option) => {
      const requirement = optionRequirement[option] as number;
      if (seen.has(requirement)) this.repeats[requirement] = (this.repeats[requirement] ?? 0) + 1;
      seen.add(requirement);
      return { requirement, from: slotFrom[optionSlot[option] as number] as number, option };
    });
    const gap = Number.isFinite(own.lineCost) ? own.lineCost - bound : 4;
    return own.side.move(taken, (size) => (reach * gap) / size);
  }

  /** Tracks what came twice most often; false where there is no room, or nothing did. */
  private track(): boolean {
    if (this.full) return false;
    let most = -1;
    this.repeats.forEach((count, at) => {
      if (count > 0 && (most < 0 || count > (this.repeats[most] as number))) most = at;
    });
    this.repeats.fill(0);
    if (most < 0) return false;
    const tracked = this.tracked | (1 << most);
    const states = statesOf(this.profile, this.relaxed, this.shape, tracked);
    if (states === undefined || states.count > this.most) {
      this.full = true;
      return false;
    }
    this.tracked = tracked;
    this.pricer = new SubsetPricer(this.relaxed, this.shape, states);
    this.lines = new SubsetLines(this.profile.graph, this.pricer, this.places);
    return true;
  }

  /** Looks for lines along the best few paths. */
  private beam(own: RelaxedWork, costs: LineCosts, width = BEAM): void {
    const upTo = own.lineCost + own.side.constant;
    const { lines } = this.lines.front(own.adjusted, { width, upTo });
    for (const options of lines) this.take(own, options, costs);
  }

  private take(own: RelaxedWork, options: readonly number[], costs: LineCosts): void {
    const line = lineAlong(this.profile, this.start, options);
    if (line !== undefined) this.keep(own, line, costs);
  }

  /** Goes through all that could be cheaper than the best line known, as far as that is soon done. */
  private prove(own: RelaxedWork, costs: LineCosts, best: number): number {
    own.side.restore();
    const least = Math.max(best, this.bound(own, costs));
    // Where no line is known at all any is worth a longer look.
    if (own.line === undefined) this.beam(own, costs, FIRST);
    for (;;) {
      const known = own.lineCost;
      const upTo = known + own.side.constant - PRICE_GRID;
      const { isComplete, lines } = this.lines.front(own.adjusted, {
        width: FRONT,
        upTo,
        all: true,
      });
      for (const options of lines) this.take(own, options, costs);
      // Paths alike for a rule that only lines are asked about are not alike.
      if (isComplete && this.shape.remembersAll) return own.lineCost;
      if (own.lineCost < known) continue;
      const whole = own.thorough ? this.whole(own, costs) : least;
      return Math.min(Math.max(least, whole), own.lineCost);
    }
  }

  /** By sets that track every requirement, once, where they can be held in memory at all: slow, and exact. */
  private whole(own: RelaxedWork, costs: LineCosts): number {
    const { profile, relaxed } = this;
    const [shape = this.shape] = relaxed.subsets;
    const all = allOf(relaxed.facts.programme);
    const states = statesOf(profile, relaxed, shape, all, WHOLE.sets);
    if (states === undefined || states.count > WHOLE.states) return Number.NEGATIVE_INFINITY;
    const pricer = new SubsetPricer(relaxed, shape, states);
    const bound = pricer.price(own.cost, costs);
    if (bound < Number.POSITIVE_INFINITY) this.take(own, pricer.walk(), costs);
    return bound;
  }

  /** Every line that costs so much at the most, at the prices of the last run; undefined past `most`. */
  within(own: RelaxedWork, upTo: number, most: number): Line[] | undefined {
    const { costs } = this;
    if (costs === undefined) return undefined;
    const found: Line[] = [];
    const above = upTo + own.side.constant;
    const listed = this.lines.eachWithin(
      own.adjusted,
      () => above,
      100 * most,
      (options) => {
        const line = lineAlong(this.profile, this.start, options);
        if (line !== undefined && costs.costOf(line) <= upTo) found.push(line);
        return found.length <= most;
      },
    );
    return listed && found.length <= most ? found : undefined;
  }

  private keep(own: RelaxedWork, line: Line, costs: LineCosts): void {
    keepLine(own, line, costs, POOL);
  }
}

function statesOf(
  profile: Profile,
  relaxed: Relaxed,
  shape: SubsetShape,
  tracked: number,
  most = MOST_SETS,
): SubsetStates | undefined {
  const { programme } = relaxed.facts;
  const sets = staySets({ programme, before: shape.before, tracked, most });
  return sets === undefined ? undefined : subsetStates(profile, relaxed, shape, sets);
}
