/** Problem → the compact model as plain numbers, for peers that take linear programs; and their answer back. */
import type { Plan, Problem } from "@placera/domain";
import { tiersOf } from "@placera/domain";
import { formulateCompact, readCompactPlan } from "@placera/solver";

/**
 * Find whole x ≥ 0 with rowLower ≤ A x ≤ rowUpper and x ≤ upper that minimises tier by tier, each
 * held once it is known. The matrix by columns; null is no bound.
 */
export interface PeerProgram {
  readonly name: string;
  readonly upper: readonly number[];
  readonly rowLower: readonly (number | null)[];
  readonly rowUpper: readonly (number | null)[];
  readonly starts: readonly number[];
  readonly rows: readonly number[];
  readonly coefficients: readonly number[];
  /** By tier: column and cost, costs that are not 0. */
  readonly tiers: readonly (readonly (readonly [column: number, cost: number])[])[];
}

/** The columns that are not 0, and what they are. */
export type ProgramAnswer = readonly (readonly [column: number, value: number])[];

/** Columns beyond which the model would not fit in the harness's own memory, nor in one text. */
const MOST_COLUMNS = 400_000;

/** The compact model would be too large to be handed over. */
export class TooLarge extends Error {}

/** Throws `TooLarge`. */
export function peerProgram(problem: Problem): PeerProgram {
  const columns = possibleStays(problem);
  if (columns > MOST_COLUMNS) {
    throw new TooLarge(`the compact model has up to ${columns} columns, more than ${MOST_COLUMNS}`);
  }
  const formulation = formulateCompact(problem);
  const tiers = tiersOf(problem);
  const models = tiers.map((_, tier) =>
    formulation.model(
      tiers.map((_each, k) => (k === tier ? 1 : 0)),
      [],
    ),
  );
  const [model] = models;
  if (model === undefined) throw new Error("Every problem has tiers.");
  const finite = (values: Float64Array) =>
    [...values].map((value) => (Number.isFinite(value) ? value : null));
  return {
    name: problem.name,
    upper: [...model.upper],
    rowLower: finite(model.rowLower),
    rowUpper: finite(model.rowUpper),
    starts: [...model.matrix.starts],
    rows: [...model.matrix.rowIndex],
    coefficients: [...model.matrix.values],
    tiers: models.map(({ cost }) =>
      [...cost].flatMap((each, column) => (each === 0 ? [] : [[column, each] as const])),
    ),
  };
}

/** Stays there could be, each beginning in any period: counted without making them. */
function possibleStays({ doctors, programmes, units, calendar }: Problem): number {
  const places = new Map(
    programmes.map(({ id, requirements }) => [
      id,
      requirements.reduce((sum, requirement) => {
        const has = (section: string): boolean => requirement.sections.includes(section);
        return sum + units.reduce((all, { sections }) => all + sections.filter(has).length, 0);
      }, 0),
    ]),
  );
  const all = doctors.reduce((sum, { programme }) => sum + (places.get(programme) ?? 0), 0);
  return all * calendar.periods;
}

export function planOfProgram(problem: Problem, answer: ProgramAnswer): Plan {
  const formulation = formulateCompact(problem);
  const columns = formulation.model([], []).cost.length;
  const values = new Float64Array(columns);
  for (const [column, value] of answer) values[column] = value;
  return readCompactPlan(problem, formulation, values);
}
