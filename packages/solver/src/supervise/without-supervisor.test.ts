import { describe, expect, it } from "vitest";
import { readPlanNotation } from "../rules/testing/plan-notation.ts";
import { type TinyProblem, tinyProblem } from "../rules/testing/tiny-problem.ts";
import { verifyPlan } from "../verify/verify-plan.ts";
import { nameSupervisors } from "./name-supervisors.ts";
import { withoutSupervisor } from "./without-supervisor.ts";

const specialist = { unit: "K", role: "specialist" } as const;

function named(given: TinyProblem, notation: string) {
  const problem = tinyProblem(given);
  const plan = nameSupervisors(problem, readPlanNotation(problem, notation));
  expect(verifyPlan(problem, plan).ok).toBe(true);
  const [t0, t1, t2] = problem.calendar.boundaries;
  return { problem, plan, days: [t0, t1, t2] as const };
}

describe("a plan without one of its supervisors", () => {
  it("has another take over where she has room", () => {
    const { problem, plan, days } = named(
      {
        supervisors: [
          { id: "h1", ...specialist },
          { id: "h2", ...specialist },
        ],
      },
      "anna: K*2 M*2",
    );
    const [first] = plan.supervision ?? [];
    const other = first?.supervisor === "h1" ? "h2" : "h1";
    expect(withoutSupervisor(problem, plan, first?.supervisor ?? "")).toEqual({
      supervisor: first?.supervisor,
      charges: [{ doctor: "anna", requirement: "surgery", by: other, from: days[0], to: days[2] }],
      short: [],
    });
    expect(withoutSupervisor(problem, plan, other)).toEqual({
      supervisor: other,
      charges: [],
      short: [],
    });
  });

  it("tells who stands without, when, and by how much", () => {
    // Two doctors in surgery in October; the other supervisor comes in October and has one of them.
    const { problem, plan, days } = named(
      {
        doctors: { anna: {}, åsa: {} },
        supervisors: [
          { id: "h1", ...specialist },
          { id: "h2", ...specialist, from: "2026-10-01" },
        ],
      },
      "anna: K*2 M*2 · åsa: .*1 K*2 M*2",
    );
    const loss = withoutSupervisor(problem, plan, "h1");
    expect(loss.charges).toEqual([
      { doctor: "anna", requirement: "surgery", by: undefined, from: days[0], to: days[2] },
    ]);
    expect(loss.short).toEqual([
      { from: days[0], to: days[1], load: 1, room: 0, doctors: ["anna"] },
      { from: days[1], to: days[2], load: 2, room: 1, doctors: ["anna", "åsa"] },
    ]);
  });

  it("has doctors followed through their block by another of the region", () => {
    const { problem, plan } = named(
      {
        supervisors: [
          { id: "h1", ...specialist, main: 1 },
          { id: "h2", unit: "P", role: "specialist", main: 1, from: "2026-11-01" },
        ],
      },
      "anna: K*2 M*2",
    );
    const { charges } = withoutSupervisor(problem, plan, "h1");
    const block = charges.filter(({ requirement }) => requirement === undefined);
    // September and October nobody, then the other one.
    expect(block.map(({ by }) => by)).toEqual([undefined, "h2"]);
  });
});
