/** The sets of stays that a doctor can have done at some time, in order of size, with the steps between them. */

import { choicesOf } from "../formulation/choices.ts";
import type { Encoding } from "../formulation/encodings.ts";
import type { DoctorFacts } from "../formulation/facts.ts";

export interface StaySets {
  /** How many stays a complete set has. */
  readonly stays: number;
  /** Sets of n stays are [sizeStart[n], sizeStart[n + 1]). */
  readonly sizeStart: readonly number[];
  /** From set s: [stepFrom[s], stepFrom[s + 1]) → requirement and the set after, counted within its size. */
  readonly stepFrom: Int32Array;
  readonly stepRequirement: Int32Array;
  readonly stepTo: Int32Array;
}

/** Sets past which labels over the relaxed graph are asked instead. */
const MOST_SETS = 60_000;

/**
 * Undefined where they are too many, or none is ever complete. One complete set stands for all:
 * nothing comes after it.
 */
export function staySets(
  { programme }: DoctorFacts,
  late: readonly Encoding[],
): StaySets | undefined {
  const { requirements } = programme;
  const choices = choicesOf(programme);
  const before = requirements.map(({ index }) =>
    late.reduce((mask, { encoding }) => mask | (encoding.before?.[index] ?? 0), 0),
  );
  const sizeStart = [0, 1];
  const stepFrom = [0];
  const stepRequirement: number[] = [];
  const stepTo: number[] = [];
  let sets = [0];
  while (!choices.complete(sets[0] ?? 0)) {
    const later = new Map<number, number>();
    for (const done of sets) {
      for (const requirement of requirements) {
        const { index } = requirement;
        if (!choices.open(done, requirement) || ((before[index] ?? 0) & ~done) !== 0) continue;
        const after = done | (1 << index);
        const at = later.get(after) ?? later.size;
        later.set(after, at);
        stepRequirement.push(index);
        stepTo.push(choices.complete(after) ? 0 : at);
      }
      stepFrom.push(stepTo.length);
    }
    // Nothing can be done next, and nobody is done.
    if (later.size === 0) return undefined;
    sets = [...later.keys()];
    const size = choices.complete(sets[0] ?? 0) ? 1 : sets.length;
    sizeStart.push((sizeStart.at(-1) ?? 0) + size);
    if ((sizeStart.at(-1) ?? 0) > MOST_SETS) return undefined;
  }
  return {
    stays: sizeStart.length - 2,
    sizeStart,
    stepFrom: Int32Array.from(stepFrom),
    stepRequirement: Int32Array.from(stepRequirement),
    stepTo: Int32Array.from(stepTo),
  };
}
