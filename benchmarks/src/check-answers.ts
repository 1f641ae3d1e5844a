/** Are the answers right? Plans by the rules, values and bounds against each other and what is known. */
import { type OutcomeStatus, planHash, readPlan } from "@placera/domain";
import { verifyPlan } from "@placera/solver";
import type { Case } from "./cases.ts";
import { describeRun, type FinishedRun, type Measured, type PlanFile } from "./run.ts";

/** Everything that is wrong with the answers of these runs; empty when nothing is. */
export function checkAnswers(runs: readonly FinishedRun[]): string[] {
  const cases = [...new Set(runs.map((run) => run.case))];
  return cases.flatMap((each) => {
    const own = runs.filter((run) => run.case === each);
    const claims = own.flatMap(claimOf);
    const expected = expectedClaim(each);
    const all = expected === undefined ? claims : [expected, ...claims];
    return [
      ...own.flatMap(checkRun),
      ...all.flatMap((a) => all.flatMap((b) => contradiction(a, b) ?? [])),
      ...checkRepeats(own),
    ].map((fault) => `${each.name}: ${fault}`);
  });
}

/** What one run's answer says that is wrong in itself. */
export function checkRun(run: FinishedRun): string[] {
  const { end } = run;
  const faults =
    end.kind === "failed"
      ? [`ended with an error: ${end.message}`]
      : end.kind === "solved"
        ? checkSolved(run.case, end.measured, end.plan)
        : [];
  return faults.map((fault) => `${describeRun(run)} ${fault}`);
}

function checkSolved(
  { problem, expected }: Case,
  measured: Measured,
  plan: PlanFile | undefined,
): string[] {
  const faults: string[] = [];
  if (plan === undefined)
    return measured.stoppedBy === "finished" ? ["finished without a plan"] : [];
  const verification = verifyPlan(problem, readPlan(plan));
  if (!verification.ok) {
    const rules = new Set(verification.violations.map(({ rule }) => rule));
    return [`has a plan that breaks ${[...rules].join(", ")}`];
  }
  verification.verified.score.forEach(({ tier, value }, at) => {
    const said = measured.tiers[at];
    if (said?.tier !== tier || said.value !== value) {
      faults.push(`says ${said?.value} of ${tier}, but the plan comes to ${value}`);
    }
  });
  for (const { tier, value, bound, proven } of measured.tiers) {
    if (bound > value || proven !== (bound === value)) {
      faults.push(`has a bound of ${bound} on ${tier}, where its plan has ${value}`);
    }
  }
  if (expected?.status !== undefined && excludes(expected.status, measured.status)) {
    faults.push(`says ${measured.status}, where ${expected.status} is expected`);
  }
  return faults;
}

/** Can only one of them be so? A search that was cut short may know less than is expected. */
function excludes(a: OutcomeStatus, b: OutcomeStatus): boolean {
  const possible = (status: OutcomeStatus) => status === "optimal" || status === "feasible";
  return (possible(a) && b === "infeasible") || (a === "infeasible" && possible(b));
}

/** What someone holds to be so of one problem, tier by tier. */
export interface Claim {
  readonly who: string;
  readonly tiers: readonly {
    readonly tier: string;
    readonly value: number;
    readonly bound: number;
  }[];
}

/**
 * Has `a` a plan that `b` holds to be impossible? Bounds hold for plans as good in the tiers
 * before, so that the first tier in which the plans differ is the last that tells.
 */
export function contradiction(a: Claim, b: Claim): string | undefined {
  for (const [at, { tier, value }] of a.tiers.entries()) {
    const other = b.tiers[at];
    if (other === undefined) return undefined;
    if (value < other.bound) {
      return `${a.who} has ${value} of ${tier}, and ${b.who} says it cannot be below ${other.bound}`;
    }
    if (value !== other.value) return undefined;
  }
  return undefined;
}

function claimOf(run: FinishedRun): Claim[] {
  if (run.end.kind !== "solved") return [];
  return [{ who: describeRun(run), tiers: run.end.measured.tiers }];
}

function expectedClaim({ expected }: Case): Claim | undefined {
  if (expected === undefined || expected.tiers.length === 0) return undefined;
  return { who: "the expected answer", tiers: expected.tiers };
}

/** Same problem, seed and limits, not cut short: the same plan. */
function checkRepeats(runs: readonly FinishedRun[]): string[] {
  const plans = new Map<string, string>();
  return runs.flatMap((run) => {
    const { end } = run;
    // No peer promises this, and with several threads it could not.
    if (run.contestant.formulation === "peer") return [];
    if (end.kind !== "solved" || end.plan === undefined || end.measured.stoppedBy !== "finished")
      return [];
    const hash = planHash(readPlan(end.plan));
    const who = describeRun(run);
    const before = plans.get(who);
    plans.set(who, hash);
    return before === undefined || before === hash
      ? []
      : [`${who} has another plan when run again`];
  });
}
