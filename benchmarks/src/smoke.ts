/** The smoke: a benchmark small enough for every change, to prove that harness and answers hold. */
import type { Case } from "./cases.ts";
import type { BenchOptions, Contestant } from "./options.ts";
import type { PlannedRun } from "./run.ts";

export const SMOKE = {
  /** No run begins after this; with the last one's limit and grace it is over in half a minute. */
  budgetMs: 20_000,
  limitMs: 6_000,
  graceMs: 2_000,
  typical: "typical/vasternorrland-bt",
} as const;

/** Small fixtures with everything that takes them, and one typical one with the main way only. */
export function withSmoke(options: BenchOptions): BenchOptions {
  return {
    ...options,
    fixtures: [SMOKE.typical, "tiny", "infeasible"],
    families: [],
    formulations: ["lines", "compact"],
    engines: ["highs", "jslp"],
    peers: [],
    seeds: [1],
    limitMs: SMOKE.limitMs,
    repeat: 1,
  };
}

export function smokeContestants(
  { group }: Case,
  all: readonly Contestant[],
): readonly Contestant[] {
  return all.filter(({ formulation, engine }) => {
    if (formulation === "compact") return engine === "highs" && group !== "typical";
    return engine === "highs" || group === "tiny";
  });
}

/** What tells most comes first: on a slow machine the rest is skipped. */
export function smokeOrder(runs: readonly PlannedRun[]): PlannedRun[] {
  const groups = ["tiny", "typical", "infeasible"];
  const place = ({ case: { group }, contestant: { engine } }: PlannedRun) =>
    engine === "highs" ? groups.indexOf(group) : groups.length;
  return [...runs].sort((a, b) => place(a) - place(b));
}
