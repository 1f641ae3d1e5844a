/** How a rule applies, in words: its mode and its parameters. */
import type { RuleMode } from "@placera/domain";
import { printable } from "../printable.ts";
import type { Texts } from "../texts/texts.ts";

export function modeText(mode: RuleMode, { compliance }: Texts): string {
  if (typeof mode === "string") return compliance.modes[mode];
  return compliance.modes.prefer(mode.prefer.rank, mode.prefer.weight);
}

/** Parameters of any rule: lengths in words, lists joined; empty where there are none. */
export function paramsText(params: object, { compliance }: Texts): string {
  const text = (value: unknown): string => {
    if (Array.isArray(value)) return value.map(text).join(", ");
    if (typeof value !== "object" || value === null) return printable(String(value));
    if ("months" in value) return compliance.months(String(value.months));
    if ("weeks" in value) return compliance.weeks(String(value.weeks));
    return `(${pairs(value)})`;
  };
  const pairs = (value: object): string =>
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .map(([key, each]) => `${key}: ${text(each)}`)
      .join("; ");
  return pairs(params);
}
