/**
 * The sets of stays that a doctor can have done at some time, in order of size, with the steps between
 * them. Where they are too many, only some requirements are tracked: of the others of a kind (what
 * all do, or a group to choose of) a set knows how many are done, so that one may be done twice.
 */
import type { Programme } from "@placera/domain";
import { selections } from "../formulation/choices.ts";

export interface StaySets {
  /** How many stays a complete set has. */
  readonly stays: number;
  /** Sets of n stays are [sizeStart[n], sizeStart[n + 1]). */
  readonly sizeStart: readonly number[];
  /** From set s: [stepFrom[s], stepFrom[s + 1]) → class of the stay and the set after, counted within its size. */
  readonly stepFrom: Int32Array;
  readonly stepClass: Int32Array;
  readonly stepTo: Int32Array;
  /** By requirement: its class. Those of a kind that are not tracked are one class. */
  readonly classOf: Int32Array;
  readonly classes: number;
}

export interface StaySetsParams {
  readonly programme: Programme;
  /** By requirement, as bits: those that must have begun before it. */
  readonly before: readonly number[];
  /** As bits: the requirements that sets know of. */
  readonly tracked: number;
  /** Sets past which there is no answer. */
  readonly most: number;
}

/** As many times the sets allowed, if the order of stays were free, are not even counted. */
const MANY = 4;

interface StayClass {
  readonly kind: number;
  /** The one requirement, or 0 where the class has several. */
  readonly bit: number;
  /** The tracked ones that must have begun before. */
  readonly needs: number;
  readonly size: number;
}

/** Every requirement, as bits. */
export const allOf = ({ requirements }: Programme): number => 2 ** requirements.length - 1;

/**
 * Undefined where they are too many, or none is ever complete. One complete set stands for all:
 * nothing comes after it.
 */
export function staySets({
  programme,
  before,
  tracked,
  most,
}: StaySetsParams): StaySets | undefined {
  const { requirements, groups } = programme;
  if (tracked === allOf(programme) && selections(programme) > MANY * most) return undefined;
  const owed = requirements.filter(({ group }) => group === undefined).length;
  const targets = [owed, ...groups.map(({ choose }) => choose)];
  const stays = targets.reduce((sum, target) => sum + target, 0);
  const { classOf, classes } = classesOf(programme, before, tracked);
  const trackedOf = targets.map((_, kind) =>
    classes.reduce((mask, each) => (each.kind === kind ? mask | each.bit : mask), 0),
  );
  // A set is how many are done of each kind, in mixed radix, and which of those tracked.
  const masks = 2 ** requirements.length;
  const radix = targets.map((_, kind) =>
    targets.slice(0, kind).reduce((product, target) => product * (target + 1), masks),
  );
  const sizeStart = [0, 1];
  const stepFrom = [0];
  const stepClass: number[] = [];
  const stepTo: number[] = [];
  let sets = [0];
  for (let size = 1; size <= stays; size++) {
    const later = new Map<number, number>();
    for (const set of sets) {
      const done = set % masks;
      const counts = targets.map(
        (target, kind) => Math.floor(set / (radix[kind] as number)) % (target + 1),
      );
      for (const [index, { kind, bit, needs, size: members }] of classes.entries()) {
        const count = counts[kind] as number;
        if (count === targets[kind]) continue;
        if ((needs & ~done) !== 0 || (done & bit) !== 0) continue;
        if (bit === 0 && count - bits(done & (trackedOf[kind] as number)) >= members) continue;
        const after = set + (radix[kind] as number) + bit;
        const at = later.get(after) ?? later.size;
        later.set(after, at);
        stepClass.push(index);
        stepTo.push(size === stays ? 0 : at);
      }
      stepFrom.push(stepTo.length);
    }
    // Nothing can be done next, and nobody is done.
    if (later.size === 0) return undefined;
    sets = [...later.keys()];
    sizeStart.push((sizeStart.at(-1) ?? 0) + (size === stays ? 1 : sets.length));
    if ((sizeStart.at(-1) ?? 0) > most) return undefined;
  }
  return {
    stays,
    sizeStart,
    stepFrom: Int32Array.from(stepFrom),
    stepClass: Int32Array.from(stepClass),
    stepTo: Int32Array.from(stepTo),
    classOf,
    classes: classes.length,
  };
}

function classesOf(programme: Programme, before: readonly number[], tracked: number) {
  const classes: StayClass[] = [];
  const together = new Map<number, number>();
  const kindOf = (group: number | undefined): number => (group === undefined ? 0 : group + 1);
  const classOf = Int32Array.from(programme.requirements, ({ index, group }) => {
    const kind = kindOf(group);
    const bit = tracked & (1 << index);
    const needs = (before[index] ?? 0) & tracked;
    if (bit !== 0) return classes.push({ kind, bit, needs, size: 1 }) - 1;
    const known = together.get(kind);
    const size = programme.requirements.filter(
      (each) => kindOf(each.group) === kind && (tracked & (1 << each.index)) === 0,
    ).length;
    // What must come before one of them need not before another.
    const at = known ?? classes.push({ kind, bit: 0, needs: 0, size }) - 1;
    together.set(kind, at);
    return at;
  });
  return { classOf, classes };
}

/** How many bits are set. */
function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
