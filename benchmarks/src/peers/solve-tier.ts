/** What is asked of a solver of linear programs: one tier, with those before it held. */
import type { PeerProgram, ProgramAnswer } from "./linear-program.ts";

export interface HeldTier {
  readonly tier: number;
  readonly value: number;
}

export interface TierFound {
  /** It says that there is none better. */
  readonly optimal: boolean;
  readonly answer: ProgramAnswer;
}

/** Undefined where it found nothing. */
export type SolveTier = (
  program: PeerProgram,
  tier: number,
  held: readonly HeldTier[],
  limitMs: number,
) => TierFound | undefined;

/** The terms of every row, and a row for every held tier. */
export function rowsOf(program: PeerProgram, held: readonly HeldTier[]) {
  const terms = program.rowLower.map(() => [] as (readonly [column: number, weight: number])[]);
  for (let column = 0; column < program.upper.length; column++) {
    for (let at = program.starts[column] ?? 0; at < (program.starts[column + 1] ?? 0); at++) {
      terms[program.rows[at] ?? 0]?.push([column, program.coefficients[at] ?? 0]);
    }
  }
  const rows = terms.map((own, row) => ({
    terms: own as readonly (readonly [column: number, weight: number])[],
    lower: program.rowLower[row] ?? null,
    upper: program.rowUpper[row] ?? null,
  }));
  const holds = held.map(({ tier, value }) => ({
    terms: program.tiers[tier] ?? [],
    lower: null,
    upper: value,
  }));
  return [...rows, ...holds].filter((row) => row.terms.length > 0);
}

/** Whole values, those that are not 0. */
export function answerOf(
  values: Iterable<readonly [column: number, value: number]>,
): ProgramAnswer {
  return [...values]
    .map(([column, value]) => [column, Math.round(value)] as const)
    .filter(([, value]) => value !== 0);
}
