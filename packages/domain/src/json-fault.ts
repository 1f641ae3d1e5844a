/** Where a text stops being JSON, for the person who is to mend it: the engine's own message may not say. */

export interface TextPlace {
  /** From 1. */
  readonly line: number;
  /** From 1, in characters. */
  readonly column: number;
}

const TOKEN =
  /[\t\n\r ]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\["\\/bfnrt]|\\u[\da-fA-F]{4})*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

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
  let awaited: Awaited = "value";
  let at = 0;
  for (;;) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    const next = match === null ? undefined : step(awaited, match, open);
    if (match === null || next === undefined) return placeOf(text, skipSpace(text, at));
    awaited = next;
    at = TOKEN.lastIndex;
  }
}

/** What may come after the token; undefined when the token itself may not come. */
function step(
  awaited: Awaited,
  [, mark, string]: RegExpExecArray,
  open: ("{" | "[")[],
): Awaited | undefined {
  const mayBeValue = awaited === "value" || awaited === "value-or-end";
  const mayBeKey = awaited === "key" || awaited === "key-or-end";
  const afterValue = (): Awaited => (open.length === 0 ? "nothing" : "comma-or-end");
  switch (mark) {
    case undefined:
      if (mayBeValue) return afterValue();
      return mayBeKey && string !== undefined ? "colon" : undefined;
    case "{":
    case "[":
      if (!mayBeValue) return undefined;
      open.push(mark);
      return mark === "{" ? "key-or-end" : "value-or-end";
    case ":":
      return awaited === "colon" ? "value" : undefined;
    case ",":
      if (awaited !== "comma-or-end") return undefined;
      return open.at(-1) === "{" ? "key" : "value";
    default: {
      const begun = mark === "}" ? "{" : "[";
      const mayEnd = awaited === "comma-or-end" || awaited.endsWith("-or-end");
      if (!mayEnd || open.at(-1) !== begun) return undefined;
      open.pop();
      return afterValue();
    }
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
