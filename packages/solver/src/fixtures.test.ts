/** Every fixture comes to what its expected.json says, by hand or by proof; the small ones both ways. */
import {
  type Finding,
  type Outcome,
  type Problem,
  parseProblemText,
  SolveParams,
  type SolveWatch,
} from "@placera/domain";
import {
  type Expected,
  type FixtureFolder,
  fixtureExpected,
  fixtureNames,
  fixtureText,
} from "@placera/domain/testing";
import { describe, expect, it } from "vitest";
import { solve } from "./solve.ts";
import { verifyPlan } from "./verify/verify-plan.ts";

interface Fixture {
  readonly name: string;
  readonly problem: Problem;
  readonly expected: Expected;
}

function fixturesIn(folder: Exclude<FixtureFolder, "invalid">): Fixture[] {
  return fixtureNames(folder).map((name) => {
    const parsed = parseProblemText(fixtureText(folder, name));
    if (!parsed.ok) throw new Error(`${name} is not a valid problem`);
    return { name, problem: parsed.problem, expected: fixtureExpected(folder, name) };
  });
}

const watch: SolveWatch = {
  now: () => performance.now(),
  stopped: () => undefined,
  report: () => {},
  incumbent: () => {},
};

/** How often each rule is disregarded. */
function toldOf(findings: readonly Finding[]): Record<string, number> {
  const told: Record<string, number> = {};
  for (const { rule } of findings) told[rule] = (told[rule] ?? 0) + 1;
  return told;
}

async function comesTo({ problem, expected }: Fixture, formulation: "lines" | "compact") {
  const outcome = await solve(problem, SolveParams.parse({ formulation }), watch);
  expect(outcome.status).toBe(expected.status);
  const values = Object.fromEntries(outcome.tiers.map(({ tier, value }) => [tier, value]));
  expect(values).toMatchObject(expected.tiers);
  const verification = outcome.plan && verifyPlan(problem, outcome.plan.plan);
  if (verification?.ok !== true) throw new Error("the plan is not valid");
  if (expected.told !== undefined) {
    expect(toldOf(verification.verified.findings)).toEqual(expected.told);
  }
  return outcome;
}

function expectReason({ expected }: Fixture, { unplaced }: Outcome): void {
  if (expected.reason !== undefined) expect(unplaced[0]?.reason).toMatchObject(expected.reason);
}

describe.each(["tiny", "infeasible"] as const)("the %s fixtures", (folder) => {
  for (const fixture of fixturesIn(folder)) {
    it(`${fixture.name}, by lines`, async () => {
      expectReason(fixture, await comesTo(fixture, "lines"));
    });

    it(`${fixture.name}, by the compact formulation`, async () => {
      expectReason(fixture, await comesTo(fixture, "compact"));
    });
  }
});

describe("the typical fixtures", () => {
  for (const fixture of fixturesIn("typical")) {
    it(`${fixture.name}, proven by lines`, { timeout: 300_000 }, async () => {
      const outcome = await comesTo(fixture, "lines");
      expect(outcome.tiers.every(({ proven }) => proven)).toBe(true);
    });
  }
});

describe("a region with too few seats", () => {
  it("is proven infeasible, with a count and the best plan, before the search takes a step", {
    timeout: 120_000,
  }, async () => {
    const file = JSON.parse(fixtureText("typical", "uppsala-at")) as {
      units: { id: string; seats: number }[];
    };
    // Ten seats in psychiatry become five; the formula asks for 38 × 3 ÷ 12 = 9.5. Those without research
    // are here for 48.5 months in all, which is 242.5 months in five seats; 90 of them ask for 270.
    const units = file.units.map((unit) =>
      unit.id === "psykiatri-enkoping" ? { ...unit, seats: 0 } : unit,
    );
    const parsed = parseProblemText(JSON.stringify({ ...file, units }));
    if (!parsed.ok) throw new Error("the problem is valid");
    const params = SolveParams.parse({ nodeLimit: 1 });
    const { status, stoppedBy, tiers, unplaced } = await solve(parsed.problem, params, watch);
    expect(status).toBe("infeasible");
    expect(stoppedBy).toBe("finished");
    expect(tiers[0]?.bound).toBeGreaterThan(0);
    const counted = unplaced.filter(({ reason }) => reason.kind === "too-few-seats");
    expect(counted.length).toBeGreaterThan(0);
  });
});
