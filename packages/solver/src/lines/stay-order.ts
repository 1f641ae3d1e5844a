/** Stays of one doctor in order of time: what overlaps, what lies within, and what goes where. */
import type { StayCosts } from "./stay-costs.ts";

type Times = Pick<StayCosts, "from" | "to">;

/** More than one stay. */
export const SEVERAL = -2;

/** The one stay, but for the one to go, that overlaps an option; −1 where none does. */
export function overlapping(
  stays: Int32Array,
  option: number,
  goes: number,
  { from, to }: Times,
): number {
  const begin = from[option] as number;
  const end = to[option] as number;
  let found = -1;
  for (let i = 0; i < stays.length; i++) {
    const stay = stays[i] as number;
    if (i === goes || (from[stay] as number) >= end || (to[stay] as number) <= begin) continue;
    if (found >= 0) return SEVERAL;
    found = i;
  }
  return found;
}

/** Where the stays of a time begin, by their middles, if they are so many; else −1. */
export function within(
  stays: Int32Array,
  { begin, until, count }: { begin: number; until: number; count: number },
  { from, to }: Times,
): number {
  const middle = (at: number): number =>
    ((from[stays[at] as number] as number) + (to[stays[at] as number] as number)) / 2;
  let j = 0;
  while (j < stays.length && middle(j) < begin) j++;
  const next = j + count;
  if (next > stays.length || middle(next - 1) > until) return -1;
  if (next < stays.length && middle(next) < until) return -1;
  return j;
}

/** Takes stay i out and puts an option in by its time; answers where it is now. */
export function place(stays: Int32Array, i: number, option: number, { from, to }: Times): number {
  const middle = (from[option] as number) + (to[option] as number);
  const isBefore = (stay: number): boolean =>
    (from[stay] as number) + (to[stay] as number) < middle;
  let at = i;
  for (; at > 0 && !isBefore(stays[at - 1] as number); at--) stays[at] = stays[at - 1] as number;
  for (; at + 1 < stays.length && isBefore(stays[at + 1] as number); at++) {
    stays[at] = stays[at + 1] as number;
  }
  stays[at] = option;
  return at;
}

export function sortByTime(stays: Int32Array, { from }: Times): void {
  for (let i = 1; i < stays.length; i++) {
    const stay = stays[i] as number;
    let j = i - 1;
    for (; j >= 0 && (from[stays[j] as number] as number) > (from[stay] as number); j--) {
      stays[j + 1] = stays[j] as number;
    }
    stays[j + 1] = stay;
  }
}
