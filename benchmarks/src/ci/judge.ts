/** Is anything wrong, or slower than the bands allow? */
import type { TierResult } from "@placera/domain";
import { checkAnswers, contradiction } from "../check-answers.ts";
import { fileHash } from "../earlier-report.ts";
import { describeRun, type FinishedRun, nameOf } from "../run.ts";
import { type Baseline, type BaselineCase, isProven } from "./baseline.ts";
import type { Measurement } from "./measure.ts";

/** How much worse a ratio may be before it counts as worse. Wide, since runners are shared. */
export const BANDS = {
  /** One problem's ratio: so many times the baseline's … */
  each: 1.6,
  /** … and so much more of the reference work, lest a tenth of a second decide. */
  atLeast: 0.3,
  /** The geometric mean of all, each shifted by `shift`. */
  overall: 1.25,
  shift: 0.1,
} as const;

export type Standing = "as before" | "faster" | "slower" | "proof lost" | "not proven" | "new";

export interface Judged extends BaselineCase {
  readonly before: number | undefined;
  readonly standing: Standing;
}

export interface Judgement {
  readonly cases: readonly Judged[];
  /** Of the shifted ratios, new over old; undefined where nothing compares. */
  readonly overall: number | undefined;
  /** The machine's reference work, the least of its times. */
  readonly referenceMs: number;
  /** Answers that are wrong. */
  readonly faults: readonly string[];
  /** Ratios, proofs and problems that are not what the baseline says. */
  readonly failures: readonly string[];
}

export function judge(
  { runs, referenceMs }: Measurement,
  baseline: Baseline | undefined,
): Judgement {
  const reference = Math.min(...referenceMs);
  const cases = casesOf(runs, reference).map((each) => judged(each, find(baseline, each)));
  const logs = cases.flatMap(({ ratio, before, standing }) =>
    before === undefined || standing === "proof lost"
      ? []
      : [Math.log((ratio + BANDS.shift) / (before + BANDS.shift))],
  );
  const overall =
    logs.length === 0 ? undefined : Math.exp(logs.reduce((a, b) => a + b, 0) / logs.length);
  return {
    cases,
    overall,
    referenceMs: reference,
    faults: [...checkAnswers(runs), ...(baseline === undefined ? [] : against(runs, baseline))],
    failures: baseline === undefined ? [] : failuresOf(cases, overall, baseline),
  };
}

/** 0 when every answer holds and nothing is worse than its band, 1 otherwise. */
export function exitCodeOf({ faults, failures }: Judgement): 0 | 1 {
  return faults.length > 0 || failures.length > 0 ? 1 : 0;
}

/** The least of each one's times, in reference works. */
function casesOf(runs: readonly FinishedRun[], referenceMs: number): BaselineCase[] {
  const keys = [...new Set(runs.map(keyOf))].sort((a, b) => a.localeCompare(b, "en"));
  return keys.flatMap((key) => {
    const own = runs.filter((run) => keyOf(run) === key);
    const solved = own.flatMap(({ end }) => (end.kind === "solved" ? [end.measured] : []));
    const [first] = own;
    const [best] = [...solved].sort((a, b) => a.cpuMs - b.cpuMs);
    if (first === undefined || best === undefined) return [];
    return {
      problem: first.case.name,
      contestant: nameOf(first.contestant),
      file: fileHash(first.case.text),
      ratio: best.cpuMs / referenceMs,
      tiers: best.tiers.map(({ tier, value, bound }) => ({ tier, value, bound })),
    };
  });
}

const keyOf = (run: FinishedRun): string => `${run.case.name} ${nameOf(run.contestant)}`;

const find = (baseline: Baseline | undefined, { problem, contestant, file }: BaselineCase) =>
  baseline?.cases.find(
    (each) => each.problem === problem && each.contestant === contestant && each.file === file,
  );

function judged(now: BaselineCase, before: BaselineCase | undefined): Judged {
  const standing = standingOf(now, before);
  const compares = standing !== "new" && standing !== "not proven";
  return { ...now, before: compares ? before?.ratio : undefined, standing };
}

function standingOf(now: BaselineCase, before: BaselineCase | undefined): Standing {
  if (before === undefined) return "new";
  if (!isProven(before)) return "not proven";
  if (!isProven(now)) return "proof lost";
  if (now.ratio > before.ratio * BANDS.each && now.ratio > before.ratio + BANDS.atLeast) {
    return "slower";
  }
  return now.ratio < before.ratio / BANDS.each && now.ratio < before.ratio - BANDS.atLeast
    ? "faster"
    : "as before";
}

/** Answers that contradict what the baseline has proven, or the other way round. */
function against(runs: readonly FinishedRun[], baseline: Baseline): string[] {
  return runs.flatMap((run) => {
    if (run.end.kind !== "solved") return [];
    const file = fileHash(run.case.text);
    const now = { who: describeRun(run), tiers: run.end.measured.tiers as readonly TierResult[] };
    return baseline.cases
      .filter((each) => each.problem === run.case.name && each.file === file)
      .flatMap(({ tiers }) => {
        const then = { who: "the baseline", tiers };
        return [contradiction(now, then), contradiction(then, now)].flatMap((each) => each ?? []);
      })
      .map((fault) => `${run.case.name}: ${fault}`);
  });
}

function failuresOf(
  cases: readonly Judged[],
  overall: number | undefined,
  baseline: Baseline,
): string[] {
  const worse = cases.flatMap(({ problem, contestant, ratio, before, standing }) => {
    const who = `${problem}, ${contestant}`;
    if (standing === "proof lost") return [`${who}: the baseline has a proof and this run none`];
    if (standing !== "slower" || before === undefined) return [];
    return [
      `${who}: ${ratio.toFixed(2)} reference works, where the baseline has ${before.toFixed(2)}`,
    ];
  });
  const known = new Set(
    cases.map(({ problem, contestant, file }) => `${problem} ${contestant} ${file}`),
  );
  const missing = baseline.cases
    .filter(({ problem, contestant, file }) => !known.has(`${problem} ${contestant} ${file}`))
    .map(({ problem, contestant }) => `${problem}, ${contestant}: in the baseline, and not run`);
  const slower =
    overall !== undefined && overall > BANDS.overall
      ? [`over all: × ${overall.toFixed(2)}, where × ${BANDS.overall} is allowed`]
      : [];
  return [...worse, ...missing, ...slower];
}
