/** What more doctors cost: problems of one family and several sizes, contestant by contestant. */
import { type FinishedRun, nameOf, peakMiB, proofMs } from "../run.ts";
import { shiftedGeometricMean } from "../shifted-geometric-mean.ts";
import { powers, svgChart } from "./svg-chart.ts";

/** One family at one size. Times in seconds, shifted geometric means. */
export interface Growth {
  readonly family: string;
  readonly contestant: string;
  readonly doctors: number;
  readonly runs: number;
  readonly proven: number;
  /** Processor time until the run ended, with proof or without. */
  readonly cpu: number;
  /** Until the run ended. */
  readonly wall: number;
  readonly peakMiB: number;
  /** e in cpu ~ doctors^e since the size before; undefined for the first and where proofs are missing. */
  readonly exponent: number | undefined;
}

/** Families that were run at more than one size. */
export function growthOf(runs: readonly FinishedRun[]): Growth[] {
  const solved = runs.filter(({ end }) => end.kind === "solved");
  const key = ({ case: { group }, contestant }: FinishedRun) => `${group} ${nameOf(contestant)}`;
  const keys = [...new Set(solved.map(key))].sort();
  return keys.flatMap((each) => sizesOf(solved.filter((run) => key(run) === each)));
}

function sizesOf(runs: readonly FinishedRun[]): Growth[] {
  const sizes = [...new Set(runs.map(doctorsOf))].sort((a, b) => a - b);
  if (sizes.length < 2) return [];
  const rows: Growth[] = [];
  for (const doctors of sizes) {
    const own = runs.filter((run) => doctorsOf(run) === doctors);
    const before = rows.at(-1);
    const cpu = mean(own, ({ cpuMs }) => cpuMs);
    const proven = own.filter((run) => proofMs(run) !== undefined).length;
    const comparable = proven === own.length && before?.proven === before?.runs;
    rows.push({
      family: own[0]?.case.group ?? "",
      contestant: own[0] === undefined ? "" : nameOf(own[0].contestant),
      doctors,
      runs: own.length,
      proven,
      cpu,
      wall: mean(own, ({ elapsedMs }) => elapsedMs),
      peakMiB: Math.max(...own.map((run) => peakMiB(run) ?? 0)),
      exponent:
        comparable && before !== undefined
          ? Math.log(cpu / before.cpu) / Math.log(doctors / before.doctors)
          : undefined,
    });
  }
  return rows;
}

const doctorsOf = (run: FinishedRun): number => run.case.problem.doctors.length;

function mean(
  runs: readonly FinishedRun[],
  of: (measured: { readonly cpuMs: number; readonly elapsedMs: number }) => number,
): number {
  const seconds = runs.map(({ end }) => (end.kind === "solved" ? of(end.measured) / 1_000 : 0));
  return shiftedGeometricMean(seconds) ?? 0;
}

/** Undefined where nothing grew. */
export function growthSvg(rows: readonly Growth[]): string | undefined {
  if (rows.length === 0) return undefined;
  const names = [...new Set(rows.map(nameOfRow))];
  const curves = names.map((name) => {
    const own = rows.filter((row) => nameOfRow(row) === name);
    return {
      name,
      points: own.map(({ doctors, cpu }) => [doctors, Math.max(cpu, 0.001)] as const),
      hollow: own.map(({ proven, runs }) => proven < runs),
    };
  });
  const doctors = rows.map((row) => row.doctors);
  const times = rows.map(({ cpu }) => Math.max(cpu, 0.001));
  const sizes = [...new Set(doctors)].sort((a, b) => a - b);
  const lowest = 10 ** Math.floor(Math.log10(Math.min(...times)));
  const highest = 10 ** Math.ceil(Math.log10(Math.max(...times)) + 0.01);
  return svgChart({
    title: "Processor time as the number of doctors grows (hollow: not all proven)",
    curves,
    stairs: false,
    x: {
      title: "doctors",
      from: Math.min(...doctors) / 1.1,
      to: Math.max(...doctors) * 1.1,
      log: true,
      ticks: sizes,
      tickText: String,
    },
    y: {
      title: "seconds of processor time",
      from: lowest,
      to: highest,
      log: true,
      ticks: powers(10, lowest, highest),
      tickText: String,
    },
  });
}

const nameOfRow = ({ family, contestant }: Growth): string =>
  contestant === "lines/highs" ? family : `${family}, ${contestant}`;
