/** Every fixture comes to what its expected.json says, by hand or by proof; the small ones both ways. */
import {
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

async function comesTo({ problem, expected }: Fixture, formulation: "lines" | "compact") {
  const outcome = await solve(problem, SolveParams.parse({ formulation }), watch);
  expect(outcome.status).toBe(expected.status);
  const values = Object.fromEntries(outcome.tiers.map(({ tier, value }) => [tier, value]));
  expect(values).toMatchObject(expected.tiers);
  expect(outcome.plan && verifyPlan(problem, outcome.plan.plan).ok).toBe(true);
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
