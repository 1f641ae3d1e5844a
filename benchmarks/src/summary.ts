/** All runs of a contestant in one line, and how it compares with the others on the same problems. */
import { type FinishedRun, nameOf, proofMs, type RunEnd } from "./run.ts";
import { SHIFT_SECONDS, shiftedGeometricMean } from "./shifted-geometric-mean.ts";

/** The contestant that the others are compared with, when it takes part. */
const BASELINE = "lines/highs";

/** Ends of runs that count; one that is too large for its engine, say, was not made at all. */
const MADE: readonly RunEnd["kind"][] = ["solved", "killed", "out-of-memory"];

/** Times in seconds, shifted geometric means. */
export interface Summary {
  readonly contestant: string;
  /** Runs that were made: not skipped, not too large. */
  readonly runs: number;
  readonly proven: number;
  /** To the first complete plan, of the runs that had one. */
  readonly first: number | undefined;
  /** To proof; a run without proof counts with the limit, so that this is the least it can be. */
  readonly proof: number | undefined;
  /** Processor time to the same moments. */
  readonly cpu: number | undefined;
  /** Proof time over the baseline's, both shifted, on the runs that both made. */
  readonly ratio: number | undefined;
  readonly cpuRatio: number | undefined;
  /** Some run had no proof: proof times and ratios are at least what they say. */
  readonly open: boolean;
}

export function summarise(runs: readonly FinishedRun[], limitMs: number): Summary[] {
  const made = runs.filter(({ end }) => MADE.includes(end.kind));
  const names = [...new Set(made.map(({ contestant }) => nameOf(contestant)))].sort();
  const baseline = names.includes(BASELINE) ? BASELINE : names[0];
  names.sort((a, b) => Number(b === baseline) - Number(a === baseline));
  const of = (name: string | undefined) =>
    made.filter(({ contestant }) => nameOf(contestant) === name);
  const proof = (some: readonly FinishedRun[]) =>
    shiftedGeometricMean(some.map((run) => (proofMs(run) ?? limitMs) / 1_000));
  const cpu = (some: readonly FinishedRun[]) =>
    shiftedGeometricMean(some.map((run) => cpuSeconds(run, limitMs)));
  return names.map((contestant) => {
    const own = of(contestant);
    const [mine, theirs] = inCommon(own, of(baseline));
    const first = own.flatMap(({ end }) =>
      end.kind === "solved" && end.measured.firstPlanMs !== undefined
        ? [end.measured.firstPlanMs / 1_000]
        : [],
    );
    const proven = own.filter((run) => proofMs(run) !== undefined).length;
    return {
      contestant,
      runs: own.length,
      proven,
      first: shiftedGeometricMean(first),
      proof: proof(own),
      cpu: cpu(own),
      ratio: over(proof(mine), proof(theirs)),
      cpuRatio: over(cpu(mine), cpu(theirs)),
      open: proven < own.length,
    };
  });
}

function cpuSeconds({ end }: FinishedRun, limitMs: number): number {
  return (end.kind === "solved" ? end.measured.cpuMs : limitMs) / 1_000;
}

function inCommon(a: readonly FinishedRun[], b: readonly FinishedRun[]) {
  const key = (run: FinishedRun) => `${run.case.name} ${run.seed} ${run.round}`;
  const keep = (some: readonly FinishedRun[], others: readonly FinishedRun[]) => {
    const keys = new Set(others.map(key));
    return some.filter((run) => keys.has(key(run)));
  };
  return [keep(a, b), keep(b, a)] as const;
}

/** Shifted, lest a hundredth of a second over a thousandth look like ten times as slow. */
function over(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : (a + SHIFT_SECONDS) / (b + SHIFT_SECONDS);
}
