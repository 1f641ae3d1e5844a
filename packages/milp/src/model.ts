/** A mixed-integer linear program as plain readonly data: what formulations produce and engines read. */

/** A sparse matrix by columns: column j owns the entries starts[j] up to starts[j + 1]. */
export interface SparseColumns {
  /** One more entry than there are columns; starts at 0 and never falls. */
  readonly starts: Int32Array;
  /** Row of each entry; strictly rising within a column. */
  readonly rowIndex: Int32Array;
  /** Coefficient of each entry; finite and never 0. */
  readonly values: Float64Array;
}

/**
 * Minimise `offset + cost·x` subject to `rowLower ≤ A x ≤ rowUpper`, `lower ≤ x ≤ upper`,
 * and x[j] whole where `integer[j]` is 1. A missing bound is ±Infinity.
 *
 * Made by `createModelBuilder` only. Structured-cloneable, so that it can be posted to a thread.
 */
export interface Model {
  readonly name: string;
  readonly variableNames: readonly string[];
  readonly rowNames: readonly string[];
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly integer: Uint8Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly matrix: SparseColumns;
  /** A constant added to every objective value. */
  readonly offset: number;
}

/** How large a model is. */
export interface ModelSize {
  readonly columns: number;
  readonly rows: number;
  readonly nonzeros: number;
  readonly integers: number;
}

/** Counts columns, rows, nonzeros and integer columns. */
export function modelSize(model: Model): ModelSize {
  let integers = 0;
  for (const flag of model.integer) integers += flag;
  return {
    columns: model.cost.length,
    rows: model.rowLower.length,
    nonzeros: model.matrix.values.length,
    integers,
  };
}

/** The objective at `values`, offset included, in the model's own unit of cost. */
export function objectiveAt(model: Model, values: Float64Array): number {
  let total = model.offset;
  for (let j = 0; j < model.cost.length; j++) total += at(model.cost, j) * at(values, j);
  return total;
}

/** A x for every row: what the rows' bounds are compared with. */
export function rowActivities(model: Model, values: Float64Array): Float64Array {
  const activities = new Float64Array(model.rowLower.length);
  const { starts, rowIndex, values: coefficients } = model.matrix;
  for (let j = 0; j < model.cost.length; j++) {
    const value = at(values, j);
    if (value === 0) continue;
    for (let k = at(starts, j); k < at(starts, j + 1); k++) {
      const row = at(rowIndex, k);
      activities[row] = at(activities, row) + at(coefficients, k) * value;
    }
  }
  return activities;
}

/** The rows of a model, each with its terms: the transpose of `matrix`. Costs one pass over the nonzeros. */
export interface SparseRows {
  readonly starts: Int32Array;
  readonly columnIndex: Int32Array;
  readonly values: Float64Array;
}

/** Transposes the matrix; within a row the columns rise. */
export function rowsOf(model: Model): SparseRows {
  const { starts, rowIndex, values } = model.matrix;
  const rowStarts = new Int32Array(model.rowLower.length + 1);
  for (const row of rowIndex) rowStarts[row + 1] = at(rowStarts, row + 1) + 1;
  for (let i = 0; i < model.rowLower.length; i++) {
    rowStarts[i + 1] = at(rowStarts, i + 1) + at(rowStarts, i);
  }
  const next = rowStarts.slice();
  const columnIndex = new Int32Array(rowIndex.length);
  const coefficients = new Float64Array(rowIndex.length);
  for (let j = 0; j < model.cost.length; j++) {
    for (let k = at(starts, j); k < at(starts, j + 1); k++) {
      const place = at(next, at(rowIndex, k));
      columnIndex[place] = j;
      coefficients[place] = at(values, k);
      next[at(rowIndex, k)] = place + 1;
    }
  }
  return { starts: rowStarts, columnIndex, values: coefficients };
}

// The index is in range by construction; reading outside is a bug that NaN makes visible downstream.
function at(array: Float64Array | Int32Array, index: number): number {
  return array[index] ?? Number.NaN;
}
