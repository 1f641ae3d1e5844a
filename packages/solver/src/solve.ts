/** Problem → Outcome: the whole way on one page. Start reading here. */
import type {
  Outcome,
  Plan,
  Problem,
  Progress,
  SolveParams,
  SolveWatch,
  StoppedBy,
  VerifiedPlan,
} from "@placera/domain";
import { solveCompact } from "./compact/solve-compact.ts";
import { loadIn } from "./formulation/load.ts";
import { statusOf, tierResults } from "./outcome-parts.ts";
import { solveParts } from "./parts/solve-parts.ts";
import { PlanRefused } from "./plan-refused.ts";
import type { SearchHost } from "./searched.ts";
import { nameSupervisors } from "./supervise/name-supervisors.ts";
import { createVerifier, type Verifier } from "./verify/verify-plan.ts";

/** Solves; every plan that leaves here is verified. Throws `PlanRefused` when the verifier refuses one. */
export async function solve(
  problem: Problem,
  params: SolveParams,
  watch: SolveWatch,
): Promise<Outcome> {
  const session = new Session(problem, params, watch);
  session.progress({ stage: "reading", component: 0, components: 0, lines: 0 });
  const search = params.formulation === "compact" ? solveCompact : solveParts;
  const searched = await search(
    problem,
    {
      seed: params.seed,
      engine: params.engine,
      warmStart: watch.warmStart,
      timeLimitMs: params.timeLimitMs,
      nodeLimit: params.nodeLimit,
      memoryLimitMiB: params.memoryLimitMiB,
    },
    session,
  );
  session.progress({
    stage: "verifying",
    component: searched.components,
    components: searched.components,
    lines: searched.lines,
  });
  const verified = session.verified(searched.plan);
  const tiers = tierResults(verified, searched.bounds);
  const outcome: Outcome = {
    status: statusOf(tiers),
    stoppedBy: session.stoppedBy,
    plan: verified,
    unplaced: verified.unplaced.map((doctor) => ({
      doctor,
      reason: searched.reasons.get(indexOf(problem, doctor)) ?? { kind: "not-found" },
    })),
    tiers,
    proofs: loadIn(problem) === undefined ? searched.proofs : undefined,
    stats: {
      elapsedMs: session.elapsed(),
      firstPlanMs: session.firstPlanMs,
      bestPlanMs: session.bestPlanMs,
      components: searched.components,
      lines: searched.lines,
      rows: searched.rows,
      engine: searched.engine,
      formulation: params.formulation,
    },
  };
  session.progress({
    stage: "done",
    component: searched.components,
    components: searched.components,
    lines: searched.lines,
  });
  return outcome;
}

const indexOf = (problem: Problem, id: string): number =>
  problem.doctors.findIndex((doctor) => doctor.id === id);

/** Shortest time between two plans or two lines of progress that are passed on, in milliseconds. */
const PLAN_EVERY = 500;
/** A plan is passed on only when so many times what it costs to verify has gone by. */
const PLAN_SHARE = 10;
const PROGRESS_EVERY = 200;

/** One solve's clock, limits and news. */
class Session implements SearchHost {
  firstPlanMs: number | undefined;
  bestPlanMs: number | undefined;
  private readonly problem: Problem;
  private readonly params: SolveParams;
  private readonly watch: SolveWatch;
  private readonly began: number;
  private readonly verifier: Verifier;
  private reason: Exclude<StoppedBy, "finished"> | undefined;
  private outOfSteps = false;
  private planDueAt = Number.NEGATIVE_INFINITY;
  private progressAt = Number.NEGATIVE_INFINITY;
  private best: readonly number[] | undefined;

  constructor(problem: Problem, params: SolveParams, watch: SolveWatch) {
    this.problem = problem;
    this.params = params;
    this.watch = watch;
    this.began = watch.now();
    this.verifier = createVerifier(problem);
  }

  elapsed(): number {
    return this.watch.now() - this.began;
  }

  get stoppedBy(): StoppedBy {
    return this.reason ?? (this.outOfSteps ? "node-limit" : "finished");
  }

  stopped(): boolean {
    this.reason ??=
      this.watch.stopped() ?? (this.elapsed() > this.params.timeLimitMs ? "time-limit" : undefined);
    return this.reason !== undefined;
  }

  get threads(): number {
    return this.watch.threads ?? 1;
  }

  exhausted(): void {
    this.outOfSteps = true;
  }

  progress(news: Parameters<SearchHost["progress"]>[0]): void {
    const at = this.elapsed();
    const last = news.stage === "done" || news.stage === "verifying";
    if (!last && at - this.progressAt < PROGRESS_EVERY) return;
    // That it has begun holds back no news.
    if (news.stage !== "reading") this.progressAt = at;
    const progress: Progress = {
      stage: news.stage,
      tier: news.tier,
      component: news.component,
      components: news.components,
      lines: news.lines,
      incumbent: news.incumbent,
      bound: news.bound,
      gap:
        news.incumbent === undefined || news.bound === undefined
          ? undefined
          : news.incumbent - news.bound,
      tiers: news.tiers,
      elapsedMs: at,
    };
    this.watch.report(progress);
  }

  plan(make: () => Plan, value: readonly number[]): void {
    const at = this.elapsed();
    // The first in which everyone has a place does not wait for its turn.
    const isFirst = this.firstPlanMs === undefined && value[0] === 0;
    this.note(value, at);
    if (at < this.planDueAt && !isFirst) return;
    this.watch.incumbent(this.verified(make()));
    const spent = this.elapsed() - at;
    this.planDueAt = at + Math.max(PLAN_EVERY, PLAN_SHARE * spent);
  }

  settled(part: Plan): void {
    this.verifier.lookAhead(part);
  }

  verified(plan: Plan): VerifiedPlan {
    const verification = this.verifier.verify(nameSupervisors(this.problem, plan));
    if (!verification.ok) throw new PlanRefused(verification.violations);
    this.note(
      verification.verified.score.map(({ value }) => value),
      this.elapsed(),
    );
    return verification.verified;
  }

  /** When there was a first complete plan, and the best one. */
  private note(value: readonly number[], at: number): void {
    if (value[0] === 0) this.firstPlanMs ??= at;
    if (this.best !== undefined && !isBetter(value, this.best)) return;
    this.best = value;
    this.bestPlanMs = at;
  }
}

function isBetter(values: readonly number[], than: readonly number[]): boolean {
  const at = values.findIndex((value, k) => value !== than[k]);
  return at >= 0 && (values[at] ?? 0) < (than[at] ?? 0);
}
