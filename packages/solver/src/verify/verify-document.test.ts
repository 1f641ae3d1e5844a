import {
  createPlanDocument,
  type PlanDocument,
  type Problem,
  type ProblemFile,
  parseProblem,
  type Reason,
  SolveParams,
  type SolveWatch,
} from "@placera/domain";
import { smallProblem } from "@placera/domain/testing";
import { describe, expect, it } from "vitest";
import { makers } from "../makers.ts";
import { solve } from "../solve.ts";
import { randomProblem } from "../testing/random-problem.ts";
import type { DocumentFaultCode } from "./document-fault.ts";
import { verifyDocument } from "./verify-document.ts";

const watch: SolveWatch = { now: () => 0, stopped: () => undefined, report() {}, incumbent() {} };

function read(file: ProblemFile): Problem {
  const result = parseProblem(file);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.problem;
}

async function solved(problem: Problem): Promise<PlanDocument> {
  const params = SolveParams.parse({ engine: "highs" });
  const outcome = await solve(problem, params, watch);
  const document = createPlanDocument(problem, outcome, params, makers("highs"));
  if (document === undefined) throw new Error("no plan to write");
  return document;
}

/** Two doctors, who must both be at Medicin and Kirurgi in the same six months: one seat each. */
const doctor = (id: string) => ({ id, region: "lanet", intake: "januari" });
const two = smallProblem({ doctors: [doctor("lakare-1"), doctor("lakare-2")] });
/** Three doctors and the same two seats in every month: one too many. */
const three = smallProblem({ doctors: ["lakare-1", "lakare-2", "lakare-3"].map(doctor) });

const faultsOf = (problem: Problem, value: unknown): DocumentFaultCode[] => {
  const result = verifyDocument(problem, value);
  return result.ok ? [] : result.faults.map(({ code }) => code);
};

/** The document with a change to it as JSON. */
function changed(document: PlanDocument, change: (copy: PlanDocument) => void): PlanDocument {
  const copy: PlanDocument = JSON.parse(JSON.stringify(document));
  change(copy);
  return copy;
}

describe("a plan file", () => {
  it("that a solve wrote passes, whatever came of it", async () => {
    const seen = new Set<string>();
    for (let seed = 1; seed <= 30; seed++) {
      const problem = read(randomProblem(seed));
      const document = await solved(problem);
      seen.add(document.certificate.status);
      const result = verifyDocument(problem, JSON.parse(JSON.stringify(document)));
      expect(result.ok ? [] : result.faults, `seed ${seed}`).toEqual([]);
    }
    expect([...seen].sort()).toEqual(["infeasible", "optimal"]);
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a list", []],
    ["another kind", { schemaVersion: 1, kind: "problem" }],
  ])("is refused when it is %s", (_, value) => {
    expect(faultsOf(read(two), value)).toEqual(["not-a-plan"]);
  });

  it("is refused with a key that no plan file has", async () => {
    const document = await solved(read(two));
    expect(faultsOf(read(two), { ...document, signed: true })).toEqual(["not-a-plan"]);
  });

  it("is refused against another problem", async () => {
    const document = await solved(read(two));
    expect(faultsOf(read(three), document)).toEqual(["other-problem"]);
  });

  it("says each fault in Swedish and English, with nothing left to fill in", async () => {
    const document = await solved(read(two));
    const result = verifyDocument(read(three), document);
    if (result.ok) throw new Error("expected a fault");
    for (const { text } of result.faults) {
      expect(text.sv).toMatch(/^Planen hör till ett annat underlag \([0-9a-f]{12}\) än detta/);
      expect(text.en).not.toMatch(/[{}?]/);
    }
  });
});

describe("a plan file of a full plan is refused", async () => {
  const problem = read(two);
  const document = await solved(problem);
  const cases: [string, (copy: PlanDocument) => void, DocumentFaultCode[]][] = [
    [
      "when the plan's hash is another's",
      ({ certificate }) => Object.assign(certificate, { planHash: "sha256-0" }),
      ["plan-changed"],
    ],
    [
      // The second doctor is moved to the first one's unit: two doctors, one seat, in both halves.
      "when placements were edited",
      ({ rotations: [first, second] }) =>
        Object.assign(second ?? {}, { placements: first?.placements }),
      ["plan-changed", "plan-invalid"],
    ],
    [
      // Both doctors are unplaced in the plan, but none in the list, and the tier says 0 of 2.
      "when rotations were taken away",
      (copy) => Object.assign(copy, { rotations: [] }),
      ["plan-changed", "unplaced-differ", "value-differs", "status-differs"],
    ],
    [
      "when a value is not the plan's",
      ({ certificate: { tiers } }) => Object.assign(tiers[1] ?? {}, { value: 7 }),
      ["value-differs"],
    ],
    [
      "when a bound is above the value",
      ({ certificate: { tiers } }) => Object.assign(tiers[0] ?? {}, { bound: 1 }),
      ["bound-above-value"],
    ],
    [
      // A bound below the value proves nothing; then the plan is not known to be optimal either.
      "when something is called proven that is not",
      ({ certificate: { tiers } }) => Object.assign(tiers[1] ?? {}, { bound: -1 }),
      ["proven-differs"],
    ],
    [
      "when it does not own up to what is proven",
      ({ certificate: { tiers } }) => Object.assign(tiers[1] ?? {}, { proven: false }),
      ["proven-differs", "status-differs"],
    ],
    [
      "when the tiers are not the problem's",
      ({ certificate: { tiers } }) => tiers.pop(),
      ["tiers-differ"],
    ],
    [
      "when the status does not follow",
      ({ certificate }) => Object.assign(certificate, { status: "feasible" }),
      ["status-differs"],
    ],
    [
      "when rule packs are not the problem's",
      ({ certificate }) => certificate.rulePacks.push("at@1999"),
      ["rule-packs-differ"],
    ],
    [
      "when a rule is said to be set aside that is not",
      ({ certificate: { overrides } }) =>
        overrides.push({ rule: "total-length", programme: "sex-manader", reason: "Because." }),
      ["overrides-differ"],
    ],
    [
      "when something is said to be disregarded that is not",
      ({ findings }) =>
        findings.push({
          rule: "own-region",
          class: "local",
          magnitude: 1,
          doctors: [],
          params: {},
        }),
      ["findings-differ"],
    ],
    [
      "when someone is said to be unplaced who is not",
      ({ unplaced }) => unplaced.push({ doctor: "lakare-1", reason: { kind: "search" } }),
      ["unplaced-differ"],
    ],
  ];
  it.each(cases)("%s", (_, change, expected) => {
    expect(faultsOf(problem, changed(document, change))).toEqual(expected);
  });
});

describe("a plan file with a count of seats", async () => {
  const problem = read(three);
  const document = await solved(problem);
  const count = document.unplaced[0]?.reason;
  type Count = Extract<NonNullable<typeof count>, { kind: "too-few-seats" }>;
  const edit = (change: (reason: Count) => void): PlanDocument =>
    changed(document, ({ unplaced }) => {
      const reason = unplaced[0]?.reason;
      if (reason?.kind === "too-few-seats") change(reason);
    });

  it("is one of three doctors who take two seats", () => {
    // In any half month each of the three is at one of the two units; 3 − 2 = 1 stays without.
    const expected: Partial<Reason> = { kind: "too-few-seats", demand: 3, seats: 2, short: 1 };
    expect(count).toMatchObject(expected);
    expect(faultsOf(problem, document)).toEqual([]);
  });

  const cases: [string, (reason: Count) => void, DocumentFaultCode[]][] = [
    ["a doctor there is not", ({ doctors }) => doctors.splice(0, 1, "lakare-9"), ["unknown-name"]],
    [
      "a unit there is not",
      ({ points: [p] }) => Object.assign(p ?? {}, { unit: "ortopedi" }),
      ["unknown-name"],
    ],
    [
      // One seat fewer than the unit has, and so one more said to be short, which the plan refutes.
      "fewer seats than there are",
      (reason) => {
        const [point] = reason.points;
        if (point) point.seats = 0;
        reason.seats = 1;
        reason.short = 2;
      },
      ["seats-differ", "short-refuted"],
    ],
    [
      "a sum that is none",
      (reason) => Object.assign(reason, { seats: 1 }),
      ["count-differs", "count-differs"],
    ],
    ["a doctor twice", ({ doctors }) => doctors.splice(1, 1, doctors[0] ?? ""), ["count-differs"]],
    [
      "others only",
      (reason) => {
        reason.doctors = reason.doctors.filter((id) => id !== document.unplaced[0]?.doctor);
        reason.demand = 2;
        reason.short = 0;
      },
      ["reason-of-others"],
    ],
    [
      "sections nobody owes",
      ({ sections }) => sections.splice(0, 9, "psychiatry"),
      ["nothing-owed", "nothing-owed", "nothing-owed"],
    ],
    [
      // With only one unit's seat in that half month counted, each can be at the other unit then.
      "seats that one can do without",
      (reason) => {
        reason.points = reason.points.slice(0, 1);
        reason.seats = 1;
        reason.short = 2;
      },
      ["short-refuted", "seat-avoidable", "seat-avoidable", "seat-avoidable"],
    ],
  ];
  it.each(cases)("is refused when it counts %s", (_, change, expected) => {
    expect(faultsOf(problem, edit(change))).toEqual(expected);
  });

  it("is refused when it names a rule that is not in force", () => {
    const edited = changed(document, ({ unplaced: [first] }) => {
      if (first) first.reason = { kind: "rules-clash", rules: ["psychiatry-in-bt"] };
    });
    expect(faultsOf(problem, edited)).toEqual(["rule-not-in-force"]);
  });
});
