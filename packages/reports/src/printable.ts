/** Text in columns: what a terminal shows of a name, how wide it is, and how it is cut and wrapped. */

const graphemes = new Intl.Segmenter("sv", { granularity: "grapheme" });

/** Without control characters, which could move the cursor or hide what is written. */
export function printable(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, " ")
    .trim();
}

/** Width in columns; every character counts one. */
export const widthOf = (text: string): number => [...graphemes.segment(text)].length;

/** At most `width` columns; what is cut off shows as `…`. */
export function cut(text: string, width: number): string {
  const parts = [...graphemes.segment(text)];
  if (parts.length <= width) return text;
  if (width <= 1) return "…".slice(0, Math.max(0, width));
  return `${parts
    .slice(0, width - 1)
    .map(({ segment }) => segment)
    .join("")
    .trimEnd()}…`;
}

/** Exactly `width` columns: cut or filled with spaces on the right. */
export function left(text: string, width: number): string {
  const shown = cut(text, width);
  return shown + " ".repeat(Math.max(0, width - widthOf(shown)));
}

/** Exactly `width` columns: filled with spaces on the left. */
export const right = (text: string, width: number): string =>
  " ".repeat(Math.max(0, width - widthOf(text))) + text;

/** Lines of at most `width` columns, broken between words; later lines indented. */
export function wrap(text: string, width: number, indent = "", first = indent): string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(" ")) {
    const room = widthOf(line) + (empty ? 0 : 1) + widthOf(word) <= width;
    if (!empty && !room) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    line += (empty ? "" : " ") + word;
    empty = false;
  }
  return [...lines, line];
}
