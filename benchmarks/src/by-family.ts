/** Runs of one family, size and contestant in one line: what targets are put in terms of. */
import { type Gap, gapAt, placedMs } from "./gap.ts";
import { type FinishedRun, nameOf, peakMiB, proofMs } from "./run.ts";
import { shiftedGeometricMean } from "./shifted-geometric-mean.ts";

/** Times in seconds. */
export interface FamilyRow {
  readonly family: string;
  readonly doctors: number;
  readonly contestant: string;
  readonly runs: number;
  readonly proven: number;
  /** The latest first verified plan with everyone in it; undefined where a run had none. */
  readonly verified: number | undefined;
  /** The latest that it was proven how many must be left out; undefined where one never was. */
  readonly placed: number | undefined;
  /** To proof, runs without it at the limit: shifted geometric mean, median and most. */
  readonly mean: number;
  readonly median: number;
  readonly most: number;
  /** The widest of the runs' gaps so many seconds in; undefined where one was not known. */
  gapAt(seconds: number): Gap | undefined;
  readonly peakMiB: number;
}

/** Ends that count as runs: refused and skipped ones were not made. */
const MADE: readonly string[] = ["solved", "killed", "out-of-memory"];

export function byFamily(runs: readonly FinishedRun[], limitMs: number): FamilyRow[] {
  const made = runs.filter(({ end }) => MADE.includes(end.kind));
  const key = (run: FinishedRun) =>
    [
      run.case.group,
      String(run.case.problem.doctors.length).padStart(6),
      nameOf(run.contestant),
    ].join("\t");
  const isOfFamily = ({ case: { group, name } }: FinishedRun) => name.startsWith(`${group}-`);
  const own = made.filter(isOfFamily);
  return [...new Set(own.map(key))].sort().map((each) =>
    rowOf(
      own.filter((run) => key(run) === each),
      limitMs,
    ),
  );
}

function rowOf(runs: readonly FinishedRun[], limitMs: number): FamilyRow {
  const [first] = runs;
  const proofs = runs.map((run) => (proofMs(run) ?? limitMs) / 1_000).sort((a, b) => a - b);
  const verified = runs.map(({ end }) =>
    end.kind === "solved" ? end.measured.verifiedMs : undefined,
  );
  return {
    family: first?.case.group ?? "",
    doctors: first?.case.problem.doctors.length ?? 0,
    contestant: first === undefined ? "" : nameOf(first.contestant),
    runs: runs.length,
    proven: runs.filter((run) => proofMs(run) !== undefined).length,
    verified: most(verified),
    placed: most(runs.map(placedMs)),
    mean: shiftedGeometricMean(proofs) ?? 0,
    median: medianOf(proofs),
    most: proofs.at(-1) ?? 0,
    gapAt: (seconds) => widest(runs.map((run) => gapAt(run, seconds))),
    peakMiB: Math.max(...runs.map((run) => peakMiB(run) ?? 0)),
  };
}

/** The most of so many milliseconds, in seconds. */
function most(times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((each) => each !== undefined);
  return known.length < times.length ? undefined : Math.max(...known) / 1_000;
}

/** Of an even number the mean of the two in the middle. */
function medianOf(sorted: readonly number[]): number {
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

/** Somebody unplaced is wider than any gap in a later tier. */
function widest(gaps: readonly (Gap | undefined)[]): Gap | undefined {
  const known = gaps.filter((each) => each !== undefined);
  if (known.length < gaps.length) return undefined;
  const width = ({ tier, value, share }: Gap) => (tier === "unplaced" ? 1_000 + value : share);
  return known.reduce((a, b) => (width(b) > width(a) ? b : a));
}
