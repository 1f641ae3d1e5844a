import { parseProblemText, type TierResult, writePlan } from "@placera/domain";
import { verifyPlan } from "@placera/solver";
import { describe, expect, it } from "vitest";
import type { Case } from "./cases.ts";
import { checkAnswers } from "./check-answers.ts";
import { readExpected } from "./expected.ts";
import { makeInstance } from "./families.ts";
import type { Contestant } from "./options.ts";
import type { FinishedRun, Measured } from "./run.ts";

// Three doctors with the hidden plan for an answer: known to be valid, whatever its value.
const { file, hidden } = makeInstance("at-loose", 3, 1);
const text = JSON.stringify(file);
const parsed = parseProblemText(text);
if (!parsed.ok) throw new Error("The family makes problems that can be read.");
const { problem } = parsed;
const verification = verifyPlan(problem, hidden);
if (!verification.ok) throw new Error("The hidden plan obeys every rule.");
const score = verification.verified.score;
const values = Object.fromEntries(score.map(({ tier, value }) => [tier, value]));
const proven = score.map((each): TierResult => ({ ...each, bound: each.value, proven: true }));

const plain: Case = { name: "three", group: "tiny", text, problem, expected: undefined };
const expecting = (expected: unknown): Case => ({
  ...plain,
  expected: readExpected(expected, problem),
});

const measured: Measured = {
  status: "optimal",
  stoppedBy: "finished",
  tiers: proven,
  rows: 1,
  columns: 1,
  components: 1,
  elapsedMs: 1,
  cpuMs: 1,
  warmUpMs: 1,
  peakMiB: 1,
  beforeMiB: 1,
  trace: [],
};
const lines: Contestant = { formulation: "lines", engine: "highs" };
const compact: Contestant = { formulation: "compact", engine: "highs" };

interface Told {
  readonly of?: Case;
  readonly by?: Contestant;
  readonly says?: Partial<Measured>;
  readonly plan?: typeof hidden;
}

const run = ({ of = plain, by = lines, says = {}, plan = hidden }: Told = {}): FinishedRun => ({
  case: of,
  contestant: by,
  seed: 1,
  round: 1,
  load: 0,
  end: { kind: "solved", measured: { ...measured, ...says }, plan: writePlan(plan) },
});

/** The last tier with another value and bound. */
const lastTier = (change: Partial<TierResult>): TierResult[] =>
  proven.map((tier, at) => (at === proven.length - 1 ? { ...tier, ...change } : tier));

describe("the check of the answers", () => {
  it("lets a true answer pass", () => {
    const of = expecting({ status: "optimal", tiers: values, provedBy: ["hand"] });
    expect(checkAnswers([run({ of }), run({ of, by: compact })])).toEqual([]);
  });

  it("catches an expected value that the answer is worse than", () => {
    const tiers = { ...values, wishes: (values["wishes"] ?? 0) - 1 };
    const faults = checkAnswers([run({ of: expecting({ tiers, provedBy: ["hand"] }) })]);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/the expected answer has .* of wishes, and lines\/highs .* cannot/);
  });

  it("catches an expected value that the answer is better than", () => {
    const tiers = { ...values, wishes: (values["wishes"] ?? 0) + 1 };
    const faults = checkAnswers([run({ of: expecting({ tiers, provedBy: ["hand"] }) })]);
    expect(faults[0]).toMatch(/lines\/highs .* of wishes, and the expected answer says it cannot/);
  });

  it("lets an answer be better than a plan that is only known", () => {
    const tiers = { ...values, wishes: (values["wishes"] ?? 0) + 1 };
    const of = expecting({ tiers, provedBy: ["hidden-plan"] });
    expect(checkAnswers([run({ of })])).toEqual([]);
  });

  it("catches two formulations that prove different values", () => {
    const value = (values["wishes"] ?? 0) + 1;
    const other = run({ by: compact, says: { tiers: lastTier({ value, bound: value }) } });
    const faults = checkAnswers([run(), other]);
    expect(faults.some((fault) => fault.includes("compact/highs (seed 1) says it cannot"))).toBe(
      true,
    );
  });

  it("lets a formulation that proved less have a worse value", () => {
    const open = lastTier({ bound: 0, proven: (values["wishes"] ?? 0) === 0 });
    const says = { status: "feasible", stoppedBy: "time-limit", tiers: open } as const;
    expect(checkAnswers([run(), run({ by: compact, says })])).toEqual([]);
  });

  it("catches a value that the plan does not have", () => {
    const value = (values["wishes"] ?? 0) + 1;
    const faults = checkAnswers([run({ says: { tiers: lastTier({ value, bound: value }) } })]);
    expect(faults[0]).toMatch(/says \d+ of wishes, but the plan comes to \d+/);
  });

  it("catches a plan that breaks a rule", () => {
    const [first, ...others] = hidden.rotations;
    if (first === undefined) throw new Error("There are three.");
    const plan = { rotations: [{ ...first, placements: first.placements.slice(1) }, ...others] };
    expect(checkAnswers([run({ plan })])[0]).toMatch(/has a plan that breaks .*owed-placements/);
  });

  it("catches a verdict against what is expected", () => {
    const of = expecting({ status: "infeasible" });
    expect(checkAnswers([run({ of })])).toEqual([
      "three: lines/highs (seed 1) says optimal, where infeasible is expected",
    ]);
  });

  it("catches a solve that threw", () => {
    const failed: FinishedRun = { ...run(), end: { kind: "failed", message: "no memory" } };
    expect(checkAnswers([failed])).toEqual([
      "three: lines/highs (seed 1) ended with an error: no memory",
    ]);
  });

  it("catches another plan from the same seed", () => {
    const plan = { rotations: hidden.rotations.slice(0, 2) };
    const faults = checkAnswers([run(), { ...run({ plan }), round: 2 }]);
    expect(faults).toContain("three: lines/highs (seed 1) has another plan when run again");
  });

  it("refuses an expected file in which nothing is expected", () => {
    expect(() => readExpected({ note: "later" }, problem)).toThrow("nothing is expected");
  });

  it("refuses expected tiers with one left out in between", () => {
    expect(() => readExpected({ tiers: { wishes: 1 } }, problem)).toThrow("must be the first of");
  });
});
