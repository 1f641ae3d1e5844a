/** A small AT region and a plan made by hand: two intakes, two sites, one doctor without a seat. */
import {
  type Doctor,
  type Finding,
  type Plan,
  type PlanDocument,
  type Problem,
  type ProblemFile,
  parseDay,
  parseProblem,
  planHash,
  type Reason,
  type Rotation,
  type VerifiedPlan,
  writePlan,
  writeReason,
} from "@placera/domain";
import type { ReportParts } from "../report.ts";

const day = (text: string): number => parseDay(text) ?? Number.NaN;
const months = (count: number) => ({ months: count });

const unit = (id: string, site: string, name: string, section: string, seats: number) => ({
  id,
  site,
  name,
  sections: [section],
  seats,
});

export const handMadeFile: ProblemFile = {
  schemaVersion: 1,
  name: "AT i Uppsala, handgjord",
  calendar: { from: "2026-09-01", to: "2028-09-01", grid: "half-month" },
  regions: [{ id: "uppsala", name: "Region Uppsala" }],
  sites: [
    { id: "uas", region: "uppsala", name: "Akademiska" },
    { id: "enkoping", region: "uppsala", name: "Enköping" },
  ],
  units: [
    unit("uas-kir", "uas", "Kirurgkliniken", "surgery", 3),
    unit("uas-med", "uas", "Medicinkliniken", "medicine", 3),
    unit("uas-psyk", "uas", "Psykiatri Akademiska", "psychiatry", 1),
    unit("enk-kir", "enkoping", "Kirurgi Enköping", "surgery", 2),
    unit("enk-med", "enkoping", "Medicin Enköping", "medicine", 2),
    unit("vc-flogsta", "uas", "Flogsta vårdcentral", "primary-care", 2),
    unit("vc-arsta", "uas", "Årsta vårdcentral", "primary-care", 2),
    unit("vc-enkoping", "enkoping", "Enköpings vårdcentral", "primary-care", 1),
  ],
  rulePacks: ["at@2021-05"],
  programmes: [
    {
      id: "at-18",
      track: "AT",
      name: "AT 18 månader",
      requirements: [
        { id: "kirurgi", sections: ["surgery"], length: months(4.5), atBase: true },
        { id: "medicin", sections: ["medicine"], length: months(4.5), atBase: true },
        { id: "psykiatri", sections: ["psychiatry"], length: months(3) },
        { id: "allmänmedicin", sections: ["primary-care"], length: months(6) },
      ],
    },
  ],
  intakes: [
    { id: "ht-2026", programme: "at-18", start: "2026-09-01" },
    { id: "vt-2027", programme: "at-18", start: "2027-03-01" },
  ],
  doctors: ["d1", "d2", "d3", "d4", "d5", "d6", "d7"].map((id, at) => ({
    id,
    region: "uppsala",
    intake: at < 4 ? "ht-2026" : "vt-2027",
    wishes:
      at % 2 === 0
        ? [
            { kind: "unit", requirement: "allmänmedicin", unit: "vc-arsta", weight: 2 },
            { kind: "order", first: "medicin", then: "kirurgi", weight: 1 },
          ]
        : [],
  })),
};

/** `requirement unit from`, each lasting until the next begins. */
const rotation = (doctor: string, stays: string, end: string): Rotation => {
  const each = stays.split(", ").map((stay) => stay.split(" "));
  const starts = [...each.map(([, , from = ""]) => from), end];
  const sections: Record<string, string> = {
    kirurgi: "surgery",
    medicin: "medicine",
    psykiatri: "psychiatry",
    allmänmedicin: "primary-care",
  };
  return {
    doctor,
    start: day(starts[0] ?? ""),
    placements: each.map(([requirement = "", at = ""], index) => ({
      requirement,
      unit: at,
      section: sections[requirement] ?? "",
      from: day(starts[index] ?? ""),
      to: day(starts[index + 1] ?? ""),
    })),
  };
};

export const handMadePlan: Plan = {
  rotations: [
    rotation(
      "d1",
      "kirurgi uas-kir 2026-09-01, medicin uas-med 2027-01-16, psykiatri uas-psyk 2027-06-01, allmänmedicin vc-arsta 2027-09-01",
      "2028-03-01",
    ),
    rotation(
      "d2",
      "medicin uas-med 2026-09-01, kirurgi uas-kir 2027-01-16, allmänmedicin vc-flogsta 2027-06-01, psykiatri uas-psyk 2027-12-01",
      "2028-03-01",
    ),
    rotation(
      "d3",
      "psykiatri uas-psyk 2026-09-01, medicin enk-med 2026-12-01, kirurgi enk-kir 2027-04-16, allmänmedicin vc-enkoping 2027-09-01",
      "2028-03-01",
    ),
    rotation(
      "d4",
      "allmänmedicin vc-flogsta 2026-09-01, psykiatri uas-psyk 2027-03-01, kirurgi enk-kir 2027-06-01, medicin enk-med 2027-10-16",
      "2028-03-01",
    ),
    rotation(
      "d5",
      "allmänmedicin vc-arsta 2027-03-01, psykiatri uas-psyk 2027-09-01, medicin uas-med 2027-12-01, kirurgi uas-kir 2028-04-16",
      "2028-09-01",
    ),
    rotation(
      "d6",
      "kirurgi uas-kir 2027-03-01, medicin uas-med 2027-07-16, allmänmedicin vc-flogsta 2027-12-01, psykiatri uas-psyk 2028-06-01",
      "2028-09-01",
    ),
  ],
};

const shortage: Reason = {
  kind: "too-few-seats",
  sections: ["psychiatry"],
  points: ["2026-11-01", "2027-02-01", "2027-05-01", "2027-08-01", "2027-11-01", "2028-02-01"].map(
    (from) => ({ unit: "uas-psyk", from: day(from), to: day(from) + 15, seats: 1 }),
  ),
  bases: [],
  from: day("2026-09-01"),
  to: day("2028-09-01"),
  doctors: handMadeFile.doctors.map(({ id }) => id),
  demand: 7,
  seats: 6,
  short: 1,
};

const findings = ["d2", "d4", "d5", "d6"].map(
  (doctor): Finding => ({
    rule: "section-order",
    class: "local",
    kind: "disregarded",
    magnitude: 1,
    doctors: [doctor],
    params: {},
  }),
);

/** Stands in for the verifier, which reports may not know: only tests may do this. */
const asVerified = (problem: Problem, plan: Plan): VerifiedPlan => {
  const placed = new Set(plan.rotations.map(({ doctor }) => doctor));
  const unplaced = problem.doctors.filter(({ id }) => !placed.has(id)).map(({ id }) => id);
  const wishesOf = ({ id, wishes }: Doctor) => ({
    doctor: id,
    granted: wishes.map((_, at) => placed.has(id) && (at === 0) === (id !== "d3")),
  });
  const score = [
    { tier: "unplaced", value: unplaced.length },
    { tier: "preferences-2", value: findings.length },
    { tier: "preferences-3", value: 0 },
    { tier: "wishes", value: 5 },
  ];
  const verified = { plan, unplaced, findings, score, wishes: problem.doctors.map(wishesOf) };
  return verified as unknown as VerifiedPlan;
};

/** Problem, plan and plan file, ready to be reported in Swedish. */
export function handMade(file: ProblemFile = handMadeFile, plan: Plan = handMadePlan): ReportParts {
  const parsed = parseProblem(file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues, undefined, 2));
  const { problem } = parsed;
  const verified = asVerified(problem, plan);
  const short = verified.unplaced.length > 0;
  const document: PlanDocument = {
    schemaVersion: 1,
    kind: "plan",
    name: problem.name,
    rotations: writePlan(plan),
    unplaced: verified.unplaced.map((doctor) => ({ doctor, reason: writeReason(shortage) })),
    findings: [],
    certificate: {
      problemHash: problem.hash,
      planHash: planHash(plan),
      rulePacks: [...problem.rulePacks],
      overrides: problem.overrides.map((override) => ({ ...override })),
      product: { name: "placera", version: "0.1.0" },
      engine: { name: "highs", version: "1.15.3" },
      formulation: "lines",
      params: {
        formulation: "lines",
        engine: "auto",
        timeLimitMs: 600_000,
        nodeLimit: 1_000_000,
        memoryLimitMiB: 2048,
        seed: 1,
      },
      status: short ? "infeasible" : "feasible",
      stoppedBy: "finished",
      tiers: [
        {
          tier: "unplaced",
          value: verified.unplaced.length,
          bound: verified.unplaced.length,
          proven: true,
        },
        { tier: "preferences-2", value: 4, bound: 4, proven: true },
        { tier: "preferences-3", value: 0, bound: 0, proven: true },
        { tier: "wishes", value: 5, bound: 3, proven: false },
      ],
    },
  };
  return { problem, verified, document, language: "sv" };
}
