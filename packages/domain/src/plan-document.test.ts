import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, contentHash } from "./content-hash.ts";
import type { Outcome } from "./outcome.ts";
import { parseProblem } from "./parse-problem.ts";
import type { Plan, VerifiedPlan } from "./plan.ts";
import { createPlanDocument, PlanDocument, planHash } from "./plan-document.ts";
import { SolveParams } from "./solve-params.ts";
import { smallProblem } from "./testing/small-problem.ts";

const params = SolveParams.parse({});
const makers = {
  product: { name: "placera", version: "0.1.0" },
  engine: { name: "highs", version: "1.15.3" },
} as const;

const solved = () => {
  const file = smallProblem({
    rulePacks: ["at@2021-05"],
    rules: [
      { rule: "total-length", mode: "off", override: { reason: "sex månader på prov" } },
      { rule: "section-minima", mode: "off", override: { reason: "sex månader på prov" } },
    ],
  });
  const result = parseProblem(file);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const plan: Plan = {
    rotations: [
      {
        doctor: "lakare-1",
        start: 20_819,
        placements: [
          {
            requirement: "medicin",
            unit: "medicin",
            section: "medicine",
            from: 20_819,
            to: 20_909,
          },
        ],
      },
    ],
  };
  const verified = {
    plan,
    unplaced: ["lakare-2"],
    findings: [
      {
        rule: "recommended-length",
        class: "recommendation",
        kind: "disregarded",
        magnitude: 1,
        doctors: ["lakare-1"],
        params: { months: 6 },
      },
    ],
    score: [],
    wishes: [],
    // Only the verifier makes one; here one is needed to be written.
  } as unknown as VerifiedPlan;
  const outcome: Outcome = {
    status: "infeasible",
    stoppedBy: "finished",
    plan: verified,
    unplaced: [
      {
        doctor: "lakare-2",
        reason: {
          kind: "too-few-seats",
          sections: ["medicine"],
          points: [
            { unit: "medicin", from: 20_819, to: 20_850, seats: 1 },
            { unit: "medicin", track: "AT", from: 20_850, to: 20_878, seats: 0 },
          ],
          bases: [{ intake: "januari", site: "lasarettet", seats: 1 }],
          from: 20_819,
          to: 20_878,
          doctors: ["lakare-1", "lakare-2"],
          demand: 2,
          seats: 1,
          short: 1,
        },
      },
    ],
    tiers: [{ tier: "unplaced", value: 1, bound: 1, proven: true }],
    stats: {
      elapsedMs: 1,
      firstPlanMs: 1,
      bestPlanMs: 1,
      components: 1,
      lines: 1,
      rows: 1,
      engine: "highs",
      formulation: "lines",
    },
  };
  return { problem: result.problem, plan, outcome };
};

describe("the plan file", () => {
  it("is what its own schema reads, also after JSON", () => {
    const { problem, outcome } = solved();
    const document = createPlanDocument(problem, outcome, params, makers);
    expect(PlanDocument.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
  });

  it("says which problem and plan it is of, and every law set aside", () => {
    const { problem, plan, outcome } = solved();
    const certificate = createPlanDocument(problem, outcome, params, makers)?.certificate;
    expect(certificate?.problemHash).toBe(problem.hash);
    expect(certificate?.planHash).toBe(planHash(plan));
    expect(certificate?.rulePacks).toEqual(["core@1", "at@2021-05"]);
    const reason = "sex månader på prov";
    expect(certificate?.overrides).toEqual([
      { rule: "total-length", programme: "sex-manader", reason },
      { rule: "section-minima", programme: "sex-manader", reason },
    ]);
  });

  it("has days as text", () => {
    const { problem, outcome } = solved();
    const document = createPlanDocument(problem, outcome, params, makers);
    expect(document?.rotations[0]?.placements[0]).toMatchObject({
      from: "2027-01-01",
      to: "2027-04-01",
    });
    expect(document?.unplaced[0]?.reason).toMatchObject({
      from: "2027-01-01",
      to: "2027-03-01",
      points: [{ from: "2027-01-01" }, { track: "AT", to: "2027-03-01" }],
    });
  });

  it("is not written where there is no verified plan", () => {
    const { problem, outcome } = solved();
    const none = { ...outcome, plan: undefined };
    expect(createPlanDocument(problem, none, params, makers)).toBeUndefined();
  });
});

describe("canonical JSON", () => {
  const shuffled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shuffled);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).map(([key, each]) => [key, shuffled(each)] as const);
    return Object.fromEntries(entries.reverse());
  };

  it("is the same whatever the order of keys, and means the same", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("tells values apart that differ", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const same = canonicalJson(a) === canonicalJson(b);
        expect(contentHash(a) === contentHash(b)).toBe(same);
      }),
    );
    expect(contentHash({ seats: null })).not.toBe(contentHash({ seats: 0 }));
    expect(contentHash({ a: undefined })).toBe(contentHash({}));
    expect(contentHash([1, 2])).not.toBe(contentHash([2, 1]));
  });

  it("gives a hash that stays the same between versions", () => {
    // printf '{"a":[1,"å"],"b":null}' | sha256sum
    const hex = "0969ef32bd51b3de9b979cac675e7a3667081d19fdd1706523958de2349d0012";
    expect(contentHash({ b: null, a: [1, "å"] })).toBe(`sha256-${hex}`);
  });
});
