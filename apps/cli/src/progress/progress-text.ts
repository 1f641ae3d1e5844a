/** Progress in one line: what is being done, how long, what is found and what is proven. */
import type { NamedMeasure, SolveProgress } from "@placera/domain";
import type { Language } from "@placera/reports";
import { textsIn } from "../texts/index.ts";
import type { Texts } from "../texts/texts.ts";

export function progressText(progress: SolveProgress, language: Language): string {
  const texts = textsIn(language);
  const { stage, tier, component, components, lines, elapsedMs } = progress;
  const number = (value: number) =>
    value.toLocaleString(language === "sv" ? "sv-SE" : "en-GB", { maximumFractionDigits: 1 });
  const parts = [`${seconds(elapsedMs, language).padStart(7)}`, texts.stages[stage]];
  if (components > 1 && component > 0) parts.push(texts.component(component, components));
  if (tier !== undefined) parts.push(tierText(progress, tier, texts, number));
  if (progress.gap !== undefined && progress.gap > 0) parts.push(texts.gap(number(progress.gap)));
  if (lines > 0) parts.push(texts.lines(number(lines)));
  return parts.join(" · ");
}

function tierText(
  { incumbent, bound }: SolveProgress,
  tier: string,
  texts: Texts,
  number: (value: number) => string,
): string {
  const name = tier
    .split("+")
    .map((measure) => measureText(measure, texts))
    .join(" + ");
  const found = incumbent === undefined ? "–" : number(incumbent);
  const proven = bound === undefined ? "" : ` (${texts.atLeast(number(bound))})`;
  return `${name}: ${found}${proven}`;
}

function measureText(measure: string, texts: Texts): string {
  const rank = /^preferences-(\d+)$/.exec(measure)?.[1];
  if (rank !== undefined) return texts.preferencesTier(rank);
  return Object.hasOwn(texts.measures, measure) ? texts.measures[measure as NamedMeasure] : measure;
}

/** `12,3 s`, `4 min 05 s`. */
export function seconds(milliseconds: number, language: Language): string {
  const all = milliseconds / 1000;
  if (all < 60) {
    const text = all.toFixed(1);
    return `${language === "sv" ? text.replace(".", ",") : text} s`;
  }
  const minutes = Math.floor(all / 60);
  return `${minutes} min ${String(Math.floor(all % 60)).padStart(2, "0")} s`;
}

/** Changes when something has happened that is worth a new line. */
export const progressKey = ({ stage, tier, component, incumbent, bound }: SolveProgress): string =>
  [stage, tier, component, incumbent, bound].join(" ");
