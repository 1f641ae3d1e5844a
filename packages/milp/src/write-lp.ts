/** Model → CPLEX LP text: for people, for snapshots, and for every other solver's reader. */

import { type Model, rowsOf } from "./model.ts";
import { createSafeNames } from "./names.ts";

const OBJECTIVE_NAME = "objective";
const TERMS_PER_LINE = 8;

/**
 * Writes the model as LP text with safe names. A row with two different finite bounds becomes two rows,
 * `name` (≥) and `name_upper` (≤), since readers disagree about ranges; a row without bounds is left out.
 */
export function writeLp(model: Model): string {
  const variables = createSafeNames(model.variableNames).safe;
  const lines = [
    `\\ ${model.name.replace(/\s+/g, " ")}`,
    "Minimize",
    ` ${OBJECTIVE_NAME}: ${objectiveText(model, variables)}`,
    "Subject To",
    ...rowLines(model, variables),
    "Bounds",
    ...boundLines(model, variables),
    ...integerLines(model, variables),
    "End",
  ];
  return `${lines.join("\n")}\n`;
}

function objectiveText(model: Model, variables: readonly string[]): string {
  const used = model.matrix.starts;
  const terms = variables.flatMap((name, j) => {
    const cost = model.cost[j] ?? 0;
    // A variable that no row and no cost names must appear somewhere, or readers never learn of it.
    return cost !== 0 || used[j] === used[j + 1] ? [termText(cost, name)] : [];
  });
  if (model.offset !== 0) terms.push(termText(model.offset, ""));
  return expressionText(terms);
}

function rowLines(model: Model, variables: readonly string[]): string[] {
  const rows = rowsOf(model);
  const ranged = model.rowNames.flatMap((name, i) => {
    const lower = model.rowLower[i] ?? -Infinity;
    const upper = model.rowUpper[i] ?? Infinity;
    if (lower === upper) return [{ name, i, relation: "=", bound: lower }];
    const parts = [];
    if (lower !== -Infinity) parts.push({ name, i, relation: ">=", bound: lower });
    if (upper !== Infinity) {
      parts.push({
        name: parts.length === 0 ? name : `${name}_upper`,
        i,
        relation: "<=",
        bound: upper,
      });
    }
    return parts;
  });
  const names = createSafeNames(
    ranged.map((part) => part.name),
    [OBJECTIVE_NAME],
  ).safe;
  return ranged.map(({ i, relation, bound }, k) => {
    const terms: string[] = [];
    for (let e = rows.starts[i] ?? 0; e < (rows.starts[i + 1] ?? 0); e++) {
      terms.push(termText(rows.values[e] ?? 0, variables[rows.columnIndex[e] ?? 0] ?? ""));
    }
    // An empty row still needs a term to be read; a model without variables has nothing to write it with.
    if (terms.length === 0 && variables[0] !== undefined) terms.push(termText(0, variables[0]));
    return ` ${names[k]}: ${expressionText(terms)} ${relation} ${bound}`;
  });
}

function boundLines(model: Model, variables: readonly string[]): string[] {
  return variables.flatMap((name, j) => {
    const lower = model.lower[j] ?? 0;
    const upper = model.upper[j] ?? Infinity;
    if (lower === upper) return [` ${name} = ${lower}`];
    if (lower === -Infinity && upper === Infinity) return [` ${name} free`];
    if (lower === 0 && upper === Infinity) return [];
    if (upper === Infinity) return [` ${name} >= ${lower}`];
    return [` ${lower === -Infinity ? "-inf" : lower} <= ${name} <= ${upper}`];
  });
}

function integerLines(model: Model, variables: readonly string[]): string[] {
  const names = variables.filter((_, j) => model.integer[j] === 1);
  return names.length === 0 ? [] : ["Generals", ...names.map((name) => ` ${name}`)];
}

function termText(coefficient: number, name: string): string {
  const size = Math.abs(coefficient);
  const factor = size === 1 && name !== "" ? name : `${size} ${name}`.trimEnd();
  return `${coefficient < 0 ? "-" : "+"} ${factor}`;
}

// CPLEX' format forbids lines over 510 signs, so long sums are broken.
function expressionText(terms: readonly string[]): string {
  const lines: string[] = [];
  for (let k = 0; k < terms.length; k += TERMS_PER_LINE) {
    lines.push(terms.slice(k, k + TERMS_PER_LINE).join(" "));
  }
  return lines.join("\n  ").replace(/^\+ /, "");
}
