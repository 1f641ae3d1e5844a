/** The plan on a page of text: verdict, grid, occupancy, who has no plan and why, what was proven. */
import {
  canonicalJson,
  type DoctorId,
  type Finding,
  type PlanDocument,
  type Problem,
  type RuleId,
} from "@placera/domain";
import { briefSpan, dateRange } from "./dates.ts";
import { dateLines } from "./dates-text.ts";
import { earlierLines } from "./earlier-text.ts";
import { doctorGrid } from "./grid/doctor-grid.ts";
import { occupancyGrid } from "./grid/occupancy-grid.ts";
import type { Page } from "./grid/page.ts";
import { inColour, type Paint, plain } from "./grid/paint.ts";
import { unitCodes } from "./grid/unit-codes.ts";
import { unitLegend } from "./grid/unit-legend.ts";
import { groupBy } from "./groups.ts";
import { left, printable, widthOf, wrap } from "./printable.ts";
import { numberReasons, reasonLines } from "./reasons-text.ts";
import type { Report } from "./report.ts";
import { supervisionLines } from "./supervision-text.ts";
import { tierLines } from "./tiers-text.ts";

export interface TextOptions {
  /** Columns; 120 by default. */
  readonly width?: number;
  /** With the terminal's colours. */
  readonly colour?: boolean;
  /** Doctors shown in the grid at most; everyone by default. */
  readonly mostDoctors?: number;
}

/** Doctors in a list of a page that does not show everyone. */
const MOST_LISTED = 5;

/** The whole page, lines ending in a newline. */
export function writeText(report: Report, options: TextOptions = {}): string {
  const { width = 120, colour = false, mostDoctors = Number.POSITIVE_INFINITY } = options;
  const paint = colour ? inColour : plain;
  const codes = unitCodes(report.problem, report.texts);
  const numbered = numberReasons(report.document);
  const reasons = new Map(
    numbered.flatMap((each) => each.doctors.map((doctor) => [doctor, each] as const)),
  );
  const page: Page = { width, paint, mostDoctors, codes, reasons };
  // Lists beside the grid are examples where the grid is: the files have everyone.
  const all = report.problem.doctors.length;
  const mostListed = all > mostDoctors ? MOST_LISTED : all;
  const sections = [
    [...title(report, width, paint), ...overrides(report, width, paint)],
    doctorGrid(report, page),
    occupancyGrid(report, page),
    unitLegend(report, page),
    earlierLines(report, page, mostListed),
    dateLines(report, page, mostListed),
    supervisionLines(report, width, paint),
    unplaced(report, paint, () =>
      numbered.flatMap((reason) => reasonLines(reason, report, width, codes)),
    ),
    [...tierLines(report, width, paint), ...disregarded(report, width)],
    provenance(report, width, paint),
  ];
  const lines = sections
    .filter((section) => section.length > 0)
    .flatMap((section) => [...section, ""]);
  return `${lines.join("\n").trimEnd()}\n`;
}

/** Name, size and days; then what came of it, in a sentence or two. */
function title(
  { problem, verified, document, texts }: Report,
  width: number,
  paint: Paint,
): string[] {
  const { status, stoppedBy, tiers: results } = document.certificate;
  const all = problem.doctors.length;
  const placed = all - verified.unplaced.length;
  const sentences = [texts.verdict[status]({ placed, all })];
  const unplacedTier = results.find(({ tier }) => tier === "unplaced");
  if (status === "infeasible" && unplacedTier !== undefined && unplacedTier.bound > 0) {
    sentences.push(texts.fewestUnplaced(unplacedTier.bound));
  }
  const why = texts.stopped[stoppedBy];
  if (status !== "optimal" && why !== undefined) sentences.push(why);
  const good = status === "optimal" || status === "feasible";
  return [
    paint("heading", printable(problem.name)),
    [
      texts.doctors(all),
      texts.units(problem.units.length),
      dateRange(problem.calendar.from, problem.calendar.to, texts),
    ].join(" · "),
    ...wrap(sentences.join(" "), width - 2).map((line, at) => {
      const mark = at > 0 ? "  " : status === "optimal" ? "✓ " : good ? "• " : "× ";
      return paint(good ? "good" : "bad", mark + line);
    }),
  ];
}

/** Laws set aside stand on every output: those the problem names and those the plan was made with. */
function overrides(report: Report, width: number, paint: Paint): string[] {
  const { problem, document, texts, find } = report;
  const all = [...problem.overrides, ...document.certificate.overrides];
  const together = groupBy(all, ({ programme, reason }) => canonicalJson([programme, reason]));
  return [...together.values()].flatMap((group) => {
    const [{ programme, reason } = { programme: "", reason: "" }] = group;
    const names = group.map(({ rule }) => texts.rules[rule as RuleId] ?? printable(rule));
    const rules = [...new Set(names)].join(" · ");
    const line = texts.override(
      rules,
      printable(find.programme(programme).name),
      printable(reason),
    );
    const text = `! ${texts.overridesHeading}: ${line}`;
    return wrap(text, width, "  ", "").map((each) => paint("bad", each));
  });
}

function unplaced(report: Report, paint: Paint, lines: () => string[]): string[] {
  const count = report.verified.unplaced.length;
  return count === 0 ? [] : [paint("heading", report.texts.unplacedHeading(count)), ...lines()];
}

/** Which recommendations yielded, and for whom. */
function disregarded(report: Report, width: number): string[] {
  const { verified, texts } = report;
  if (verified.findings.length === 0) return [];
  const groups = groupBy(verified.findings, ({ rule }) => rule);
  const names = Math.max(...[...groups.keys()].map((rule) => widthOf(texts.rules[rule])));
  return [
    "",
    texts.disregardedHeading,
    ...[...groups].flatMap(([rule, findings]) => {
      const who = concerned(findings, report);
      const first = ` ${left(texts.rules[rule], names)}  `;
      return wrap(who, width, " ".repeat(names + 3), first);
    }),
  ];
}

const MOST_NAMES = 12;

function concerned(findings: readonly Finding[], report: Report): string {
  const { nameOf, texts, problem, language } = report;
  const doctors = [...new Set(findings.flatMap((finding) => finding.doctors))];
  if (doctors.length === 0) return findings.map((each) => lacking(each, report)).join(" · ");
  const names = doctors
    .slice(0, MOST_NAMES)
    .map((doctor) => nameOf(doctor) + shortBy(doctor))
    .join(", ");
  const more =
    doctors.length > MOST_NAMES ? ` ${texts.moreDoctors(doctors.length - MOST_NAMES)}` : "";
  return `${texts.doctors(doctors.length)}: ${names}${more}`;

  /** By how many days at the most she falls short of a least time, and in what. */
  function shortBy(doctor: DoctorId): string {
    const own = findings.filter(({ doctors: [id], params }) => id === doctor && params["days"]);
    const parts = own.map(({ params }) => {
      const what = params["sections"] ?? params["requirement"];
      const names = String(what ?? "").split(" ");
      const named = names.map((id) => sectionName(id)).join(", ");
      return `${named === "" ? "" : `${named} `}${texts.earlier.days(Number(params["days"]))}`;
    });
    return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
  }
  function sectionName(id: string): string {
    return printable(problem.sections.find((each) => each.id === id)?.name[language] ?? id);
  }
}

/** What wants somebody, and when. */
function lacking({ unit, from, to, params }: Finding, { problem, texts }: Report): string {
  const { name = "" } =
    problem.units.find(({ id }) => id === unit) ??
    problem.onCallLines.find(({ id }) => id === params["line"]) ??
    {};
  const when = from === undefined || to === undefined ? "" : ` ${briefSpan(from, to, texts)}`;
  return `${printable(name)}${when}`;
}

/** What was checked, what made it, and the identities to quote. */
function provenance({ problem, document, texts }: Report, width: number, paint: Paint): string[] {
  const { certificate } = document;
  const { product, engine, formulation, params } = certificate;
  const version = ({ name, version: number }: PlanDocument["certificate"]["engine"]) =>
    `${name} ${number}`;
  return [
    texts.verified(rulePacks(problem)),
    texts.made({
      product: version(product),
      engine: version(engine),
      formulation,
      seed: params.seed,
    }),
    texts.identity(brief(certificate.problemHash), brief(certificate.planHash)),
  ]
    .flatMap((text) => wrap(text, width))
    .map((line) => paint("faint", line));
}

const rulePacks = ({ rulePacks: packs }: Problem): string => packs.join(", ");

/** The first twelve digits of a hash: enough to tell two apart. */
const brief = (hash: string): string => hash.replace(/^sha256-/, "").slice(0, 12);
