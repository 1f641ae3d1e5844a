/** From a master's solution to a plan: whole lines by diving, and units for their times where its rows are pooled. */
import { type Assignment, assign } from "./assignment.ts";
import type { Blend } from "./blend.ts";
import { chooseUnits } from "./choose-units.ts";
import { type DiveParams, dive } from "./dive.ts";
import type { Master } from "./master.ts";
import { isPooled } from "./master-rows.ts";
import type { SearchState } from "./search-state.ts";

/** Nodes that choosing units may take. */
const UNIT_NODES = 50;

export interface DivePlanParams extends DiveParams {
  /** What units are chosen by; the master minimises what it was told. */
  readonly blend: Blend;
  readonly seed: number;
}

/** Undefined where the dive gives up, where no units are found, or when stopped. */
export async function divePlan(
  state: SearchState,
  master: Master,
  { blend, seed, ...params }: DivePlanParams,
): Promise<Assignment | undefined> {
  const lines = dive(state, master, params);
  if (lines === undefined) return undefined;
  return isPooled(master.seats)
    ? seatAt(state, lines, { blend, seed })
    : assign(state.component, lines);
}

/** Units for lines whose times are good. */
export function seatAt(
  state: SearchState,
  lines: Assignment["lines"],
  { blend, seed }: Pick<DivePlanParams, "blend" | "seed">,
): Promise<Assignment | undefined> {
  return chooseUnits(state, lines, { weights: blend.weights, nodeLimit: UNIT_NODES, seed });
}
