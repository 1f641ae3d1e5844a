/** The goals in order: what the plan comes to in each, how good it can be, and what shows that. */
import type { NamedMeasure, Problem } from "@placera/domain";
import type { Paint } from "./grid/paint.ts";
import { inColour, plain } from "./grid/paint.ts";
import { left, right, widthOf, wrap } from "./printable.ts";
import type { Report } from "./report.ts";

/** The table of goals by itself, lines ending in a newline; empty where nothing is known of them. */
export function writeTiers(
  report: Report,
  { width = 120, colour = false }: { readonly width?: number; readonly colour?: boolean } = {},
): string {
  return tierLines(report, width, colour ? inColour : plain)
    .map((line) => `${line}\n`)
    .join("");
}

/** Each tier with its value and what is proven of it, then what the proofs rest on. */
export function tierLines(report: Report, width: number, paint: Paint): string[] {
  const { document, texts } = report;
  const rows = document.certificate.tiers.map(({ tier, value, bound, proven }) => ({
    name: tierName(tier, report),
    value: String(value),
    bound: proven ? String(value) : bound < 0 ? "–" : String(bound),
    verdict: proven ? paint("good", texts.proven) : paint("warning", texts.gap(value - bound)),
  }));
  if (rows.length === 0) return [];
  const names = Math.max(widthOf(texts.tiersHeading), ...rows.map(({ name }) => widthOf(name) + 4));
  const values = Math.max(widthOf(texts.value), ...rows.map(({ value }) => widthOf(value)));
  const bounds = Math.max(widthOf(texts.bound), ...rows.map(({ bound }) => widthOf(bound)));
  const heading = `${left(texts.tiersHeading, names)}  ${right(texts.value, values)}  ${right(texts.bound, bounds)}`;
  return [
    paint("heading", heading),
    ...rows.map(({ name, value, bound, verdict }, at) => {
      const label = left(` ${at + 1}. ${name}`, names);
      return `${label}  ${right(value, values)}  ${right(bound, bounds)}  ${verdict}`;
    }),
    ...witnesses(report).flatMap((sentence) => wrap(sentence, width - 1).map((line) => ` ${line}`)),
  ];
}

/** A tier's measures by name, those weighted together joined. */
function tierName(tier: string, { texts, problem }: Report): string {
  const names = tier.split("+").map((measure) => {
    const rank = /^preferences-(\d+)$/.exec(measure)?.[1];
    if (rank !== undefined) return texts.preferencesTier(Number(rank));
    if (measure === "wishes" && countsMore(problem)) return texts.wishesAndMore;
    return Object.hasOwn(texts.measures, measure)
      ? texts.measures[measure as NamedMeasure]
      : measure;
  });
  return names.join(" + ");
}

/** Are rules' preferences counted with the wishes, such as travel? */
const countsMore = ({ programmes }: Problem): boolean =>
  programmes.some(({ rules }) =>
    rules.some(({ mode }) => typeof mode === "object" && mode.prefer.rank === "wishes"),
  );

/** What the bounds rest on, as far as they were computed again. */
function witnesses(report: Report): string[] {
  const { certified, document, texts } = report;
  const { tiers, proofs, engine } = document.certificate;
  if (certified === undefined) return [];
  const unseen = tiers.flatMap(({ tier, bound }, k) => {
    const { byPrices = 0, closed } = certified[k] ?? {};
    if (byPrices >= bound) return [];
    const by = closed?.engine ?? engine.name;
    const nodes = closed?.nodes;
    return [texts.boundByEngine({ tier: tierName(tier, report), byPrices, bound, by, nodes })];
  });
  if (unseen.length === 0) return [texts.boundsSeen];
  const rest = proofs === undefined ? [texts.noPrices] : [];
  return [...rest, ...unseen, ...(unseen.length < tiers.length ? [texts.otherBoundsSeen] : [])];
}
