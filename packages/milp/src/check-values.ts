/** Do these numbers satisfy this model? The first of the two nets: it trusts no engine. */

import { type Model, rowActivities } from "./model.ts";
import { excessOutside, INTEGRALITY_TOLERANCE, withoutNoise } from "./tolerance.ts";

/** One way in which values do not satisfy a model. `excess` is by how much, in the row's or variable's unit. */
export interface ValueFinding {
  readonly kind: "wrong-length" | "not-a-number" | "outside-bounds" | "fractional" | "row-broken";
  /** Name of the variable or row; the model's name for `wrong-length`. */
  readonly name: string;
  /** Index of the variable or row; -1 for `wrong-length`. */
  readonly index: number;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly excess: number;
}

/** Checks bounds, integrality and rows. An empty list means that the values satisfy the model. */
export function checkValues(model: Model, values: Float64Array): ValueFinding[] {
  const columns = model.cost.length;
  if (values.length !== columns) {
    const excess = Math.abs(values.length - columns);
    const value = values.length;
    return [
      {
        kind: "wrong-length",
        name: model.name,
        index: -1,
        value,
        lower: columns,
        upper: columns,
        excess,
      },
    ];
  }
  const findings = checkVariables(model, values);
  // A NaN would make every row it touches look broken: the variables are the finding then.
  return findings.some((finding) => finding.kind === "not-a-number")
    ? findings
    : [...findings, ...checkRows(model, values)];
}

function checkVariables(model: Model, values: Float64Array): ValueFinding[] {
  const findings: ValueFinding[] = [];
  values.forEach((value, index) => {
    const name = model.variableNames[index] ?? "";
    const lower = model.lower[index] ?? -Infinity;
    const upper = model.upper[index] ?? Infinity;
    const add = (kind: ValueFinding["kind"], excess: number) =>
      findings.push({ kind, name, index, value, lower, upper, excess });
    if (!Number.isFinite(value)) {
      add("not-a-number", Infinity);
      return;
    }
    const outside = excessOutside(value, lower, upper);
    if (outside > 0) add("outside-bounds", outside);
    const fraction = Math.abs(value - Math.round(value));
    if (model.integer[index] === 1 && fraction > INTEGRALITY_TOLERANCE) add("fractional", fraction);
  });
  return findings;
}

function checkRows(model: Model, values: Float64Array): ValueFinding[] {
  const findings: ValueFinding[] = [];
  rowActivities(model, values).forEach((value, index) => {
    const lower = model.rowLower[index] ?? -Infinity;
    const upper = model.rowUpper[index] ?? Infinity;
    const excess = excessOutside(value, lower, upper);
    if (excess > 0) {
      const name = model.rowNames[index] ?? "";
      findings.push({ kind: "row-broken", name, index, value, lower, upper, excess });
    }
  });
  return findings;
}

/**
 * Makes engine output exact where it can be: integers become whole, noise around whole numbers and
 * the sign of zero go. A value too far from whole is left as it is, for `checkValues` to report.
 */
export function normaliseValues(model: Model, values: Float64Array): Float64Array {
  return values.map((value, index) => {
    const whole = Math.round(value);
    const isWhole = model.integer[index] === 1 && Math.abs(value - whole) <= INTEGRALITY_TOLERANCE;
    return isWhole ? whole + 0 : withoutNoise(value);
  });
}
