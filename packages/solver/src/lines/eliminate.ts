/**
 * Elimination by path-reduced costs (Irnich et al. 2010): an arc or option whose cheapest line
 * through it costs more than the gap above its profile's minimum is in no plan within the gap.
 */
import { alikeUnder } from "./alike.ts";
import { linesAreFree } from "./blend.ts";
import { priceAll, unplacedPrice } from "./bound.ts";
import type { BoundProof } from "./generate.ts";
import { type Deleted, type PriceWork, priceBackward, type TierWeights } from "./price.ts";
import type { Profile } from "./profile.ts";
import type { SearchState } from "./search-state.ts";
import { weightedCosts } from "./weighted-costs.ts";
import { weightsOf } from "./worst-off.ts";

export interface Eliminated {
  readonly deleted: Deleted[];
  readonly arcsLeft: number;
  /** By profile: may a doctor of it be left unplaced? */
  readonly unplaced: boolean[];
}

/** What may be left out of the graphs when only plans within `gap` of the proof's bound matter. */
export function eliminate(state: SearchState, proof: BoundProof, gap: number): Eliminated {
  const { component, works } = state;
  // Prices again, without changing what the bound is: the works now hold this proof's costs.
  const { burdens } = proof;
  const isFree = burdens === undefined && component.rows.every((row) => proof.rows[row] === 0);
  const alike = isFree ? alikeUnder(state, proof.weights) : undefined;
  const priced = priceAll(state, { ...proof, alike });
  const eliminated: OfProfile[] = [];
  component.profiles.forEach((profile, at) => {
    const known = eliminated[alike?.[at] ?? at];
    if (known !== undefined) {
      eliminated.push(known);
      return;
    }
    const work = works[at];
    const weights = weightsOf(proof.weights, burdens, at);
    const idle = unplacedPrice(profile, weights);
    const least = Math.min(priced.costs[at] as number, idle);
    const within = { weights, most: least + gap };
    eliminated.push(
      // A relaxed graph is left whole: its arcs are not a line's.
      work === undefined || profile.graph.relaxed !== undefined
        ? WHOLE_GRAPH
        : {
            ...eliminateIn(profile, work, state.deleted[at], within),
            unplaced: idle <= within.most,
          },
    );
  });
  return {
    deleted: eliminated.map(({ deleted }) => deleted),
    arcsLeft: eliminated.reduce((sum, each) => sum + each.arcsLeft, 0),
    unplaced: eliminated.map(({ unplaced }) => unplaced),
  };
}

interface OfProfile {
  readonly deleted: Deleted;
  readonly arcsLeft: number;
  readonly unplaced: boolean;
}

const WHOLE_GRAPH: OfProfile = {
  deleted: { arcs: new Uint8Array(0), options: new Uint8Array(0) },
  arcsLeft: Number.POSITIVE_INFINITY,
  unplaced: true,
};

function eliminateIn(
  profile: Profile,
  work: PriceWork,
  before: Deleted | undefined,
  { weights, most }: { readonly weights: TierWeights; readonly most: number },
): Omit<OfProfile, "unplaced"> {
  const { graph } = profile;
  const arcs = before === undefined ? new Uint8Array(graph.arcTail.length) : before.arcs.slice();
  const options =
    before === undefined ? new Uint8Array(graph.optionUnit.length) : before.options.slice();
  priceBackward(profile, work, weights, before);
  const { arc: arcCost } = weightedCosts(graph, weights);
  let arcsLeft = 0;
  // The cheapest way through a slot by any arc; an option adds what it costs above the slot's best.
  const through = new Float64Array(graph.slotFrom.length).fill(Number.POSITIVE_INFINITY);
  for (let a = 0; a < graph.arcTail.length; a++) {
    if (arcs[a] === 1) continue;
    const slot = graph.arcSlot[a] as number;
    const cost =
      (work.reach[graph.arcTail[a] as number] as number) +
      (arcCost[a] as number) +
      (work.slotCost[slot] as number) +
      (work.onward[graph.arcHead[a] as number] as number);
    if (!(cost <= most)) arcs[a] = 1;
    else {
      arcsLeft++;
      if (cost < (through[slot] as number)) through[slot] = cost;
    }
  }
  for (let s = 0; s < graph.slotFrom.length; s++) {
    const spare = most + (work.slotCost[s] as number) - (through[s] as number);
    for (let o = graph.optionStart[s] as number; o < (graph.optionStart[s + 1] as number); o++) {
      if (!((work.optionCost[o] as number) <= spare)) options[o] = 1;
    }
  }
  return { deleted: { arcs, options }, arcsLeft };
}

/** Does every line cost nothing under a proof's prices, so that none can be left out? */
export function sparesAll(state: SearchState, { rows, weights }: BoundProof): boolean {
  return (
    state.component.rows.every((row) => rows[row] === 0) &&
    weights.every((weight, k) => weight === 0 || (k < state.tiers && linesAreFree(state, k)))
  );
}
