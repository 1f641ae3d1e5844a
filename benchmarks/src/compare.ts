/** What became slower or faster since an earlier report, problem by problem. */

import {
  type EarlierReport,
  type EarlierRun,
  type EarlierTier,
  fileHash,
} from "./earlier-report.ts";
import type { Contestant } from "./options.ts";
import type { Report } from "./report.ts";
import { type FinishedRun, nameOf } from "./run.ts";
import { SHIFT_SECONDS, shiftedGeometricMean } from "./shifted-geometric-mean.ts";
import { type Column, markdownTable, textTable } from "./table.ts";

export type Verdict = "slower" | "faster" | "as before" | "proof lost" | "proof won";

/** One problem and contestant that both reports have. Ratios are new over old, of shifted times. */
export interface Change {
  readonly problem: string;
  readonly contestant: string;
  readonly before: string;
  readonly after: string;
  readonly wall: number;
  readonly cpu: number;
  readonly verdict: Verdict;
}

export interface Comparison {
  readonly earlier: EarlierReport;
  readonly band: number;
  readonly changes: readonly Change[];
  /** Problems of the same name that are not the same problem. */
  readonly changed: readonly string[];
  /** Geometric mean of the processor-time ratios; undefined where nothing is in common. */
  readonly overall: number | undefined;
  /** Why the ratios say less than they might. */
  readonly doubts: readonly string[];
}

interface Group {
  readonly wall: number;
  readonly cpu: number;
  readonly proven: number;
  readonly runs: number;
}

export function compare(now: Report, earlier: EarlierReport, band: number): Comparison {
  const old = grouped(earlier.runs, earlier.options.limitMs);
  const runs = now.runs.map(asEarlier);
  const files = new Map(earlier.runs.map(({ problem, file }) => [problem, file]));
  const changed = runs.filter(({ problem, file }) => (files.get(problem) ?? file) !== file);
  const same = runs.filter((run) => !changed.includes(run));
  const changes = [...grouped(same, now.options.limitMs)].flatMap(([key, after]) => {
    const before = old.get(key);
    return before === undefined ? [] : [changeOf(key, before, after, band)];
  });
  const logs = changes.map(({ cpu }) => Math.log(cpu));
  const doubts: string[] = [];
  if (earlier.machine.cpu !== now.machine.cpu) doubts.push("another processor");
  if (earlier.options.limitMs !== now.options.limitMs) doubts.push("another limit");
  if (now.runs.some(({ load }) => load > now.machine.cores)) doubts.push("the machine was busy");
  return {
    earlier,
    band,
    changes: changes.sort((a, b) => b.cpu - a.cpu),
    changed: [...new Set(changed.map(({ problem }) => problem))],
    overall: logs.length === 0 ? undefined : Math.exp(sum(logs) / logs.length),
    doubts,
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

function asEarlier({ case: { name, text }, contestant, end }: FinishedRun): EarlierRun {
  const kept = end.kind === "solved" ? { kind: end.kind, measured: end.measured } : end;
  return { problem: name, file: fileHash(text), contestant, end: kept };
}

/** Runs that ended by themselves or were killed, by problem and contestant. */
function grouped(runs: readonly EarlierRun[], limitMs: number): Map<string, Group> {
  const made = runs.filter(({ end }) => end.measured !== undefined || end.kind === "killed");
  const keys = [...new Set(made.map(keyOf))].sort();
  return new Map(
    keys.map((key) => {
      const own = made.filter((run) => keyOf(run) === key);
      const mean = (of: (run: EarlierRun) => number) =>
        shiftedGeometricMean(own.map((run) => of(run) / 1_000)) ?? 0;
      return [
        key,
        {
          wall: mean((run) => (isProven(run) ? (run.end.measured?.elapsedMs ?? limitMs) : limitMs)),
          cpu: mean(({ end }) => end.measured?.cpuMs ?? limitMs),
          proven: own.filter(isProven).length,
          runs: own.length,
        },
      ];
    }),
  );
}

const keyOf = ({ problem, contestant }: EarlierRun): string =>
  `${problem}\t${nameOf(contestant as Contestant)}`;

const isProven = ({ end: { measured } }: EarlierRun): boolean =>
  measured !== undefined &&
  measured.tiers.length > 0 &&
  measured.tiers.every(({ proven }: EarlierTier) => proven);

function changeOf(key: string, before: Group, after: Group, band: number): Change {
  const [problem = "", contestant = ""] = key.split("\t");
  const ratio = (a: number, b: number) => (a + SHIFT_SECONDS) / (b + SHIFT_SECONDS);
  const wall = ratio(after.wall, before.wall);
  const cpu = ratio(after.cpu, before.cpu);
  const text = ({ cpu: seconds, proven, runs }: Group) =>
    `${seconds.toFixed(2)} s, ${proven}/${runs}`;
  return {
    problem,
    contestant,
    before: text(before),
    after: text(after),
    wall,
    cpu,
    verdict: verdictOf(before, after, cpu, band),
  };
}

function verdictOf(before: Group, after: Group, cpu: number, band: number): Verdict {
  const share = ({ proven, runs }: Group) => proven / runs;
  if (share(after) < share(before)) return "proof lost";
  if (share(after) > share(before)) return "proof won";
  if (cpu > band) return "slower";
  return cpu < 1 / band ? "faster" : "as before";
}

/** Is anything worse than the noise? */
export function isWorse({ changes }: Comparison): boolean {
  return changes.some(({ verdict }) => verdict === "slower" || verdict === "proof lost");
}

const COLUMNS: readonly Column<Change>[] = [
  { title: "problem", align: "left", cell: ({ problem }) => problem },
  { title: "contestant", align: "left", cell: ({ contestant }) => contestant },
  { title: "before: cpu, proven", align: "right", cell: ({ before }) => before },
  { title: "now", align: "right", cell: ({ after }) => after },
  { title: "× proof", align: "right", cell: ({ wall }) => wall.toFixed(2) },
  { title: "× cpu", align: "right", cell: ({ cpu }) => cpu.toFixed(2) },
  { title: "verdict", align: "left", cell: ({ verdict }) => verdict },
];

export function comparisonText(comparison: Comparison, as: "text" | "markdown"): string {
  const { earlier, band, changes, changed, overall, doubts } = comparison;
  if (overall === undefined) return "The reports have no problem in common.";
  const count = (verdict: Verdict) => changes.filter((each) => each.verdict === verdict).length;
  const verdicts: Verdict[] = ["slower", "proof lost", "faster", "proof won", "as before"];
  return [
    `Since ${earlier.date.slice(0, 16)} (${earlier.machine.commit}): ${verdicts
      .map((verdict) => `${count(verdict)} ${verdict}`)
      .join(", ")}; processor time × ${overall.toFixed(2)} over all. Within × ${band} is noise.`,
    ...(doubts.length === 0 ? [] : [`Doubts: ${doubts.join(", ")}.`]),
    ...(changed.length === 0 ? [] : [`Other problems by now: ${changed.join(", ")}.`]),
    "",
    as === "text" ? textTable(COLUMNS, changes) : markdownTable(COLUMNS, changes),
  ].join("\n");
}
