/** How far a run was from its proof at fixed times. */
import type { TierResult } from "@placera/domain";
import type { FinishedRun, Measured } from "./run.ts";

/** Times at which gaps are told, in seconds. */
export const GAP_SECONDS = [1, 10, 30, 60] as const;

export interface Gap {
  /** The first tier that was open; undefined when every tier was proven. */
  readonly tier: string | undefined;
  readonly value: number;
  readonly bound: number;
  /** (value − bound) / max(1, value). */
  readonly share: number;
}

/** The gap so many seconds into the run; undefined when there was no plan with a bound yet. */
export function gapAt({ end }: FinishedRun, seconds: number): Gap | undefined {
  if (end.kind !== "solved") return undefined;
  const { measured } = end;
  if (measured.elapsedMs <= seconds * 1_000) return lastGap(measured);
  const known = measured.news?.findLast(({ atMs }) => atMs <= seconds * 1_000);
  return known && gapOf(known.tier, known.incumbent, known.bound);
}

/**
 * Milliseconds until it was proven how many must be left out, be it nobody; undefined when it never
 * was.
 */
export function placedMs({ end }: FinishedRun): number | undefined {
  if (end.kind !== "solved") return undefined;
  const { news = [], tiers, elapsedMs } = end.measured;
  if (tiers[0]?.proven !== true) return undefined;
  const known = news.find(
    ({ tier, incumbent, bound }) => tier !== "unplaced" || incumbent === bound,
  );
  return known?.atMs ?? elapsedMs;
}

function lastGap({ tiers }: Measured): Gap | undefined {
  if (tiers.length === 0) return undefined;
  const open = tiers.find((each: TierResult) => !each.proven);
  return open === undefined ? gapOf(undefined, 0, 0) : gapOf(open.tier, open.value, open.bound);
}

function gapOf(tier: string | undefined, value: number, bound: number): Gap {
  return { tier, value, bound, share: (value - bound) / Math.max(1, value) };
}

/** `0.31 % wishes`, `3 unplaced`, `0`, or – when nothing was known. */
export function gapText(gap: Gap | undefined): string {
  if (gap === undefined) return "–";
  if (gap.tier === undefined) return "0";
  if (gap.tier === "unplaced") return `${gap.value} unplaced`;
  const percent = gap.share * 100;
  return `${percent.toFixed(percent < 0.995 ? 3 : percent < 9.95 ? 2 : 1)} % ${gap.tier}`;
}
