/** Column generation: solve the master, price, add what improves, until the bound can rise no more. */

import { cutSignedPrice, IMPROVES, roundUp, WHOLE } from "../tolerance.ts";
import { type Priced, priceAll } from "./bound.ts";
import type { Line } from "./line.ts";
import type { Master } from "./master.ts";
import type { MasterPrices, MasterSolution } from "./master-solution.ts";
import { isVast } from "./masters.ts";
import { cheapLines } from "./price.ts";
import type { SearchState } from "./search-state.ts";
import { unitPrices } from "./unit-prices.ts";

/** Lines of one profile that a round adds. */
const MOST_LINES = 4;
/** Share of its value by which a linear program falls when it still falls. */
const FALL = 0.002;
/** Rounds since it fell so, within which pricing may be hasty where the cheapest line takes long to find. */
const HASTE = 2;

/** Prices and weights under which a bound was found. */
export interface BoundProof {
  readonly bound: number;
  readonly rows: Float64Array;
  readonly weights: readonly number[];
  /** Σ weight · value of the held tiers. */
  readonly held: number;
  /** By profile: the price of a burden, where the worst-off doctor counts. */
  readonly burdens?: Float64Array | undefined;
}

export interface Generated {
  readonly solution: MasterSolution;
  readonly proof: BoundProof;
  /** Did it end by itself, so that the bound is as good as it gets (rounded up)? */
  readonly complete: boolean;
}

export interface GenerateParams {
  /** The cost of every plan is a multiple of this. */
  readonly grid: number;
  /** No plan that is worth finding costs more than this; generation may end when the bound passes it. */
  readonly cutoff: number;
  /** Most rounds; a dive takes few. */
  readonly rounds: number;
  /** Share of the best prices so far in the prices tried (Wentges); 0 is plain. */
  readonly smoothing: number;
  /** Ends also after so many rounds that lowered the linear program by next to nothing. */
  readonly patience?: number | undefined;
  readonly proof?: BoundProof | undefined;
  /** Profiles with doctors to place; the others need no new lines. Then there is no bound. */
  readonly active?: readonly boolean[];
}

/** Undefined when stopped before the first solution. */
export function generate(
  state: SearchState,
  master: Master,
  params: GenerateParams,
): Generated | undefined {
  const { watch } = state;
  let proof: BoundProof = params.proof ?? {
    bound: Number.NEGATIVE_INFINITY,
    rows: new Float64Array(state.limits.rows),
    weights: [],
    held: 0,
  };
  let last: MasterSolution | undefined;
  let lowest = Number.POSITIVE_INFINITY;
  let fell = 0;
  const isClosed = ({ value, slack }: MasterSolution): boolean =>
    roundUp(proof.bound, params.grid) >= roundUp(value - WHOLE, params.grid) && slack < WHOLE;
  for (let round = 0; ; round++) {
    const solution = master.solve(watch.stopped);
    if (solution === undefined) {
      return last === undefined ? undefined : { solution: last, proof, complete: false };
    }
    last = solution;
    if (solution.value < lowest * (1 - FALL)) {
      lowest = solution.value;
      fell = round;
    }
    watch.turn({ stage: "bounding", lines: master.lines.length });
    const { prices } = solution;
    const note = (
      priced: Priced,
      { rows, weights, burdens }: Omit<BoundProof, "bound" | "held">,
    ) => {
      if (priced.bound <= proof.bound) return;
      proof = { bound: priced.bound, rows, weights, held: master.heldValue(weights), burdens };
    };
    // While it falls any line that improves will do.
    const enough = round - fell < HASTE ? prices.profiles : Number.NEGATIVE_INFINITY;
    const pricing = { turn: round, active: params.active, enough };
    let added = 0;
    if (params.smoothing > 0 && proof.weights.length > 0) {
      const smooth = blend(proof, prices, params.smoothing);
      const held = master.heldValue(smooth.weights);
      const priced = priceAll(state, { ...smooth, ...pricing, held });
      note(priced, smooth);
      added = addImproving(state, master, prices, priced, params.active);
    }
    // The last word may be worth more care than those before.
    for (const thorough of isVast(state) ? [false, true] : [false]) {
      if (added > 0 || (thorough && isClosed(solution))) break;
      const held = master.heldValue(prices.weights);
      const priced = priceAll(state, { ...prices, ...pricing, held, thorough });
      note(priced, prices);
      // Under these very prices what a line costs tells whether it improves.
      const improves = priced.costs.map((cost, at) =>
        cost - (prices.profiles[at] as number) < -IMPROVES ? cost : Number.POSITIVE_INFINITY,
      );
      added = addImproving(state, master, prices, { costs: improves }, params.active);
    }
    const closed = isClosed(solution);
    const done = added === 0 || closed || roundUp(proof.bound, params.grid) > params.cutoff;
    const stuck = round - fell >= (params.patience ?? Number.POSITIVE_INFINITY);
    if (done || stuck || round + 1 >= params.rounds) return { solution, proof, complete: done };
  }
}

/** Adds the cheapest lines known, of profiles with a finite cost, that improve under the prices. */
function addImproving(
  state: SearchState,
  master: Master,
  prices: MasterPrices,
  { costs }: Pick<Priced, "costs">,
  active: readonly boolean[] | undefined,
): number {
  const { component, limits, works } = state;
  const spread = unitPrices(limits, prices.rows);
  const improving: Line[] = [];
  component.profiles.forEach((profile, at) => {
    const work = works[at];
    if (work === undefined || active?.[at] === false) return;
    if (costs[at] === Number.POSITIVE_INFINITY) return;
    const found = cheapLines(profile, work).flatMap((line) => {
      const gain = master.has(line) ? 0 : master.reducedCost(line, spread, prices);
      return gain < -IMPROVES ? [{ line, gain }] : [];
    });
    found.sort((one, other) => one.gain - other.gain);
    improving.push(...found.slice(0, MOST_LINES).map(({ line }) => line));
  });
  return master.add(improving);
}

function blend(
  proof: BoundProof,
  prices: MasterPrices,
  share: number,
): Omit<BoundProof, "bound" | "held"> {
  const mix = (old: number, current: number): number =>
    old === current ? current : cutSignedPrice(share * old + (1 - share) * current);
  return {
    rows: prices.rows.map((price, row) => mix(proof.rows[row] as number, price)),
    weights: prices.weights.map((weight, k) => mix(proof.weights[k] ?? weight, weight)),
    burdens: prices.burdens?.map((price, at) => mix(proof.burdens?.[at] ?? 0, price)),
  };
}
