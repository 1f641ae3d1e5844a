/**
 * MiniZinc data (`.dzn`), as far as instances of Medical Student Scheduling use it: whole numbers,
 * lists, tables `[| a, b | c, d |]` and `array2d(1..n, 1..m, [...])`, with comments from `%`.
 */

/** A corrupt file; the message says what and where. */
export class DznError extends Error {}

/** By name: the numbers in reading order; a single number has one. */
export type Dzn = ReadonlyMap<string, readonly number[]>;

/** Reads a file's text. Throws `DznError`. */
export function parseDzn(text: string, file: string): Dzn {
  const values = new Map<string, readonly number[]>();
  const bare = text.replaceAll(/%[^\n]*/g, "");
  const statements = bare.split(";");
  const rest = statements.pop() ?? "";
  if (rest.trim() !== "") {
    throw new DznError(`${file}: "${shorten(rest)}" does not end in a semicolon.`);
  }
  for (const statement of statements) {
    const match = /^\s*([A-Za-z_]\w*)\s*=([\s\S]*)$/.exec(statement);
    if (match === null) throw new DznError(`${file}: "${shorten(statement)}" names nothing.`);
    const [, name = "", value = ""] = match;
    if (values.has(name)) throw new DznError(`${file}: ${name} is given twice.`);
    values.set(name, numbersIn(value, name, file));
  }
  return values;
}

function numbersIn(value: string, name: string, file: string): number[] {
  // The index sets of an array say nothing that the scalars do not.
  const array = /^\s*array[1-9]d\s*\((?:\s*[\w.]+\s*,)+([\s\S]*)\)\s*$/.exec(value);
  const body = (array?.[1] ?? value).replaceAll(/[[\]|]/g, ",");
  return body
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "")
    .map((word) => {
      if (!/^-?\d+$/.test(word)) {
        throw new DznError(
          `${file}: ${name} has "${shorten(word)}" where a whole number should be.`,
        );
      }
      return Number(word);
    });
}

const shorten = (text: string): string => {
  const line = text.trim().replaceAll(/\s+/g, " ");
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
};
