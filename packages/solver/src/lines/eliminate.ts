/**
 * Elimination by path-reduced costs (Irnich et al. 2010): an arc or option whose cheapest line
 * through it costs more than the gap above its profile's minimum is in no plan within the gap.
 */
import { priceAll, unplacedPrice } from "./bound.ts";
import type { BoundProof } from "./generate.ts";
import { type Deleted, priceBackward } from "./price.ts";
import type { SearchState } from "./search-state.ts";
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
  const priced = priceAll(state, proof.rows, proof.weights, proof.held, 0, undefined, burdens);
  let arcsLeft = 0;
  const unplaced: boolean[] = [];
  const deleted = component.profiles.map((profile, at) => {
    const { graph } = profile;
    const work = works[at];
    const before = state.deleted[at];
    const arcs = before === undefined ? new Uint8Array(graph.arcTail.length) : before.arcs.slice();
    const options =
      before === undefined ? new Uint8Array(graph.optionUnit.length) : before.options.slice();
    // A relaxed graph is left whole: its arcs are not a line's.
    if (work === undefined || graph.relaxed !== undefined) {
      unplaced.push(true);
      if (graph.relaxed !== undefined) arcsLeft = Number.POSITIVE_INFINITY;
      return { arcs: new Uint8Array(0), options: new Uint8Array(0) };
    }
    const weights = weightsOf(proof.weights, burdens, at);
    priceBackward(profile, work, weights, before);
    const idle = unplacedPrice(profile, weights);
    const least = Math.min(priced.costs[at] as number, idle);
    unplaced.push(idle - least <= gap);
    // The cheapest way through a slot by any arc; an option adds what it costs above the slot's best.
    const through = new Float64Array(graph.slotFrom.length).fill(Number.POSITIVE_INFINITY);
    for (let a = 0; a < graph.arcTail.length; a++) {
      if (arcs[a] === 1) continue;
      const slot = graph.arcSlot[a] as number;
      const head = graph.arcHead[a] as number;
      const tail = graph.arcTail[a] as number;
      const arcCost = arcCostOf(graph.costs, weights, a);
      const cost =
        (work.reach[tail] as number) +
        arcCost +
        (work.slotCost[slot] as number) +
        (work.onward[head] as number);
      if (!(cost - least <= gap)) arcs[a] = 1;
      else {
        arcsLeft++;
        if (cost < (through[slot] as number)) through[slot] = cost;
      }
    }
    for (let s = 0; s < graph.slotFrom.length; s++) {
      for (let o = graph.optionStart[s] as number; o < (graph.optionStart[s + 1] as number); o++) {
        if (options[o] === 1) continue;
        const cost =
          (through[s] as number) - (work.slotCost[s] as number) + (work.optionCost[o] as number);
        if (!(cost - least <= gap)) options[o] = 1;
      }
    }
    return { arcs, options };
  });
  return { deleted, arcsLeft, unplaced };
}

function arcCostOf(
  costs: SearchState["component"]["profiles"][number]["graph"]["costs"],
  weights: readonly number[],
  arc: number,
): number {
  let sum = 0;
  weights.forEach((weight, k) => {
    if (weight !== 0) sum += weight * (costs[k]?.arc[arc] ?? 0);
  });
  return sum;
}
