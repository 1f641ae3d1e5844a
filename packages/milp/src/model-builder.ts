/** The only way to make a `Model`: collects variables and rows, and refuses what no formulation means. */

import { Defect } from "./defect.ts";
import type { Model } from "./model.ts";
import { SMALLEST_COEFFICIENT } from "./tolerance.ts";

/** A variable to add. Bounds default to 0 and Infinity, cost to 0, integer to false. */
export interface VariableInput {
  readonly name: string;
  readonly lower?: number;
  readonly upper?: number;
  readonly cost?: number;
  readonly integer?: boolean;
}

/** Coefficient times variable, the variable by its index. */
export type Term = readonly [variable: number, coefficient: number];

/** A row `lower ≤ Σ terms ≤ upper`. A missing bound is infinite. */
export interface RowInput {
  readonly name: string;
  readonly terms: Iterable<Term>;
  readonly lower?: number;
  readonly upper?: number;
  /** Says that the author knows the row may be left without terms and then not hold. */
  readonly mayBeEmpty?: boolean;
}

/** Collects a model. Indices are handed out from 0 in the order of the calls. */
export interface ModelBuilder {
  /** Adds a variable and returns its index. */
  addVariable(input: VariableInput): number;
  /** Adds a row, merging terms of the same variable, and returns its index. */
  addRow(input: RowInput): number;
  /** Adds a constant to the objective. */
  addOffset(amount: number): void;
  /** Adds to the cost of a variable that exists. */
  addCost(variable: number, amount: number): void;
  /** Finishes the model; the builder accepts nothing afterwards. */
  build(): Model;
}

interface Entries {
  readonly variable: number[];
  readonly row: number[];
  readonly value: number[];
}

interface Axis {
  readonly names: string[];
  readonly seen: Set<string>;
  readonly lower: number[];
  readonly upper: number[];
}

/** Starts an empty model. Everything it throws is a `Defect`: a wrong model is our bug, not the user's. */
export function createModelBuilder(name = "model"): ModelBuilder {
  const variables = emptyAxis();
  const rows = emptyAxis();
  const cost: number[] = [];
  const integer: number[] = [];
  const entries: Entries = { variable: [], row: [], value: [] };
  let offset = 0;
  let finished = false;

  function assertOpen(): void {
    if (finished)
      throw new Defect("model-finished", `model ${name} is already built; start a new builder`);
  }

  return {
    addVariable(input) {
      assertOpen();
      const amount = finite(input.cost ?? 0, `cost of ${input.name}`);
      const index = addTo(variables, input.name, input.lower ?? 0, input.upper ?? Infinity);
      cost.push(amount);
      integer.push(input.integer === true ? 1 : 0);
      return index;
    },
    addRow(input) {
      assertOpen();
      const merged = mergeTerms(input.terms, cost.length, input.name);
      const lower = input.lower ?? -Infinity;
      const upper = input.upper ?? Infinity;
      if (merged.size === 0 && (lower > 0 || upper < 0) && input.mayBeEmpty !== true) {
        throw new Defect(
          "model-empty-row",
          `row ${input.name} has no terms and cannot hold; say mayBeEmpty if that is meant`,
          { lower, upper },
        );
      }
      const row = addTo(rows, input.name, lower, upper);
      for (const [variable, value] of merged) {
        entries.variable.push(variable);
        entries.row.push(row);
        entries.value.push(value);
      }
      return row;
    },
    addOffset(amount) {
      assertOpen();
      offset += finite(amount, "objective offset");
    },
    addCost(variable, amount) {
      assertOpen();
      const old = known(cost[variable], variable, "objective");
      cost[variable] = finite(old + amount, `cost of variable ${variable}`);
    },
    build() {
      assertOpen();
      finished = true;
      return {
        name,
        variableNames: variables.names,
        rowNames: rows.names,
        cost: Float64Array.from(cost),
        lower: Float64Array.from(variables.lower),
        upper: Float64Array.from(variables.upper),
        integer: Uint8Array.from(integer),
        rowLower: Float64Array.from(rows.lower),
        rowUpper: Float64Array.from(rows.upper),
        matrix: byColumns(entries, cost.length),
        offset,
      };
    },
  };
}

function emptyAxis(): Axis {
  return { names: [], seen: new Set(), lower: [], upper: [] };
}

function addTo(axis: Axis, name: string, lower: number, upper: number): number {
  if (name === "") throw new Defect("model-empty-name", "every variable and row needs a name");
  if (axis.seen.has(name))
    throw new Defect("model-duplicate-name", `the name ${name} is used twice`);
  if (Number.isNaN(lower) || Number.isNaN(upper) || lower === Infinity || upper === -Infinity) {
    throw new Defect(
      "model-bad-number",
      `the bounds of ${name} are not numbers a value can lie between`,
    );
  }
  if (lower > upper) {
    throw new Defect("model-crossed-bounds", `${name} has a lower bound above its upper bound`, {
      lower,
      upper,
    });
  }
  axis.seen.add(name);
  axis.lower.push(lower);
  axis.upper.push(upper);
  return axis.names.push(name) - 1;
}

function mergeTerms(terms: Iterable<Term>, variables: number, row: string): Map<number, number> {
  const merged = new Map<number, number>();
  for (const [variable, coefficient] of terms) {
    if (!Number.isInteger(variable) || variable < 0 || variable >= variables)
      known(undefined, variable, row);
    finite(coefficient, `a coefficient in row ${row}`);
    merged.set(variable, (merged.get(variable) ?? 0) + coefficient);
  }
  for (const [variable, coefficient] of merged) {
    if (coefficient === 0) merged.delete(variable);
    else if (Math.abs(coefficient) <= SMALLEST_COEFFICIENT) {
      throw new Defect(
        "model-bad-number",
        `a coefficient in row ${row} is so small that engines drop it`,
        { coefficient },
      );
    }
  }
  return merged;
}

function finite(value: number, what: string): number {
  if (!Number.isFinite(value))
    throw new Defect("model-bad-number", `${what} is ${value}; it must be finite`);
  return value;
}

function known(value: number | undefined, variable: number, where: string): number {
  if (value !== undefined) return value;
  throw new Defect(
    "model-unknown-variable",
    `${where} names variable ${variable}, which was never added`,
  );
}

// A counting sort by column. Rows were added in order, so that they rise within each column.
function byColumns(entries: Entries, columns: number): Model["matrix"] {
  const starts = new Int32Array(columns + 1);
  for (const variable of entries.variable) starts[variable + 1] = (starts[variable + 1] ?? 0) + 1;
  for (let j = 0; j < columns; j++) starts[j + 1] = (starts[j + 1] ?? 0) + (starts[j] ?? 0);
  const next = starts.slice();
  const rowIndex = new Int32Array(entries.row.length);
  const values = new Float64Array(entries.row.length);
  entries.variable.forEach((variable, k) => {
    const place = next[variable] ?? 0;
    rowIndex[place] = entries.row[k] ?? 0;
    values[place] = entries.value[k] ?? 0;
    next[variable] = place + 1;
  });
  return { starts, rowIndex, values };
}
