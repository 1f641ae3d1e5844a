/** Where a text stops being JSON, for the person who is to mend it: the engine's own message may not say. */

export interface TextPlace {
  /** From 1. */
  readonly line: number;
  /** From 1, in characters. */
  readonly column: number;
}

type Awaited =
  | "value"
  | "value-or-end"
  | "key"
  | "key-or-end"
  | "colon"
  | "comma-or-end"
  | "nothing";

/** The place of the first character that cannot be there; the end of the text when it stops too soon. */
export function findJsonFault(text: string): TextPlace {
  const open: ("{" | "[")[] = [];
  let awaited: Awaited | undefined = "value";
  let at = skipSpace(text, 0);
  while (awaited !== undefined) {
    const end = tokenEnd(text, at);
    if (end === undefined) break;
    awaited = step(awaited, text[at] ?? "", open);
    if (awaited !== undefined) at = skipSpace(text, end);
  }
  return placeOf(text, at);
}

const NUMBER_OR_WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/** Where the token that begins at `at` ends; undefined when none does. */
function tokenEnd(text: string, at: number): number | undefined {
  const first = text[at] ?? "";
  if (first !== "" && "{}[],:".includes(first)) return at + 1;
  if (first !== '"') return matchEnd(NUMBER_OR_WORD, text, at);
  let next: number | undefined = at + 1;
  while (next !== undefined && next < text.length) {
    const here: string = text[next] ?? "";
    if (here === '"') return next + 1;
    if (here < " ") return undefined;
    next = here === "\\" ? matchEnd(ESCAPE, text, next) : next + 1;
  }
  return undefined;
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** What may come after the token; undefined when the token itself may not come. */
function step(awaited: Awaited, first: string, open: ("{" | "[")[]): Awaited | undefined {
  const mayBeValue = awaited === "value" || awaited === "value-or-end";
  const mayBeKey = awaited === "key" || awaited === "key-or-end";
  // Called once the value is over, when `open` holds only what is around it.
  const afterValue = (): Awaited => (open.length === 0 ? "nothing" : "comma-or-end");
  switch (first) {
    case "{":
    case "[":
      if (!mayBeValue) return undefined;
      open.push(first);
      return first === "{" ? "key-or-end" : "value-or-end";
    case ":":
      return awaited === "colon" ? "value" : undefined;
    case ",":
      if (awaited !== "comma-or-end") return undefined;
      return open.at(-1) === "{" ? "key" : "value";
    case "}":
    case "]":
      if (!awaited.endsWith("-or-end")) return undefined;
      return open.pop() === (first === "}" ? "{" : "[") ? afterValue() : undefined;
    default:
      if (mayBeValue) return afterValue();
      return mayBeKey && first === '"' ? "colon" : undefined;
  }
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && "\t\n\r ".includes(text[at] ?? "")) at++;
  return at;
}

function placeOf(text: string, at: number): TextPlace {
  const before = text.slice(0, at);
  return { line: before.split("\n").length, column: at - before.lastIndexOf("\n") };
}
