import {
  createPlanDocument,
  type PlanDocument,
  type Problem,
  type ProblemFile,
  parseDay,
  parseProblem,
  SolveParams,
  type SolveWatch,
} from "@placera/domain";
import { smallProblem } from "@placera/domain/testing";
import { describe, expect, it } from "vitest";
import { makers } from "../makers.ts";
import { tinyProblem, tinyUnits } from "../rules/testing/tiny-problem.ts";
import { solve } from "../solve.ts";
import { verifyPlan } from "../verify/verify-plan.ts";
import { certifyBounds } from "./certify-bounds.ts";
import { certifyDocument } from "./certify-document.ts";
import { closedByEngine } from "./testing/closed-by-engine.ts";

const watch: SolveWatch = { now: () => 0, stopped: () => undefined, report() {}, incumbent() {} };

function read(file: ProblemFile): Problem {
  const result = parseProblem(file);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.problem;
}

async function solved(problem: Problem, formulation: "lines" | "compact" = "lines") {
  const params = SolveParams.parse({ engine: "highs", formulation });
  const outcome = await solve(problem, params, watch);
  const document = createPlanDocument(problem, outcome, params, makers("highs"));
  if (document === undefined) throw new Error("no plan to write");
  return document;
}

type Part = NonNullable<PlanDocument["certificate"]["proofs"]>[number];
type TierProof = Part["tiers"][number];

/** What is wrong with the document after a change to the first part of its proofs. */
function faultsAfter(
  problem: Problem,
  document: PlanDocument,
  change: (first: TierProof, part: Part) => void,
): readonly string[] {
  const copy: PlanDocument = JSON.parse(JSON.stringify(document));
  const [part] = copy.certificate.proofs ?? [];
  const [first] = part?.tiers ?? [];
  if (part === undefined || first === undefined) throw new Error("no proof to change");
  change(first, part);
  const result = certifyDocument(problem, copy);
  return result.ok ? [] : result.faults.map(({ code }) => code);
}

const doctor = (id: string) => ({ id, region: "lanet", intake: "januari" });
/** Three doctors who all need the same two seats in the same six months: one too many. */
const problem = read(smallProblem({ doctors: ["lakare-1", "lakare-2", "lakare-3"].map(doctor) }));
const document = await solved(problem);

describe("a plan file with prices", () => {
  it("shows that somebody must go without, with no engine asked", () => {
    const result = certifyDocument(problem, JSON.parse(JSON.stringify(document)));
    expect(result.ok && result.certified).toEqual([
      { tier: "unplaced", value: 1, byPrices: 1, withEngine: 1 },
      { tier: "wishes", value: 0, byPrices: 0, withEngine: 0 },
    ]);
  });

  it("prices seats by unit and first day", () => {
    const [part] = document.certificate.proofs ?? [];
    expect(part?.doctors).toEqual(["lakare-1", "lakare-2", "lakare-3"]);
    const [first] = part?.tiers ?? [];
    expect(first?.seats.length).toBeGreaterThan(0);
    for (const { unit, prices } of first?.seats ?? []) {
      expect(["medicin", "kirurgi"]).toContain(unit);
      for (const day of Object.keys(prices)) expect(parseDay(day)).toBeDefined();
    }
  });

  const cases: [string, (first: TierProof, part: Part) => void, string][] = [
    ["its bound is one more", (first) => Object.assign(first, { bound: 2 }), "bound-not-shown"],
    ["it has no prices", (first) => Object.assign(first, { seats: [] }), "bound-not-shown"],
    [
      "a unit is not the problem's",
      ({ seats: [first] }) => Object.assign(first ?? {}, { unit: "psykiatri" }),
      "proof-unknown-name",
    ],
    [
      "the seats are those of a track without a cap",
      ({ seats: [first] }) => Object.assign(first ?? {}, { track: "AT" }),
      "proof-unknown-name",
    ],
    [
      "a day is no boundary",
      ({ seats: [first] }) => Object.assign(first ?? {}, { prices: { "2027-01-02": 2 ** 20 } }),
      "proof-unknown-name",
    ],
    [
      "prices are too large for exact sums",
      ({ seats: [first] }) => Object.assign(first ?? {}, { prices: { "2027-01-01": 2 ** 53 - 1 } }),
      "bound-not-shown",
    ],
    [
      "a price is not whole",
      ({ seats: [first] }) => Object.assign(first ?? {}, { prices: { "2027-01-01": 0.5 } }),
      "not-a-plan",
    ],
    [
      "a price is below zero",
      ({ seats: [first] }) => Object.assign(first ?? {}, { prices: { "2027-01-01": -1 } }),
      "not-a-plan",
    ],
    ["a doctor is missing", (_, { doctors }) => doctors.pop(), "bound-not-shown"],
    ["a doctor is named twice", (_, { doctors }) => doctors.push("lakare-1"), "proof-unknown-name"],
    ["a doctor is unknown", (_, { doctors }) => doctors.push("lakare-9"), "proof-unknown-name"],
    ["a tier is missing", (_, { tiers }) => tiers.shift(), "proof-tiers-differ"],
    [
      "a tier rests on a later one",
      (first) => Object.assign(first, { held: [{ tier: "wishes", weight: 1 }] }),
      "proof-tiers-differ",
    ],
  ];
  it.each(cases)("is refused when %s", (_, change, code) => {
    expect(faultsAfter(problem, document, change)).toEqual([code]);
  });

  it("is refused when it claims more in all than its parts show", () => {
    const copy: PlanDocument = JSON.parse(JSON.stringify(document));
    for (const part of copy.certificate.proofs ?? []) {
      part.tiers = [];
    }
    const result = certifyDocument(problem, copy);
    expect(result.ok ? [] : result.faults.map(({ code, params }) => [code, params])).toEqual([
      ["bound-not-shown", { tier: "unplaced", stated: 1, counted: 0 }],
    ]);
  });

  it("says each fault in Swedish and English, with nothing left to fill in", () => {
    const copy: PlanDocument = JSON.parse(JSON.stringify(document));
    for (const part of copy.certificate.proofs ?? []) part.doctors.pop();
    const result = certifyDocument(problem, copy);
    if (result.ok) throw new Error("expected a fault");
    const [fault] = result.faults;
    expect(fault?.text.en).toBe(
      "The tier unplaced is said to have the bound 1; the file's prices give only 0.",
    );
    expect(fault?.text.sv).not.toMatch(/[{}?]/);
  });
});

describe("what rests on an engine", () => {
  it("is told where it closed a part, and cannot be told away", async () => {
    const closed = read(closedByEngine);
    const own = await solved(closed);
    const result = certifyDocument(closed, own);
    if (!result.ok) throw new Error(JSON.stringify(result.faults));
    expect(result.certified[0]).toMatchObject({
      value: 1,
      byPrices: 0,
      withEngine: 1,
      closed: { engine: "highs", parts: 1 },
    });
    const faults = faultsAfter(closed, own, (first) => {
      delete first.closed;
    });
    expect(faults).toEqual(["bound-not-shown"]);
    const most = faultsAfter(closed, own, (first) => {
      first.bound = 2;
    });
    expect(most).toEqual(["bound-not-shown"]);
  });

  it("is everything in a plan file without prices, which passes", async () => {
    const compact = await solved(problem, "compact");
    expect(compact.certificate.proofs).toBeUndefined();
    const result = certifyDocument(problem, compact);
    expect(result.ok && result.certified[0]).toEqual({
      tier: "unplaced",
      value: 1,
      byPrices: 0,
      withEngine: 0,
    });
  });
});

describe("parts together", () => {
  /** Two doctors who need the same unit; being there is against the rules' advice for the second. */
  const withSeats = (seats: number) =>
    tinyProblem({
      calendar: { to: "2026-11-01" },
      units: tinyUnits({ K: { seats } }),
      programme: {
        requirements: [{ id: "surgery", sections: ["surgery"], length: { months: 2 } }],
      },
      rules: [{ rule: "forbidden-placements", mode: { prefer: { rank: 1, weight: 1 } } }],
      doctors: { anna: {}, berit: { forbidden: [{ unit: "K" }] } },
    });
  const worst = {
    calendar: { to: "2026-11-01" },
    units: tinyUnits({ K: { seats: 2 } }),
    programme: { requirements: [{ id: "surgery", sections: ["surgery"], length: { months: 2 } }] },
    rules: [{ rule: "forbidden-placements" as const, mode: { prefer: { rank: 1, weight: 1 } } }],
    objective: {
      tiers: ["worst-off" as const],
      burden: [{ measure: "preferences-1" as const, weight: 1 }],
    },
    doctors: { anna: { forbidden: [{ unit: "K" }] }, berit: { forbidden: [{ unit: "K" }] } },
  };
  const rotation = (id: string) => ({
    doctor: id,
    start: parseDay("2026-09-01") ?? 0,
    placements: [
      {
        requirement: "surgery",
        unit: "K",
        section: "surgery",
        from: parseDay("2026-09-01") ?? 0,
        to: parseDay("2026-11-01") ?? 0,
      },
    ],
  });
  const proof = (id: string): Part => ({
    doctors: [id],
    tiers: [
      { tier: "unplaced", bound: 0, held: [], seats: [], bases: [] },
      {
        tier: "preferences-1",
        bound: 0,
        held: [{ tier: "unplaced", weight: 2 ** 20 }],
        seats: [],
        bases: [],
      },
    ],
  });

  it("do not hold one to its share while another is not proven best before", () => {
    const one = withSeats(1);
    // Berit placed and Anna left out costs 1 in the second tier; the other way round it costs 0.
    const verification = verifyPlan(one, { rotations: [rotation("berit")] });
    if (!verification.ok) throw new Error(JSON.stringify(verification.violations));
    const certified = certifyBounds(one, verification.verified, [proof("anna"), proof("berit")]);
    expect(certified.ok && certified.tiers.slice(0, 2)).toEqual([
      { tier: "unplaced", value: 1, byPrices: 0, withEngine: 0 },
      { tier: "preferences-1", value: 1, byPrices: 0, withEngine: 0 },
    ]);
  });

  it("hold one to its share where nothing else can give way", () => {
    const both = withSeats(2);
    const verification = verifyPlan(both, { rotations: [rotation("anna"), rotation("berit")] });
    if (!verification.ok) throw new Error(JSON.stringify(verification.violations));
    const certified = certifyBounds(both, verification.verified, [proof("anna"), proof("berit")]);
    expect(certified.ok && certified.tiers[1]).toEqual({
      tier: "preferences-1",
      value: 1,
      byPrices: 1,
      withEngine: 1,
    });
  });

  it("do not count the worst-off doctor more than once", () => {
    // Both break the advice, so the worst off breaks it once, however dear each one's burden is.
    const both = tinyProblem(worst);
    const verification = verifyPlan(both, { rotations: [rotation("anna"), rotation("berit")] });
    if (!verification.ok) throw new Error(JSON.stringify(verification.violations));
    const bounds = (price: number) => {
      const burdens = ["anna", "berit"].map((each) => ({ doctor: each, price }));
      const tiers = ["unplaced", "worst-off"].map((tier) => ({
        ...{ tier, bound: 0, seats: [], bases: [], burdens: tier === "unplaced" ? [] : burdens },
        held: tier === "unplaced" ? [] : [{ tier: "unplaced", weight: 2 ** 20 }],
      }));
      const proof: Part = { doctors: ["anna", "berit"], tiers };
      const certified = certifyBounds(both, verification.verified, [proof]);
      return certified.ok && certified.tiers[1]?.byPrices;
    };
    expect([bounds(2 ** 19), bounds(2 ** 20), bounds(2 ** 18)]).toEqual([1, 1, 1]);
  });
});
