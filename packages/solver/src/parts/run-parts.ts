/** Works off parts in this thread, beside others that do the same with the same board. */
import type { Problem } from "@placera/domain";
import type { LinesEnd, SearchStage } from "../lines/begin-lines.ts";
import { type BoardMemory, nextToBegin, take, takeAny } from "./board.ts";
import { type PartParams, PartSearch } from "./part-search.ts";

/** Parts of a problem in the order in which they are begun, largest first. */
export interface Parts {
  readonly problem: Problem;
  /** Indices of doctors, by part. */
  readonly doctors: readonly (readonly number[])[];
}

export interface PartsHost {
  /** Asked often. */
  stopped(): boolean;
  /** Milliseconds until the solve's limit. */
  remainingMs(): number;
  exhausted(): void;
  /** The part has a first or a better plan. */
  better(part: number, search: PartSearch): void;
  turn(part: number, search: PartSearch, stage: SearchStage): void;
  done(part: number, search: PartSearch, end: LinesEnd): void;
}

/** A part rests when it has had its share of the time left, but not for less than the first of these. */
const SHARE_MS = { least: 500, most: 10_000 };

/**
 * First a good plan of every part, then part by part to the end: those begun here, the smallest first,
 * then those that wait elsewhere. One that takes long rests while others have not had their share.
 */
export async function runParts(
  parts: Parts,
  params: PartParams,
  board: BoardMemory,
  host: PartsHost,
): Promise<void> {
  const begin = (part: number): PartSearch => {
    const doctors = parts.doctors[part] ?? [];
    const search: PartSearch = new PartSearch(parts.problem, doctors, params, {
      stopped: () => host.stopped(),
      exhausted: () => host.exhausted(),
      better: () => host.better(part, search),
      turn: (stage) => host.turn(part, search, stage),
    });
    return search;
  };
  const waiting = new Map<number, PartSearch>();
  while (!host.stopped()) {
    const part = nextToBegin(board);
    if (part === undefined) break;
    const search = begin(part);
    waiting.set(part, search);
    search.prepare();
    host.better(part, search);
  }
  const resting: [number, PartSearch][] = [];
  const next = (): [number, PartSearch] | undefined => {
    for (const [part, search] of [...waiting].reverse()) {
      waiting.delete(part);
      if (take(board, part)) return [part, search];
    }
    const other = host.stopped() ? undefined : takeAny(board);
    // Begun anew here, it goes the way that it would have gone where it was begun first.
    if (other !== undefined) return [other, begin(other)];
    return resting.shift();
  };
  for (let turn = next(); turn !== undefined; turn = next()) {
    const [part, search] = turn;
    const others = waiting.size + resting.length;
    const share = host.remainingMs() / (others + 1);
    const until = host.remainingMs() - Math.min(SHARE_MS.most, Math.max(SHARE_MS.least, share));
    const ended = await search.go(() => others > 0 && host.remainingMs() < until);
    if (ended === "resting") resting.push(turn);
    else host.done(part, search, ended);
  }
}
