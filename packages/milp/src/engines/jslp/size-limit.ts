/** How large a model javascript-lp-solver may be handed, since it cannot be stopped inside a linear program. */

import { type Model, modelSize } from "../../model.ts";

/**
 * Measured on 1.0.3: 256 columns in 160 rows took 0.1 s and 220 columns in 532 rows 0.6 s, while
 * 434 columns in 224 rows did not return in 9 minutes. Upper bounds count as rows, for the library has no other.
 * The limit is no promise: a market split of 30 columns in 3 rows cycles for ever inside one node.
 * Only `isolatedEngine` is a real deadline.
 */
export const JSLP_SIZE_LIMIT = {
  /** Rows (upper bounds included) times columns. */
  cells: 200_000,
  integers: 260,
} as const;

/** Rows, counted as javascript-lp-solver will see them, times columns. */
export function tableauCells(model: Model): number {
  const { columns, rows } = modelSize(model);
  let bounded = 0;
  model.upper.forEach((upper, j) => {
    if (upper !== Infinity && upper !== model.lower[j]) bounded += 1;
  });
  return (rows + bounded) * columns;
}

/** Why the model is too large, or undefined when it is not. */
export function tooLargeBecause(model: Model): string | undefined {
  const { integers } = modelSize(model);
  if (integers > JSLP_SIZE_LIMIT.integers) {
    return `it has ${integers} integer variables and more than ${JSLP_SIZE_LIMIT.integers} may never return`;
  }
  const cells = tableauCells(model);
  return cells > JSLP_SIZE_LIMIT.cells
    ? `its tableau has ${cells} cells and more than ${JSLP_SIZE_LIMIT.cells} may never return`
    : undefined;
}
