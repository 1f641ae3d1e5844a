/** What is kept of `pnpm bench:ci`: JSON, and Markdown for the job's summary. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describeMachine, type Machine } from "../machine.ts";
import { type Column, markdownTable } from "../table.ts";
import type { Baseline } from "./baseline.ts";
import { BANDS, exitCodeOf, type Judged, type Judgement } from "./judge.ts";
import type { Measurement } from "./measure.ts";

export interface CiReport {
  /** ISO, in UTC. */
  readonly date: string;
  readonly machine: Machine;
  readonly baseline: Baseline | undefined;
  readonly measurement: Measurement;
  readonly judgement: Judgement;
}

const COLUMNS: readonly Column<Judged>[] = [
  { title: "problem", align: "left", cell: ({ problem }) => problem },
  { title: "contestant", align: "left", cell: ({ contestant }) => contestant },
  { title: "ratio", align: "right", cell: ({ ratio }) => ratio.toFixed(2) },
  { title: "baseline", align: "right", cell: ({ before }) => before?.toFixed(2) ?? "–" },
  {
    title: "×",
    align: "right",
    cell: ({ ratio, before }) =>
      before === undefined ? "–" : ((ratio + BANDS.shift) / (before + BANDS.shift)).toFixed(2),
  },
  { title: "", align: "left", cell: ({ standing }) => standing },
];

export function ciMarkdown({ date, machine, baseline, measurement, judgement }: CiReport): string {
  const { cases, overall, referenceMs, faults, failures } = judgement;
  const list = (title: string, items: readonly string[]) =>
    items.length === 0 ? "" : `\n**${title}**\n\n${items.map((each) => `- ${each}`).join("\n")}\n`;
  const since =
    baseline === undefined ? "no baseline" : `baseline of ${baseline.made} (${baseline.commit})`;
  return `# Benchmarks: ${exitCodeOf(judgement) === 0 ? "good" : "NOT GOOD"}

${date.slice(0, 16).replace("T", " ")} UTC, commit ${machine.commit}, ${machine.cpu}, ${machine.cores} cores, Node ${machine.node}; ${since}. The reference work took ${(referenceMs / 1_000).toFixed(2)} s here; ${measurement.rounds === 1 ? "one round" : `${measurement.rounds} rounds`}.
${list("Wrong answers", faults)}${list("Worse than allowed", failures)}
${faults.length === 0 ? "Every answer holds. " : ""}${overall === undefined ? "" : `Over all × ${overall.toFixed(2)} of the baseline. `}A ratio is processor time over that of the reference work. Bands: one problem × ${BANDS.each} and ${BANDS.atLeast} more, over all × ${BANDS.overall}, × of ratios shifted by ${BANDS.shift}.

${markdownTable(COLUMNS, cases)}
`;
}

export function writeCi(report: CiReport, out: string): string {
  const { date, machine, measurement, judgement } = report;
  const base = join(out, "bench-ci");
  mkdirSync(out, { recursive: true });
  const content = {
    schemaVersion: 1,
    date,
    machine,
    bands: BANDS,
    referencesMs: measurement.referenceMs,
    rounds: measurement.rounds,
    exitCode: exitCodeOf(judgement),
    ...judgement,
  };
  writeFileSync(`${base}.json`, `${JSON.stringify(content, undefined, 1)}\n`);
  writeFileSync(`${base}.md`, ciMarkdown(report));
  return base;
}

export function writeBaseline(file: string, judgement: Judgement, date: string): void {
  const { commit, node } = describeMachine();
  const baseline: Baseline = {
    schemaVersion: 1,
    made: date.slice(0, 10),
    commit,
    node,
    cases: judgement.cases.map(({ problem, contestant, file: hash, ratio, tiers }) => ({
      problem,
      contestant,
      file: hash,
      ratio: Math.round(ratio * 1_000) / 1_000,
      tiers,
    })),
  };
  writeFileSync(file, `${JSON.stringify(baseline, undefined, 2)}\n`);
}
