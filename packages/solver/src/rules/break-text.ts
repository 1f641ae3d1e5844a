/** A finding as a sentence, in Swedish or English. Codes are the contract, sentences are not. */
import { dayInWords, type Finding, type Problem, type RuleId, type Text } from "@placera/domain";
import type { Sentences } from "./break-sentences.ts";
import { BLOCKS } from "./break-sentences-blocks.ts";
import { PLACEMENTS } from "./break-sentences-placements.ts";
import { UNITS } from "./break-sentences-units.ts";

type Language = keyof Text;

const SENTENCES: Readonly<Record<RuleId, Sentences>> = { ...PLACEMENTS, ...UNITS, ...BLOCKS };

/** What a finding says, as a sentence about this problem's doctors and units. */
export function describeFinding(finding: Finding, language: Language, problem: Problem): string {
  const sentences = SENTENCES[finding.rule];
  const sentence = sentences[String(finding.params["fault"] ?? "_")] ?? sentences["_"];
  const template = sentence?.[language] ?? `${finding.rule}: {doctors}`;
  return template.replaceAll(/\{(\w+)\}/g, (_, key: string) =>
    word(key, finding, language, problem),
  );
}

/** Params that are days, and so are written in words. */
const DAYS: ReadonlySet<string> = new Set(["earliest", "latest", "degree", "published", "licence"]);

function word(key: string, finding: Finding, language: Language, problem: Problem): string {
  const { params } = finding;
  const day = (value: number | undefined): string =>
    value === undefined || !Number.isFinite(value) ? "?" : dayInWords(value, language);
  switch (key) {
    case "doctors":
      return finding.doctors.join(", ");
    case "magnitude":
      return String(finding.magnitude);
    case "from":
      return day(finding.from);
    case "to":
      return day(finding.to);
    case "last":
      return day(finding.to === undefined ? undefined : finding.to - 1);
    case "unit": {
      const id = finding.unit ?? params["unit"];
      return problem.units.find((unit) => unit.id === id)?.name ?? String(id ?? "?");
    }
    case "site":
      return nameOf(problem.sites, params["site"]);
    case "line":
      return nameOf(problem.onCallLines, params["line"]);
    case "sites":
      return list(params["sites"], (id) => nameOf(problem.sites, id));
    case "section":
    case "sections":
      return list(params[key], (id) => {
        const section = problem.sections.find((each) => each.id === id);
        return section?.name[language] ?? id;
      });
    case "span": {
      const spans = [
        ...problem.programmes,
        ...problem.intakes.flatMap(({ programmes }) => [...programmes.values()]),
      ].flatMap(({ fixedSpans }) => fixedSpans);
      return (
        spans.find(({ id }) => id === params["span"])?.name[language] ?? String(params["span"])
      );
    }
    default:
      return DAYS.has(key) ? day(Number(params[key])) : String(params[key] ?? "?");
  }
}

function nameOf(
  items: readonly { readonly id: string; readonly name: string }[],
  id: string | number | undefined,
): string {
  return items.find((each) => each.id === id)?.name ?? String(id ?? "?");
}

/** Ids in one parameter, set apart by spaces, as names set apart by commas. */
function list(ids: string | number | undefined, name: (id: string) => string): string {
  return String(ids ?? "?")
    .split(" ")
    .map(name)
    .join(", ");
}
