/** A linear program that stays open: columns and rows come and go, and each solve starts from the last basis. */

import type { TerminationStatus } from "./termination.ts";

/** Rows to append. With `entries` they also get coefficients on columns that exist already. */
export interface RowBatch {
  readonly lower: Float64Array | readonly number[];
  readonly upper: Float64Array | readonly number[];
  /** Compressed rows; `starts` has one entry more than there are rows. */
  readonly entries?: {
    readonly starts: Int32Array | readonly number[];
    readonly columnIndex: Int32Array | readonly number[];
    readonly values: Float64Array | readonly number[];
  };
}

/** Columns to append, compressed by columns; `starts` has one entry more than there are columns. */
export interface ColumnBatch {
  readonly cost: Float64Array | readonly number[];
  readonly lower: Float64Array | readonly number[];
  readonly upper: Float64Array | readonly number[];
  readonly starts: Int32Array | readonly number[];
  readonly rowIndex: Int32Array | readonly number[];
  readonly values: Float64Array | readonly number[];
}

/** Numbers to set at the indices of the same place; indices in any order, none twice. */
export type Indices = Int32Array | readonly number[];

/**
 * Which simplex to run. `auto` takes the primal after columns or costs changed, since the old basis stays
 * feasible, and the dual after bounds or rows changed, since the old prices stay right.
 */
export type SimplexMethod = "auto" | "primal" | "dual";

/** How one solve may run. Times in milliseconds. */
export interface LinearProgramSolveParams {
  readonly method?: SimplexMethod;
  readonly timeLimitMs?: number;
  /** Polled inside the simplex of all but small programs; true stops it. */
  stopped?(): boolean;
}

/**
 * The answer of one LP solve. Always a minimisation, and duals follow one convention:
 * `rowDuals[i]` is how much the optimum changes per unit by which the row's binding bound is raised.
 * So a ≤ row has a dual ≤ 0, a ≥ row a dual ≥ 0, a row that does not bind has 0, and
 * `reducedCosts[j] = cost[j] − Σᵢ rowDuals[i]·a[i][j]`: a new column with a negative one improves the optimum.
 * The arrays are copies. They mean something only when `status` is `optimal`.
 */
export interface LinearProgramResult {
  readonly status: TerminationStatus;
  readonly objective: number;
  readonly columnValues: Float64Array;
  readonly rowDuals: Float64Array;
  readonly reducedCosts: Float64Array;
  readonly iterations: number;
  readonly elapsedMs: number;
}

/** How an integer solve over the same data may run. */
export interface IntegerSolveParams {
  readonly timeLimitMs?: number;
  readonly nodeLimit?: number;
  /** Default 1e-6. */
  readonly absoluteGap?: number;
  /** Default 0. */
  readonly relativeGap?: number;
  /** A solution to start from, one value per column. */
  readonly start?: Float64Array;
  /** Only solutions that cost at most this are wanted. */
  readonly cutoff?: number;
  /** Columns that must be whole. Default: all. */
  readonly integerColumns?: Indices;
  stopped?(): boolean;
}

/** What an integer solve over the same data found. Integer columns are whole, zero is never negative. */
export interface IntegerSolveResult {
  readonly status: TerminationStatus;
  readonly values?: Float64Array;
  readonly objective?: number;
  readonly bound?: number;
  readonly nodes: number;
  readonly elapsedMs: number;
}

/**
 * An open linear program. Indices count from 0 in the order of the additions, and close up after a deletion.
 * Calls are synchronous and block the thread. Always `dispose()` in a `finally`: the memory is not collected.
 * Throws `Defect` for wrong input and after `dispose()`, `EngineFault` when the engine breaks down.
 */
export interface LinearProgram {
  readonly rows: number;
  readonly columns: number;
  /** Returns the index of the first row added. */
  addRows(batch: RowBatch): number;
  /** Returns the index of the first column added. */
  addColumns(batch: ColumnBatch): number;
  changeColumnBounds(
    indices: Indices,
    lower: Float64Array | readonly number[],
    upper: Float64Array | readonly number[],
  ): void;
  changeRowBounds(
    indices: Indices,
    lower: Float64Array | readonly number[],
    upper: Float64Array | readonly number[],
  ): void;
  changeCosts(indices: Indices, costs: Float64Array | readonly number[]): void;
  /** Removes columns, by their indices or by a mask with one 0 or 1 per column; later columns move up. */
  deleteColumns(columns: Indices | Uint8Array): void;
  solve(params?: LinearProgramSolveParams): LinearProgramResult;
  /** Solves with columns whole, then makes them continuous again and restores the basis. */
  solveInteger(params?: IntegerSolveParams): IntegerSolveResult;
  /** Frees the engine's memory. May be called twice. */
  dispose(): void;
}

/** How to open a linear program. */
export interface LinearProgramParams {
  /** Default 0. */
  readonly seed?: number;
}
