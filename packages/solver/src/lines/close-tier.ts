/** Whether a tier has a plan within its gap, over all that elimination leaves: arcs, or whole lines where graphs are relaxed. */
import { only } from "./blend.ts";
import { type CloseParams, close } from "./close.ts";
import type { Closed } from "./closing.ts";
import { combine } from "./combine.ts";
import { eliminate } from "./eliminate.ts";
import type { BoundProof } from "./generate.ts";
import { linesNear } from "./lines-near.ts";
import { linesWithin } from "./lines-within.ts";
import { isRelaxed, isVast, type Masters } from "./masters.ts";
import type { SearchState } from "./search-state.ts";

/** Arcs up to which the arc-flow model is worth a try, and up to which it is tried at once. */
const CLOSE_ARCS = { tried: 6000, atOnce: 500 };
/** Lines up to which the integer program over all of them is worth a try. */
const CLOSE_LINES = 12_000;

/** What is known when a tier is closed. */
export interface Bounded {
  readonly proof: BoundProof;
  /** Is the bound as good as any linear program gives? */
  readonly tightened: boolean;
}

/** Undefined where what is left is too much. */
export async function closeTier(
  state: SearchState,
  masters: Masters,
  { proof, tightened }: Bounded,
  params: CloseParams,
): Promise<Closed | undefined> {
  const gap = params.cutoff - proof.bound;
  if (isVast(state)) return undefined;
  if (isRelaxed(state)) return closeLines(state, masters, proof, params);
  const eliminated = eliminate(state, proof, gap);
  if (eliminated.arcsLeft > (tightened ? CLOSE_ARCS.tried : CLOSE_ARCS.atOnce)) return undefined;
  state.watch.turn({ stage: "closing", lines: masters.lines.length });
  return close(state, eliminated, params);
}

/** Over every line within the gap; where these are too many over some, which proves nothing. */
async function closeLines(
  state: SearchState,
  masters: Masters,
  proof: BoundProof,
  params: CloseParams,
): Promise<Closed> {
  const gap = params.cutoff - proof.bound;
  const all = linesWithin(state, proof, gap, CLOSE_LINES);
  if (all === undefined) masters.addPooled(linesNear(state, proof, gap));
  const lines = all ?? masters.pooledLines;
  state.watch.turn({ stage: "closing", lines: lines.length });
  const closed = await combine(state, lines, {
    ...params,
    weights: only(params.tier, state.tiers),
  });
  if (all !== undefined) return closed;
  return closed.kind === "better"
    ? { ...closed, proven: false }
    : { kind: "stopped", nodes: closed.nodes };
}
