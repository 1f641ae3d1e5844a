/** What is kept of a benchmark: JSON with everything that was measured, Markdown for people. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { byFamily } from "./by-family.ts";
import { growthOf, growthSvg } from "./charts/growth.ts";
import { performanceProfileSvg } from "./charts/performance-profile.ts";
import {
  CASE_COLUMNS,
  FAMILY_COLUMNS,
  GAP_COLUMNS,
  GROWTH_COLUMNS,
  RUN_COLUMNS,
  SUMMARY_COLUMNS,
} from "./columns.ts";
import { fileHash } from "./earlier-report.ts";
import type { Machine } from "./machine.ts";
import type { BenchOptions } from "./options.ts";
import type { FinishedRun } from "./run.ts";
import { SHIFT_SECONDS } from "./shifted-geometric-mean.ts";
import { summarise } from "./summary.ts";
import { markdownTable, textTable } from "./table.ts";

export interface Report {
  /** ISO, in UTC. */
  readonly date: string;
  readonly machine: Machine;
  /** The packages did not change while the runs were made. */
  readonly steady: boolean;
  readonly options: BenchOptions;
  readonly runs: readonly FinishedRun[];
  /** What is wrong with the answers. */
  readonly faults: readonly string[];
}

/** Runs by problem and contestant, however they were shuffled. */
function sorted(runs: readonly FinishedRun[]): FinishedRun[] {
  const key = ({ case: { group, name }, contestant, seed, round }: FinishedRun) =>
    [
      group,
      name,
      contestant.engine,
      contestant.formulation === "lines" ? 0 : 1,
      1000 + seed,
      1000 + round,
    ].join(" ");
  return [...runs].sort((a, b) => key(a).localeCompare(key(b), "en", { numeric: true }));
}

function byCase({ runs, options }: Report) {
  const cases = [...new Set(sorted(runs).map((run) => run.case))];
  return cases.flatMap((each) => {
    const own = runs.filter((run) => run.case === each);
    return summarise(own, options.limitMs).map((row) => ({ ...row, problem: each.name }));
  });
}

export function reportText(report: Report): string {
  const { runs, options } = report;
  return [
    textTable(RUN_COLUMNS, sorted(runs)),
    "",
    textTable(CASE_COLUMNS, byCase(report)),
    "",
    ...familiesText(report),
    textTable(SUMMARY_COLUMNS, summarise(runs, options.limitMs)),
    "",
    verdict(report),
  ].join("\n");
}

function familiesText({ runs, options }: Report): string[] {
  const rows = byFamily(runs, options.limitMs);
  return rows.length === 0 ? [] : [textTable(FAMILY_COLUMNS, rows), ""];
}

/** `base` is what the charts beside it are named after. */
export function reportMarkdown(report: Report, base: string): string {
  const { date, machine, options, runs } = report;
  const versions = Object.entries(machine.versions).map((pair) => pair.join(" "));
  return `# Benchmark of ${date.slice(0, 16).replace("T", " ")} UTC

${machine.cpu}, ${machine.cores} cores, ${machine.memoryMiB} MiB; ${machine.platform}, Node ${machine.node}; ${versions.join(", ")}; commit ${machine.commit}.

Limit ${options.limitMs / 1_000} s a run, ${options.threads === 1 ? "one thread" : `${options.threads} threads`}, ${options.warm > 0 ? `after ${options.warm} other problems in the same process, ` : ""}seeds ${options.seeds.join(", ")}, ${options.repeat === 1 ? "once" : `${options.repeat} times`} each, shuffle ${options.shuffle}${options.smoke ? ", smoke" : ""}. How to read it: benchmarks/README.md.

${verdict(report)}

## By contestant

Shifted geometric means (shift ${SHIFT_SECONDS} s) of the runs; × is over the first line, both shifted, on the runs that both made. A run without proof counts with the limit, which makes the figure a least (≥).

${markdownTable(SUMMARY_COLUMNS, summarise(runs, options.limitMs))}
${familiesMarkdown(report)}
## By problem

${markdownTable(CASE_COLUMNS, byCase(report))}
${chartsMarkdown(report, base)}
## Coming on

Until the first verified plan with everyone in it, and how far value and bound of the first open tier were apart at fixed times, in parts of the value.

${markdownTable(GAP_COLUMNS, sorted(runs))}

## Runs

${markdownTable(RUN_COLUMNS, sorted(runs))}
`;
}

/** Nothing where only fixtures were run. */
function familiesMarkdown({ runs, options }: Report): string {
  const rows = byFamily(runs, options.limitMs);
  return rows.length === 0
    ? ""
    : `
## By family

Over the seeds: the latest first verified plan, time to proof (shifted geometric mean, median, most), the widest gap at fixed times, the most memory.

${markdownTable(FAMILY_COLUMNS, rows)}
`;
}

/** Charts by the end of their file names; those with nothing to show are left out. */
function chartsOf({ runs }: Report): ReadonlyMap<string, string> {
  const charts = { profile: performanceProfileSvg(runs), growth: growthSvg(growthOf(runs)) };
  return new Map(
    Object.entries(charts).flatMap(([name, svg]) => (svg === undefined ? [] : [[name, svg]])),
  );
}

function chartsMarkdown(report: Report, base: string): string {
  const charts = chartsOf(report);
  const parts: string[] = [];
  if (charts.has("profile")) {
    parts.push(`
## Performance profile

The share of the runs proven within so many times the time of whoever was fastest there.

![Performance profile](${base}-profile.svg)
`);
  }
  if (charts.has("growth")) {
    parts.push(`
## As the size grows

Shifted geometric means until the run ended, proven or not; cpu ~ doctors^exponent since the size before, where every run of both has its proof. Runs that were killed are in none of it.

${markdownTable(GROWTH_COLUMNS, growthOf(report.runs))}

![Cost as the size grows](${base}-growth.svg)
`);
  }
  return parts.join("");
}

function verdict({ faults, steady }: Report): string {
  const answers =
    faults.length === 0
      ? "Every answer holds."
      : `Wrong answers:\n\n${faults.map((fault) => `- ${fault}`).join("\n")}`;
  return steady
    ? answers
    : `${answers}\n\nThe packages changed during the runs: do not quote this.`;
}

export function reportJson({ date, machine, steady, options, runs, faults }: Report): string {
  const { out: _out, compare: _compare, ...asked } = options;
  const content = {
    schemaVersion: 1,
    date,
    machine,
    steady,
    options: asked,
    faults,
    summary: summarise(runs, options.limitMs),
    runs: sorted(runs).map(({ case: { group, name, text, problem }, end, ...run }) => {
      // Plans are large, and the problem with the seed makes them again.
      const { plan: _plan, ...kept } = end.kind === "solved" ? end : { ...end, plan: undefined };
      return {
        problem: name,
        group,
        hash: problem.hash,
        file: fileHash(text),
        doctors: problem.doctors.length,
        ...run,
        end: kept,
      };
    }),
  };
  return `${JSON.stringify(content, rounded, 1)}\n`;
}

/** A thousandth of a millisecond is noise. */
const rounded = (_key: string, value: unknown): unknown =>
  typeof value === "number" && !Number.isInteger(value) ? Math.round(value * 1_000) / 1_000 : value;

/** Writes both and answers with their common name, without the ending. */
export function writeReport(report: Report): string {
  const { out, smoke } = report.options;
  const dated = report.date.slice(0, 16).replace(":", "");
  const name = smoke ? "bench-smoke" : dated;
  const base = join(out, name);
  mkdirSync(out, { recursive: true });
  writeFileSync(`${base}.json`, reportJson(report));
  writeFileSync(`${base}.md`, reportMarkdown(report, name));
  for (const [chart, svg] of chartsOf(report)) writeFileSync(`${base}-${chart}.svg`, svg);
  return base;
}
