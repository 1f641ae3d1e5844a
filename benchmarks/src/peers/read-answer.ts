/** A peer's last line → the end of its run: its plan, and what it says and has proven of it. */
import { type Plan, type Problem, type TierResult, tiersOf, writePlan } from "@placera/domain";
import { roundUpBound, verifyPlan } from "@placera/solver";
import type { Measured, RunEnd } from "../run.ts";
import { type ProgramAnswer, planOfProgram } from "./linear-program.ts";
import type { Peer, PeerSolved } from "./peer.ts";
import { planOfRotations, type RotationsAnswer } from "./rotations.ts";

export function readAnswer(
  reply: PeerSolved,
  trace: Measured["trace"],
  peer: Peer,
  problem: Problem,
): RunEnd {
  const plan = planOf(reply, peer, problem);
  const tiers = tiersSaid(reply, problem, peer.takes === "program" ? plan : undefined);
  const { rows, columns, elapsedMs, cpuMs, peakMiB } = reply;
  const firstPlanMs = trace.find(({ values }) => values[0] === 0)?.atMs;
  const bestPlanMs = trace.at(-1)?.atMs;
  const measured: Measured = {
    status: statusOf(tiers),
    stoppedBy: reply.finished ? "finished" : "time-limit",
    tiers,
    rows,
    columns,
    components: 1,
    ...(firstPlanMs === undefined ? {} : { firstPlanMs }),
    ...(bestPlanMs === undefined ? {} : { bestPlanMs }),
    elapsedMs,
    cpuMs,
    warmUpMs: 0,
    peakMiB,
    beforeMiB: 0,
    trace,
  };
  return { kind: "solved", measured, plan: plan === undefined ? undefined : writePlan(plan) };
}

function planOf({ answer }: PeerSolved, peer: Peer, problem: Problem): Plan | undefined {
  if (answer === null) return undefined;
  return peer.takes === "program"
    ? planOfProgram(problem, answer as ProgramAnswer)
    : planOfRotations(problem, answer as RotationsAnswer);
}

/**
 * Values and bounds as they were said. The compact model counts breaks in variables that may be
 * more than they must until their tier is minimised: there, and only there, a value said too high
 * is no wrong answer, and the plan's own stands. A bound above the value is kept: that is one.
 */
function tiersSaid(reply: PeerSolved, problem: Problem, compact: Plan | undefined): TierResult[] {
  const verification = compact && verifyPlan(problem, compact);
  const score = verification?.ok === true ? verification.verified.score : [];
  return tiersOf(problem).flatMap((tier, k): TierResult[] => {
    const said = reply.values?.[k];
    if (said === undefined) return [];
    const bound = Math.max(0, roundUpBound(reply.bounds[k] ?? 0));
    const value = bound < said ? Math.min(said, score[k]?.value ?? said) : said;
    return [{ tier, value, bound, proven: bound === value }];
  });
}

function statusOf(tiers: readonly TierResult[]): Measured["status"] {
  const [unplaced] = tiers;
  if (unplaced === undefined) return "no-plan-found";
  if (unplaced.value > 0) return unplaced.bound > 0 ? "infeasible" : "no-plan-found";
  return tiers.every(({ proven }) => proven) ? "optimal" : "feasible";
}
