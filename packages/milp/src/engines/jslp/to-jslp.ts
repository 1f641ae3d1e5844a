/** Model → javascript-lp-solver's shape: opaque names, variables shifted to start at zero, bounds as rows. */

import { type Model, rowsOf } from "../../model.ts";
import { excessOutside, INTEGRALITY_TOLERANCE } from "../../tolerance.ts";
import type { JslpBound, JslpRequest } from "./library.ts";

/** How one variable is sent: x = base + sign·y with y ≥ 0, or y free, or not sent since it is fixed at base. */
export interface SentVariable {
  readonly kind: "from-lower" | "from-upper" | "free" | "fixed";
  readonly base: number;
  readonly sign: 1 | -1;
  /** The largest y, Infinity when none. */
  readonly span: number;
}

/** The request and how to read its answer, or the plain fact that no value can satisfy the model. */
export type Translation =
  | {
      readonly kind: "request";
      readonly request: JslpRequest;
      readonly sent: readonly SentVariable[];
    }
  | { readonly kind: "infeasible"; readonly because: string };

/** Translates. The library assumes y ≥ 0, reads its own fields among the variables' names, and drops unused names. */
export function toJslp(model: Model, timeoutMs: number | undefined): Translation {
  const sent: SentVariable[] = [];
  for (let j = 0; j < model.cost.length; j++) {
    const variable = sendVariable(model, j);
    if (variable === undefined)
      return { kind: "infeasible", because: `no value for ${model.variableNames[j]}` };
    sent.push(variable);
  }
  const constraints: Record<string, JslpBound> = {};
  const variables: Record<string, Record<string, number>> = {};
  const ints: Record<string, 1> = {};
  const unrestricted: Record<string, 1> = {};
  sent.forEach(({ kind, sign, span }, j) => {
    if (kind === "fixed") return;
    const column: Record<string, number> = { cost: sign * (model.cost[j] ?? 0) };
    variables[`v${j}`] = column;
    if (model.integer[j] === 1) ints[`v${j}`] = 1;
    if (kind === "free") unrestricted[`v${j}`] = 1;
    if (span !== Infinity) {
      constraints[`u${j}`] = { max: span };
      column[`u${j}`] = 1;
    }
  });
  const broken = sendRows(model, sent, constraints, variables);
  if (broken !== undefined) return { kind: "infeasible", because: broken };
  const options = timeoutMs === undefined ? {} : { options: { timeout: Math.max(1, timeoutMs) } };
  const request = {
    optimize: "cost",
    opType: "min",
    constraints,
    variables,
    ints,
    unrestricted,
    ...options,
  } as const;
  return { kind: "request", request, sent };
}

function sendVariable(model: Model, j: number): SentVariable | undefined {
  const integer = model.integer[j] === 1;
  const lower = integer
    ? Math.ceil((model.lower[j] ?? 0) - INTEGRALITY_TOLERANCE)
    : (model.lower[j] ?? 0);
  const upper = integer
    ? Math.floor((model.upper[j] ?? 0) + INTEGRALITY_TOLERANCE)
    : (model.upper[j] ?? 0);
  if (lower > upper) return undefined;
  if (lower === upper) return { kind: "fixed", base: lower, sign: 1, span: 0 };
  if (lower !== -Infinity) return { kind: "from-lower", base: lower, sign: 1, span: upper - lower };
  if (upper !== Infinity) return { kind: "from-upper", base: upper, sign: -1, span: Infinity };
  return { kind: "free", base: 0, sign: 1, span: Infinity };
}

// Returns the name of a row that fixed variables alone break; such a row has nobody left to mend it.
function sendRows(
  model: Model,
  sent: readonly SentVariable[],
  constraints: Record<string, JslpBound>,
  variables: Record<string, Record<string, number>>,
): string | undefined {
  const rows = rowsOf(model);
  for (let i = 0; i < model.rowLower.length; i++) {
    const lower = model.rowLower[i] ?? -Infinity;
    const upper = model.rowUpper[i] ?? Infinity;
    if (lower === -Infinity && upper === Infinity) continue;
    let moved = 0;
    let alive = 0;
    for (let k = rows.starts[i] ?? 0; k < (rows.starts[i + 1] ?? 0); k++) {
      const j = rows.columnIndex[k] ?? 0;
      const coefficient = rows.values[k] ?? 0;
      const { base = 0, sign = 1 } = sent[j] ?? {};
      moved += coefficient * base;
      const column = variables[`v${j}`];
      if (column === undefined) continue;
      column[`c${i}`] = sign * coefficient;
      alive += 1;
    }
    if (alive > 0) constraints[`c${i}`] = boundOf(lower - moved, upper - moved);
    else if (excessOutside(moved, lower, upper) > 0) return `row ${model.rowNames[i]} cannot hold`;
  }
  return undefined;
}

function boundOf(lower: number, upper: number): JslpBound {
  if (lower === upper) return { equal: lower };
  return {
    ...(lower === -Infinity ? {} : { min: lower }),
    ...(upper === Infinity ? {} : { max: upper }),
  };
}
