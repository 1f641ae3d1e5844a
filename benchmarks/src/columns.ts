/** What the tables show: one row a run, and one row a contestant. */
import type { FamilyRow } from "./by-family.ts";
import type { Growth } from "./charts/growth.ts";
import { GAP_SECONDS, gapAt, gapText, placedMs } from "./gap.ts";
import { type FinishedRun, type Measured, nameOf, peakMiB, proofMs } from "./run.ts";
import type { Summary } from "./summary.ts";
import type { Column } from "./table.ts";

const NONE = "–";

/** Milliseconds as seconds, three figures. */
export function seconds(milliseconds: number | undefined): string {
  if (milliseconds === undefined) return NONE;
  const value = milliseconds / 1_000;
  return value.toFixed(value < 9.995 ? 2 : value < 99.95 ? 1 : 0);
}

const measuredOf = ({ end }: FinishedRun): Measured | undefined =>
  end.kind === "solved" ? end.measured : undefined;

/** A number of the measurement. */
function number(title: string, text: (measured: Measured) => string): Column<FinishedRun> {
  return {
    title,
    align: "right",
    cell: (run) => {
      const measured = measuredOf(run);
      return measured === undefined ? NONE : text(measured);
    },
  };
}

const caseColumn: Column<FinishedRun> = {
  title: "problem",
  align: "left",
  cell: (run) => run.case.name,
};

export const RUN_COLUMNS: readonly Column<FinishedRun>[] = [
  caseColumn,
  { title: "contestant", align: "left", cell: ({ contestant }) => nameOf(contestant) },
  { title: "seed", align: "right", cell: ({ seed }) => String(seed) },
  number("rows", ({ rows }) => String(rows)),
  number("columns", ({ columns }) => String(columns)),
  number("parts", ({ components }) => String(components)),
  number("first s", ({ firstPlanMs }) => seconds(firstPlanMs)),
  number("best s", ({ bestPlanMs }) => seconds(bestPlanMs)),
  { title: "proof s", align: "right", cell: (run) => seconds(proofMs(run)) },
  number("cpu s", ({ cpuMs }) => seconds(cpuMs)),
  number("tiers", tiersText),
  { title: "status", align: "left", cell: statusText },
  { title: "peak MiB", align: "right", cell: (run) => peakMiB(run)?.toFixed(0) ?? NONE },
  { title: "load", align: "right", cell: ({ load }) => load.toFixed(1) },
];

/** How a run came on. */
export const GAP_COLUMNS: readonly Column<FinishedRun>[] = [
  caseColumn,
  { title: "contestant", align: "left", cell: ({ contestant }) => nameOf(contestant) },
  { title: "seed", align: "right", cell: ({ seed }) => String(seed) },
  number("verified s", ({ verifiedMs }) => seconds(verifiedMs)),
  { title: "placed s", align: "right", cell: (run) => seconds(placedMs(run)) },
  ...GAP_SECONDS.map(
    (at): Column<FinishedRun> => ({
      title: `gap at ${at} s`,
      align: "right",
      cell: (run) => gapText(gapAt(run, at)),
    }),
  ),
  { title: "proof s", align: "right", cell: (run) => seconds(proofMs(run)) },
];

export const FAMILY_COLUMNS: readonly Column<FamilyRow>[] = [
  { title: "family", align: "left", cell: ({ family }) => family },
  { title: "doctors", align: "right", cell: ({ doctors }) => String(doctors) },
  { title: "contestant", align: "left", cell: ({ contestant }) => contestant },
  { title: "proven", align: "right", cell: ({ proven, runs }) => `${proven}/${runs}` },
  { title: "verified s, latest", align: "right", cell: ({ verified }) => inSeconds(verified) },
  { title: "placed s, latest", align: "right", cell: ({ placed }) => inSeconds(placed) },
  { title: "proof s, mean", align: "right", cell: (row) => ofProof(row, row.mean) },
  { title: "median", align: "right", cell: (row) => ofProof(row, row.median) },
  { title: "most", align: "right", cell: (row) => ofProof(row, row.most) },
  ...GAP_SECONDS.map(
    (at): Column<FamilyRow> => ({
      title: `widest gap at ${at} s`,
      align: "right",
      cell: (row) => gapText(row.gapAt(at)),
    }),
  ),
  { title: "peak MiB", align: "right", cell: (row) => row.peakMiB.toFixed(0) },
];

const inSeconds = (value: number | undefined) => seconds(value && value * 1_000);

/** A run without proof counts with the limit, so that the figure is a least where it enters. */
function ofProof({ proven, runs, median }: FamilyRow, value: number): string {
  const isLeast = value === median ? 2 * proven <= runs : proven < runs;
  return `${isLeast ? "≥ " : ""}${inSeconds(value)}`;
}

export const GROWTH_COLUMNS: readonly Column<Growth>[] = [
  { title: "family", align: "left", cell: ({ family }) => family },
  { title: "contestant", align: "left", cell: ({ contestant }) => contestant },
  { title: "doctors", align: "right", cell: ({ doctors }) => String(doctors) },
  { title: "proven", align: "right", cell: ({ proven, runs }) => `${proven}/${runs}` },
  { title: "wall s", align: "right", cell: ({ wall }) => seconds(wall * 1_000) },
  { title: "cpu s", align: "right", cell: ({ cpu }) => seconds(cpu * 1_000) },
  { title: "peak MiB", align: "right", cell: (row) => row.peakMiB.toFixed(0) },
  { title: "exponent", align: "right", cell: ({ exponent }) => exponent?.toFixed(2) ?? NONE },
];

export const SUMMARY_COLUMNS: readonly Column<Summary>[] = [
  { title: "contestant", align: "left", cell: ({ contestant }) => contestant },
  { title: "proven", align: "right", cell: ({ proven, runs }) => `${proven}/${runs}` },
  { title: "first s", align: "right", cell: ({ first }) => seconds(first && first * 1_000) },
  {
    title: "proof s",
    align: "right",
    cell: (row) => atLeast(row, seconds(row.proof && row.proof * 1_000)),
  },
  {
    title: "cpu s",
    align: "right",
    cell: (row) => atLeast(row, seconds(row.cpu && row.cpu * 1_000)),
  },
  { title: "× proof", align: "right", cell: (row) => atLeast(row, times(row.ratio)) },
  { title: "× cpu", align: "right", cell: (row) => atLeast(row, times(row.cpuRatio)) },
];

/** One problem's contestants. */
export const CASE_COLUMNS: readonly Column<Summary & { readonly problem: string }>[] = [
  { title: "problem", align: "left", cell: ({ problem }) => problem },
  ...SUMMARY_COLUMNS,
];

/** Values by tier; `3…7` where the plan has 7 and nothing below 3 is possible. */
function tiersText({ tiers }: Measured): string {
  const text = tiers.map(({ value, bound }) =>
    bound === value ? `${value}` : `${bound}…${value}`,
  );
  return text.join(" ") || NONE;
}

function statusText({ end }: FinishedRun): string {
  switch (end.kind) {
    case "solved":
      return end.measured.stoppedBy === "finished"
        ? end.measured.status
        : `${end.measured.status}, ${end.measured.stoppedBy}`;
    case "too-large":
      return "too large";
    case "out-of-memory":
      return "out of memory";
    case "killed":
      return `killed at ${seconds(end.afterMs)} s`;
    case "failed":
      return "ERROR";
    case "skipped":
      return end.because;
  }
}

function atLeast({ open }: Summary, text: string): string {
  return open && text !== NONE ? `≥ ${text}` : text;
}

function times(ratio: number | undefined): string {
  return ratio === undefined ? NONE : ratio.toFixed(ratio < 9.95 ? 2 : ratio < 99.5 ? 1 : 0);
}
