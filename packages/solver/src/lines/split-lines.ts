/** Where a linear program gives a doctor parts of several lines: what tells these apart best, for branching. */
import { WHOLE } from "../tolerance.ts";
import type { Component } from "./component.ts";
import type { Line } from "./line.ts";
import type { Deleted } from "./price.ts";
import type { Profile } from "./profile.ts";

/** A line and how much of a doctor takes it. */
export interface Part {
  readonly line: Line;
  readonly share: number;
}

/** One doctor's stay for a requirement begins before a period, or not. A line meets a requirement once. */
export interface Split {
  /** Index into the component's profiles. */
  readonly at: number;
  readonly requirement: number;
  readonly before: number;
  /** How much of the doctor begins before. */
  readonly early: number;
}

/** For each doctor who has parts of lines at several times the split nearest to halves; the evenest first. */
export function splitsOf({ profiles }: Component, parts: readonly Part[]): Split[] {
  const at = new Map(profiles.map(({ index }, i) => [index, i]));
  const own = new Map<number, Part[]>();
  for (const part of parts) {
    if (part.share > 1 - WHOLE) continue;
    const i = at.get(part.line.profile) ?? -1;
    const known = own.get(i);
    if (known === undefined) own.set(i, [part]);
    else known.push(part);
  }
  const splits = [...own].flatMap(([i, several]) => {
    const profile = profiles[i];
    // Of several doctors alike one may begin early and another late: neither side holds all their plans.
    if (profile === undefined || profile.doctors.length > 1) return [];
    return evenest(profile, i, several) ?? [];
  });
  return splits.sort((a, b) => evenness(b) - evenness(a) || a.at - b.at);
}

const evenness = ({ early }: Split): number => Math.min(early, 1 - early);

function evenest({ graph }: Profile, at: number, parts: readonly Part[]): Split | undefined {
  const begins = new Map<number, Map<number, number>>();
  for (const { line, share } of parts) {
    for (const slot of line.slots) {
      const requirement = graph.slotRequirement[slot] as number;
      const from = graph.slotFrom[slot] as number;
      const shares = begins.get(requirement) ?? new Map<number, number>();
      begins.set(requirement, shares.set(from, (shares.get(from) ?? 0) + share));
    }
  }
  let best: Split | undefined;
  for (const [requirement, shares] of begins) {
    let early = 0;
    const sorted = [...shares].sort(([a], [b]) => a - b);
    for (const [i, [from, share]] of sorted.entries()) {
      early += share;
      const next = sorted[i + 1]?.[0];
      if (next === undefined) continue;
      const split = { at, requirement, before: Math.ceil((from + next) / 2), early };
      if (best === undefined || evenness(split) > evenness(best) + WHOLE) best = split;
    }
  }
  return best;
}

/** What is left of a profile's graph on one side of a split. */
export function sideOf(
  { graph }: Profile,
  deleted: Deleted | undefined,
  { requirement, before }: Split,
  isEarly: boolean,
): Deleted {
  const arcs = deleted === undefined ? new Uint8Array(graph.arcTail.length) : deleted.arcs.slice();
  const options = deleted?.options ?? new Uint8Array(graph.optionUnit.length);
  graph.arcSlot.forEach((slot, a) => {
    if (graph.slotRequirement[slot] !== requirement) return;
    if ((graph.slotFrom[slot] as number) < before !== isEarly) arcs[a] = 1;
  });
  return { arcs, options };
}

/** Whole lines for the doctors of each profile: those that have the largest parts. */
export function wholeLines(
  { profiles }: Component,
  parts: readonly Part[],
): { readonly line: Line; readonly count: number }[] {
  const left = new Map(profiles.map(({ index, doctors }) => [index, doctors.length]));
  const take = (line: Line, wanted: number) => {
    const count = Math.min(wanted, left.get(line.profile) ?? 0);
    left.set(line.profile, (left.get(line.profile) ?? 0) - count);
    return count;
  };
  const counted = parts.map(({ line, share }) => {
    const count = take(line, Math.floor(share + WHOLE));
    return { line, count, rest: share - count };
  });
  return counted
    .sort((a, b) => b.rest - a.rest)
    .map(({ line, count, rest }) => ({ line, count: rest > WHOLE ? count + take(line, 1) : count }))
    .filter(({ count }) => count > 0);
}
