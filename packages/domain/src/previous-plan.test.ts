import { describe, expect, it } from "vitest";
import { formatDay } from "./calendar.ts";
import { parseProblem } from "./parse-problem.ts";
import type { ProblemFile } from "./problem-input.ts";
import { formatPath } from "./problem-issue.ts";
import { smallProblem } from "./testing/small-problem.ts";

type Placement = NonNullable<
  ProblemFile["previousPlan"]
>["rotations"][number]["placements"][number];

const medicine: Placement = {
  requirement: "medicin",
  unit: "medicin",
  section: "medicine",
  from: "2026-11-05",
  to: "2027-02-01",
};
const withPlan = (doctor: string, ...placements: Placement[]) =>
  smallProblem({ previousPlan: { rotations: [{ doctor, start: "2026-11-05", placements }] } });
const issuesOf = (file: ProblemFile): string[] => {
  const parsed = parseProblem(file);
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${formatPath(path)}`);
};

describe("a previous plan", () => {
  it("is the doctor's own, whatever its dates, and makes tiers before the wishes", () => {
    const parsed = parseProblem(withPlan("lakare-1", medicine));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    const { doctors, objective } = parsed.problem;
    expect(doctors[0]?.previous.map(({ unit }) => unit)).toEqual(["medicin"]);
    expect(objective.tiers.map(({ id }) => id)).toEqual([
      "unplaced",
      "changes-people",
      "changes-placements",
      "changes-units",
      "wishes",
    ]);
  });

  it("names doctors, requirements and units there are, each once, and spans that go forward", () => {
    const at = "previousPlan.rotations[0]";
    expect(issuesOf(withPlan("lakare-9", medicine))).toEqual([`unknown-reference ${at}.doctor`]);
    expect(issuesOf(withPlan("lakare-1", { ...medicine, unit: "x" }))).toEqual([
      `unknown-reference ${at}.placements[0].unit`,
    ]);
    expect(issuesOf(withPlan("lakare-1", { ...medicine, requirement: "x" }))).toEqual([
      `unknown-reference ${at}.placements[0].requirement`,
    ]);
    expect(issuesOf(withPlan("lakare-1", medicine, medicine))).toEqual([
      `duplicate-id ${at}.placements[1].requirement`,
    ]);
    expect(issuesOf(withPlan("lakare-1", { ...medicine, to: medicine.from }))).toEqual([
      `span-reversed ${at}.placements[0]`,
    ]);
    const twice = withPlan("lakare-1", medicine);
    const rotations = twice.previousPlan?.rotations ?? [];
    expect(
      issuesOf({ ...twice, previousPlan: { rotations: [...rotations, ...rotations] } }),
    ).toEqual(["duplicate-id previousPlan.rotations[1].doctor"]);
  });
});

describe("what is announced", () => {
  const surgery: Placement = {
    requirement: "kirurgi",
    unit: "kirurgi",
    section: "surgery",
    from: "2027-02-01",
    to: "2027-05-01",
  };
  type History = NonNullable<ProblemFile["doctors"][number]["history"]>;
  const frozen = (freezeBefore: string, history: History = []) => {
    const { previousPlan, doctors, ...rest } = withPlan("lakare-1", medicine, surgery);
    return {
      ...rest,
      doctors: doctors.map((doctor) =>
        doctor.id === "lakare-1" ? { ...doctor, history } : doctor,
      ),
      previousPlan: { freezeBefore, rotations: previousPlan?.rotations ?? [] },
    };
  };
  const publishedIn = (file: ProblemFile) => {
    const parsed = parseProblem(file);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    const published = parsed.problem.doctors.find(({ id }) => id === "lakare-1")?.published;
    return (
      published && [
        published.start,
        ...published.placements.map(({ requirement, from, to }) =>
          [requirement, formatDay(from), formatDay(to)].join(" "),
        ),
      ]
    );
  };

  it("must lie in the calendar, on its grid", () => {
    const at = "previousPlan.rotations[0]";
    expect(issuesOf(frozen("2027-01-01"))).toEqual([
      `date-off-grid ${at}.start`,
      `date-off-grid ${at}.placements[0].from`,
    ]);
    expect(issuesOf(frozen("2026-11-01"))).toEqual([]);
  });

  it("is over where it is done, and binds what comes before the freeze", () => {
    const done = [
      { requirement: "medicin", unit: "medicin", from: "2026-11-01", to: "2027-02-01" },
    ];
    expect(issuesOf(frozen("2027-02-01", done))).toEqual([]);
    expect(publishedIn(frozen("2027-02-01", done))).toEqual([undefined]);
    expect(publishedIn(frozen("2027-03-01", done))).toEqual([
      undefined,
      "kirurgi 2027-02-01 2027-05-01",
    ]);
  });

  it("is of a stay under way what is left, to the day announced", () => {
    const begun = [
      { requirement: "medicin", unit: "medicin", from: "2026-11-05", to: "2027-01-01" },
    ];
    expect(publishedIn(frozen("2027-02-01", begun))).toEqual([
      undefined,
      "medicin 2027-01-01 2027-02-01",
    ]);
  });
});

describe("absences", () => {
  type Written = NonNullable<ReturnType<typeof smallProblem>["doctors"][number]["absences"]>;
  const away = (...absences: Written) => {
    const { doctors, ...rest } = smallProblem();
    return { ...rest, doctors: doctors.map((doctor) => ({ ...doctor, absences })) };
  };

  it("of which nothing runs across one count where they overlap, and vacation not at all", () => {
    const parsed = parseProblem(
      away(
        { from: "2027-01-16", to: "2027-03-01", across: true },
        { from: "2027-02-01", to: "2027-02-16", kind: "sick" },
        { from: "2027-03-03", to: "2027-03-20", kind: "vacation" },
      ),
    );
    const spans = parsed.ok ? (parsed.problem.doctors[0]?.absences ?? []) : [];
    expect(spans.map(({ from, to, across }) => [formatDay(from), formatDay(to), across])).toEqual([
      ["2027-01-16", "2027-02-01", true],
      ["2027-02-01", "2027-02-16", false],
      ["2027-02-16", "2027-03-01", true],
    ]);
    expect(issuesOf(away({ from: "2027-03-20", to: "2027-03-03", kind: "vacation" }))).toEqual([
      "span-reversed doctors[0].absences[0]",
    ]);
  });

  it("lie on the grid, and are put together where they touch", () => {
    const parsed = parseProblem(
      away({ from: "2027-03-01", to: "2027-03-16" }, { from: "2027-02-01", to: "2027-03-01" }),
    );
    expect(parsed.ok && parsed.problem.doctors[0]?.absences).toHaveLength(1);
    expect(issuesOf(away({ from: "2027-02-03", to: "2027-03-01" }))).toEqual([
      "date-off-grid doctors[0].absences[0].from",
    ]);
  });
});

describe("an objective", () => {
  it("is in the order written, measures weighted together in one tier", () => {
    const parsed = parseProblem(
      smallProblem({
        objective: { tiers: [[{ measure: "wishes", weight: 2 }, { measure: "worst-off" }]] },
      }),
    );
    expect(parsed.ok && parsed.problem.objective).toEqual({
      tiers: [
        { id: "unplaced", terms: [{ measure: "unplaced", weight: 1 }] },
        {
          id: "wishes+worst-off",
          terms: [
            { measure: "wishes", weight: 2 },
            { measure: "worst-off", weight: 1 },
          ],
        },
      ],
      burden: [{ measure: "wishes", weight: 1 }],
    });
  });
});
