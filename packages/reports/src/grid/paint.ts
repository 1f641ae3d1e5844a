/** What a piece of text is, for those who can show it in colour; width never changes. */

export type Style = "heading" | "faint" | "good" | "warning" | "bad" | `section-${number}`;
export type Paint = (style: Style, text: string) => string;

export const plain: Paint = (_style, text) => text;

const CODES: Readonly<Record<string, string>> = {
  heading: "1",
  faint: "2",
  good: "32",
  warning: "33",
  bad: "1;31",
};
/** Backgrounds for sections that differ to most eyes and on dark and light screens, dark text on top. */
const SECTIONS = [
  "48;5;153;38;5;16",
  "48;5;151;38;5;16",
  "48;5;223;38;5;16",
  "48;5;182;38;5;16",
  "48;5;217;38;5;16",
  "48;5;187;38;5;16",
];

/** Paints with the terminal's escape codes. */
export const inColour: Paint = (style, text) => {
  const [kind, number] = style.split("-");
  const code = kind === "section" ? SECTIONS[Number(number) % SECTIONS.length] : CODES[style];
  return text === "" || code === undefined ? text : `\u001b[${code}m${text}\u001b[0m`;
};
