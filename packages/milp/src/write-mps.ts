/** Model → free-format MPS text: the format that every solver of the last fifty years reads. */

import type { Model } from "./model.ts";
import { createSafeNames } from "./names.ts";

const OBJECTIVE_NAME = "objective";

/**
 * Writes the model as free MPS with safe names. Every bound is written out, since readers disagree about
 * the default upper bound of integers. A row without bounds becomes a further N row.
 */
export function writeMps(model: Model): string {
  const rows = createSafeNames(model.rowNames, [OBJECTIVE_NAME]).safe;
  const columns = createSafeNames(model.variableNames).safe;
  const lines = [
    `NAME ${createSafeNames([model.name]).safe[0] ?? "model"}`,
    "ROWS",
    ` N ${OBJECTIVE_NAME}`,
    ...rows.map((name, i) => ` ${rowKind(model, i)} ${name}`),
    "COLUMNS",
    ...columnLines(model, rows, columns),
    "RHS",
    ...rightHandLines(model, rows),
    "RANGES",
    ...rangeLines(model, rows),
    "BOUNDS",
    ...columns.flatMap((name, j) =>
      boundLines(model.lower[j] ?? 0, model.upper[j] ?? Infinity, name),
    ),
    "ENDATA",
  ];
  return `${lines.join("\n")}\n`;
}

function rowKind(model: Model, i: number): "N" | "E" | "G" | "L" {
  const lower = model.rowLower[i] ?? -Infinity;
  const upper = model.rowUpper[i] ?? Infinity;
  if (lower === upper) return "E";
  if (lower !== -Infinity) return "G";
  return upper === Infinity ? "N" : "L";
}

function columnLines(model: Model, rows: readonly string[], columns: readonly string[]): string[] {
  const { starts, rowIndex, values } = model.matrix;
  const lines: string[] = [];
  let insideIntegers = false;
  const mark = (on: boolean) =>
    lines.push(` MARKER${lines.length} 'MARKER' '${on ? "INTORG" : "INTEND"}'`);
  columns.forEach((name, j) => {
    const integer = model.integer[j] === 1;
    if (integer !== insideIntegers) mark(integer);
    insideIntegers = integer;
    const cost = model.cost[j] ?? 0;
    // A column must occur at least once to exist.
    if (cost !== 0 || starts[j] === starts[j + 1]) lines.push(` ${name} ${OBJECTIVE_NAME} ${cost}`);
    for (let k = starts[j] ?? 0; k < (starts[j + 1] ?? 0); k++) {
      lines.push(` ${name} ${rows[rowIndex[k] ?? 0]} ${values[k]}`);
    }
  });
  if (insideIntegers) mark(false);
  return lines;
}

function rightHandLines(model: Model, rows: readonly string[]): string[] {
  // The constant of the objective stands here with its sign turned: that is the format's own rule.
  const lines = model.offset === 0 ? [] : [` RHS ${OBJECTIVE_NAME} ${-model.offset}`];
  rows.forEach((name, i) => {
    const kind = rowKind(model, i);
    if (kind === "N") return;
    const side = kind === "L" ? model.rowUpper[i] : model.rowLower[i];
    if (side !== 0) lines.push(` RHS ${name} ${side}`);
  });
  return lines;
}

function rangeLines(model: Model, rows: readonly string[]): string[] {
  return rows.flatMap((name, i) => {
    const lower = model.rowLower[i] ?? -Infinity;
    const upper = model.rowUpper[i] ?? Infinity;
    const ranged = lower !== upper && Number.isFinite(lower) && Number.isFinite(upper);
    return ranged ? [` RANGES ${name} ${upper - lower}`] : [];
  });
}

function boundLines(lower: number, upper: number, name: string): string[] {
  if (lower === upper) return [` FX BOUNDS ${name} ${lower}`];
  if (lower === -Infinity && upper === Infinity) return [` FR BOUNDS ${name}`];
  return [
    lower === -Infinity ? ` MI BOUNDS ${name}` : ` LO BOUNDS ${name} ${lower}`,
    upper === Infinity ? ` PL BOUNDS ${name}` : ` UP BOUNDS ${name} ${upper}`,
  ];
}
