/** A solve stopped before anything is begun still says who cannot be placed, and what shows it. */
import { type Progress, parseProblem, SolveParams } from "@placera/domain";
import { fixtureText } from "@placera/domain/testing";
import { expect, it } from "vitest";
import { certifyBounds } from "../certify/certify-bounds.ts";
import { solve } from "../solve.ts";

it("a count made first is in the outcome of a solve that is stopped at once", async () => {
  const parsed = parseProblem(JSON.parse(fixtureText("infeasible", "psychiatry-one-seat-short")));
  if (!parsed.ok) throw new Error("the fixture is not valid");
  const { problem } = parsed;
  const seen: Progress[] = [];
  const outcome = await solve(problem, SolveParams.parse({}), {
    // No time goes by: what was counted is told right after that the solve has begun.
    now: () => 0,
    stopped: () => "cancelled",
    report: (progress) => seen.push(progress),
    incumbent: () => {},
  });
  expect(outcome.status).toBe("infeasible");
  expect(outcome.tiers[0]).toMatchObject({ value: 3, bound: 1 });
  for (const { reason } of outcome.unplaced) {
    expect(reason).toMatchObject({ kind: "too-few-seats", demand: 3, seats: 2, short: 1 });
  }
  expect(seen).toContainEqual(expect.objectContaining({ tier: "unplaced", bound: 1 }));
  if (outcome.plan === undefined) throw new Error("there is no plan");
  const certified = certifyBounds(problem, outcome.plan, outcome.proofs ?? []);
  expect(certified.ok && certified.tiers[0]).toMatchObject({ value: 3, byPrices: 1 });
});
