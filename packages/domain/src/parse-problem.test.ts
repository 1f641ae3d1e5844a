import { describe, expect, it } from "vitest";
import { formatDay } from "./calendar.ts";
import { lookup } from "./lookup.ts";
import { parseProblem, parseProblemText } from "./parse-problem.ts";
import type { ProblemFile } from "./problem-input.ts";
import { formatPath, PROBLEM_ISSUE_CODES } from "./problem-issue.ts";
import { fixtureNames, fixtureText } from "./testing/fixtures-folder.ts";
import { smallProblem } from "./testing/small-problem.ts";

/** `code at path` of every issue, or "sound". */
const issuesOf = (value: unknown): string[] | "sound" => {
  const result = parseProblem(value);
  if (result.ok) return "sound";
  return result.issues.map(({ code, path }) => `${code} ${formatPath(path)}`);
};
const parsed = (file: ProblemFile) => {
  const result = parseProblem(file);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.problem;
};
const doctor = (more: Partial<ProblemFile["doctors"][number]>) =>
  smallProblem({ doctors: [{ id: "lakare-1", region: "lanet", intake: "januari", ...more }] });
const unit = (more: object) => ({
  ...smallProblem(),
  units: [{ ...smallProblem().units[0], ...more }, smallProblem().units[1]],
});

describe("fixtures/invalid", () => {
  it("has one for every code that a file can be given, and no other", () => {
    const codes = PROBLEM_ISSUE_CODES.filter((code) => code !== "too-large").sort();
    expect(fixtureNames("invalid")).toEqual(codes);
  });

  it.each(fixtureNames("invalid"))("%s has that one issue", (code) => {
    const result = parseProblemText(fixtureText("invalid", code));
    expect(result.ok ? [] : result.issues.map((issue) => issue.code)).toEqual([code]);
  });

  it.each(
    (["tiny", "infeasible", "typical"] as const).flatMap((folder) =>
      fixtureNames(folder).map((name) => [folder, name] as const),
    ),
  )("%s/%s is sound", (folder, name) => {
    const result = parseProblemText(fixtureText(folder, name));
    expect(result.ok ? [] : result.issues).toEqual([]);
  });
});

describe("shape", () => {
  it("reports everything at once", () => {
    expect(
      issuesOf({
        ...smallProblem(),
        schemaVersion: 2,
        nmae: "Liten",
        regions: [],
        sites: [{ id: "-", region: "lanet", name: "" }],
        intakes: [{ id: "januari", programme: "sex-manader", start: "2027-02-30" }],
        doctors: [{ id: "lakare-1", region: 7 }, null],
      }),
    ).toEqual([
      "unknown-schema-version schemaVersion",
      "bad-value regions",
      "bad-value sites[0].id",
      "bad-value sites[0].name",
      "bad-date intakes[0].start",
      "wrong-type doctors[0].region",
      "wrong-type doctors[1]",
      "unknown-key nmae",
    ]);
  });

  it("takes the alternative that the writer meant", () => {
    expect(issuesOf(unit({ seats: "två" }))).toEqual(["wrong-type units[0].seats"]);
    expect(issuesOf(unit({ seats: 1.5 }))).toEqual(["wrong-type units[0].seats"]);
    expect(issuesOf(unit({ seats: [{ from: "2027-01-01", seat: 1 }] }))).toEqual([
      "missing units[0].seats[0].seats",
      "unknown-key units[0].seats[0].seat",
    ]);
    expect(issuesOf(unit({ seats: [] }))).toEqual(["bad-value units[0].seats"]);
    expect(issuesOf(doctor({ start: { earliest: "2027-01-01" } as never }))).toEqual([
      "missing doctors[0].start.latest",
    ]);
    expect(issuesOf(doctor({ wishes: [{ kind: "place" } as never] }))).toEqual([
      "bad-value doctors[0].wishes[0].kind",
    ]);
    expect(issuesOf(doctor({ wishes: [{ kind: "order", first: "medicin" } as never] }))).toEqual([
      "missing doctors[0].wishes[0].then",
      "missing doctors[0].wishes[0].weight",
    ]);
    const length = (value: unknown) => {
      const file = smallProblem();
      return { ...file, programmes: [{ ...file.programmes[0], length: value }] };
    };
    expect(issuesOf(length({ months: 6.2 }))).toEqual(["bad-value programmes[0].length.months"]);
    expect(issuesOf(length({ min: { months: 6 } }))).toEqual(["missing programmes[0].length.max"]);
    expect(issuesOf(length({ min: { months: 0 }, max: { months: 6 } }))).toEqual([
      "bad-value programmes[0].length.min.months",
    ]);
    expect(issuesOf(length("6 månader"))).toEqual(["wrong-type programmes[0].length"]);
  });

  it("keeps null, no limit, apart from 0, none", () => {
    const seatsOf = (seats: number | null) =>
      parsed(unit({ seats }) as ProblemFile).units[0]?.seats;
    expect(seatsOf(null)?.[0]?.seats).toBeNull();
    expect(seatsOf(0)?.[0]?.seats).toBe(0);
    const steps = [
      { from: "2027-01-01", seats: null },
      { from: "2027-02-01", seats: 0 },
    ];
    const problem = parsed(unit({ seats: steps, trackSeats: { BT: 0 } }) as ProblemFile);
    expect(problem.units[0]?.seats.map(({ seats }) => seats)).toEqual([null, 0]);
    expect(problem.units[0]?.trackSeats.AT).toBeUndefined();
    expect(problem.units[0]?.trackSeats.BT?.[0]?.seats).toBe(0);
  });

  it("takes no number that JSON can write and no machine can hold", () => {
    const text = JSON.stringify(unit({ seats: 7 })).replace('"seats":7', '"seats":1e400');
    const result = parseProblemText(text);
    expect(result.ok ? [] : result.issues.map(({ code }) => code)).toEqual(["wrong-type"]);
  });

  it("refuses keys that reach into the language", () => {
    const withKey = (key: string) =>
      parseProblemText(JSON.stringify(smallProblem()).replace("{", `{"${key}":{"polluted":true},`));
    for (const key of ["__proto__", "constructor", "prototype", "toString"]) {
      const atRoot = withKey(key);
      expect(atRoot.ok ? [] : atRoot.issues.map(({ code }) => code), key).toEqual(["unknown-key"]);
    }
    const split = (key: string) =>
      parseProblemText(
        JSON.stringify(smallProblem()).replace(
          '"start":"2027-01-01"',
          `"start":"2027-01-01","split":{"${key}":1}`,
        ),
      );
    for (const key of ["__proto__", "constructor"]) {
      const result = split(key);
      expect(result.ok, key).toBe(false);
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it("takes a byte order mark and refuses lone surrogates in ids", () => {
    expect(parseProblemText(`\ufeff${JSON.stringify(smallProblem())}`).ok).toBe(true);
    expect(issuesOf(doctor({ id: "lakare-\ud800" }))).toEqual(["bad-value doctors[0].id"]);
    expect(issuesOf(doctor({ id: "Åsa-7" }))).toBe("sound");
    expect(issuesOf(doctor({ id: "a".repeat(81) }))).toEqual(["bad-value doctors[0].id"]);
  });

  it("is not tired by depth or by many faults", () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    expect(parseProblemText(deep).ok).toBe(false);
    const rules = `"rules":[{"rule":"section-minima","params":{"pools":${deep}}}],`;
    const nested = JSON.stringify(smallProblem()).replace("{", `{${rules}`);
    expect(parseProblemText(nested).ok).toBe(false);
    const faulty = { ...smallProblem(), doctors: Array.from({ length: 20_000 }, () => ({})) };
    const result = parseProblem(faulty);
    expect(result.ok ? 0 : result.issues.length).toBe(40_000);
  });

  it("refuses a text larger than the limit without reading it", () => {
    const huge = { length: 200_000_001, startsWith: () => false } as unknown as string;
    expect(parseProblemText(huge)).toMatchObject({ ok: false, issues: [{ code: "too-large" }] });
  });
});

describe("references and meaning", () => {
  it("reports everything at once, in the order of the file", () => {
    expect(
      issuesOf({
        ...smallProblem(),
        sites: [{ id: "lasarettet", region: "lane", name: "Lasarettet" }],
        rules: [{ rule: "unit-seats", track: "AT", mode: "off" }],
        rulePacks: ["at@2021"],
        programmes: [
          {
            id: "sex-manader",
            track: "AT",
            name: "x",
            requirements: [
              { id: "medicin", sections: ["medicin"], length: { weeks: 13 } },
              {
                id: "medicin",
                sections: ["surgery"],
                length: { min: { months: 4 }, max: { months: 3 } },
              },
            ],
          },
        ],
        doctors: [
          { id: "lakare-1", region: "lane", intake: "januari", baseSite: "norr" },
          { id: "lakare-1", region: "lanet", programme: "sju-manader", start: "2027-01-02" },
        ],
      }),
    ).toEqual([
      "unknown-reference sites[0].region",
      "unknown-reference rulePacks[0]",
      "rule-without-effect rules[0]",
      "duplicate-id programmes[0].requirements[1].id",
      "unknown-reference programmes[0].requirements[0].sections[0]",
      "duration-off-grid programmes[0].requirements[0].length",
      "length-reversed programmes[0].requirements[1].length",
      "unknown-reference doctors[0].region",
      "unknown-reference doctors[0].baseSite",
      "duplicate-id doctors[1].id",
      "unknown-reference doctors[1].programme",
      "date-off-grid doctors[1].start",
    ]);
  });

  it("suggests the id that is nearly right, or the packs there are", () => {
    const result = parseProblem(
      smallProblem({
        rulePacks: ["at"],
        doctors: [{ id: "lakare-1", region: "länet", intake: "januari" }],
      }),
    );
    const nearest = result.ok ? [] : result.issues.map(({ params }) => params["nearest"]);
    expect(nearest).toEqual(["at@2021-05, bt@2021", "lanet"]);
  });

  it("finds cycles of sections wherever one begins to look", () => {
    const sections = (...pairs: readonly (readonly [string, string?])[]) =>
      issuesOf(
        smallProblem({
          sections: pairs.map(([id, countsAs]) => ({ id, ...(countsAs && { countsAs }) })),
        }),
      );
    expect(sections(["a", "surgery"], ["b", "a"])).toBe("sound");
    expect(sections(["a", "a"])).toEqual(["section-cycle sections[0].countsAs"]);
    expect(sections(["a", "b"], ["b", "b"])).toEqual(["section-cycle sections[1].countsAs"]);
    expect(sections(["a", "b"], ["b", "c"], ["c", "b"])).toEqual([
      "section-cycle sections[1].countsAs",
    ]);
  });

  it("finds spans that overlap, each programme by itself", () => {
    const span = (id: string, from: string, to: string) => ({
      id,
      programme: "sex-manader",
      from,
      to,
      kind: "teaching" as const,
    });
    const spans = (...fixedSpans: ReturnType<typeof span>[]) =>
      issuesOf(smallProblem({ calendar: { ...smallProblem().calendar, fixedSpans } }));
    const long = span("long", "2027-01-01", "2027-06-01");
    expect(
      spans(
        span("late", "2027-05-01", "2027-05-16"),
        long,
        span("early", "2027-02-01", "2027-02-16"),
      ),
    ).toEqual(["spans-overlap calendar.fixedSpans[2]", "spans-overlap calendar.fixedSpans[0]"]);
    expect(spans(long, span("after", "2027-06-01", "2027-06-16"))).toBe("sound");
  });

  it("finds spans that overlap for doctors of an intake, and weeks that do not come", () => {
    const calendar = { from: "2027-01-04", to: "2027-07-05", grid: "week" as const };
    const week = (id: string, weeks: number[], whom: object) => ({
      ...{ id, kind: "introduction" as const, weeks },
      ...whom,
    });
    const issues = (...fixedSpans: ReturnType<typeof week>[]) => {
      const intakes = [{ id: "januari", programme: "sex-manader", start: "2027-01-04" }];
      return issuesOf(smallProblem({ intakes, calendar: { ...calendar, fixedSpans } }));
    };
    const januari = { intake: ["januari"] };
    expect(issues(week("a", [9, 10], januari), week("b", [11], { track: "AT" }))).toBe("sound");
    expect(issues(week("a", [9, 10], januari), week("b", [10], { track: "AT" }))).toEqual([
      "spans-overlap calendar.fixedSpans[1]",
    ]);
    expect(issues(week("a", [10], { intake: "juni" }), week("b", [30, 53], {}))).toEqual([
      "unknown-reference calendar.fixedSpans[0].intake",
      "outside-calendar calendar.fixedSpans[1].weeks",
    ]);
  });

  it("says nothing of dates while the calendar itself is unsound", () => {
    const calendar = { from: "2027-01-02", to: "2027-07-01", grid: "half-month" } as const;
    expect(issuesOf(smallProblem({ calendar }))).toEqual(["date-off-grid calendar.from"]);
  });
});

describe("what a sound file becomes", () => {
  it("has days as numbers, ranges for lengths and the intake's start", () => {
    const problem = parsed(smallProblem());
    const [doctor] = problem.doctors;
    expect(doctor?.start).toEqual({ earliest: 20_819, latest: 20_819 });
    expect(doctor?.programme).toBe("sex-manader");
    const length = problem.programmes[0]?.requirements[0]?.length;
    expect(length).toEqual({ min: { months: 3 }, max: { months: 3 } });
    expect(problem.calendar.periods).toBe(12);
    expect(lookup(problem).unit("medicin").region).toBe("lanet");
    expect(() => lookup(problem).unit("nej")).toThrow("nej");
  });

  it("has the fixed weeks of an intake for its doctors alone", () => {
    const spans = [
      { id: "all", track: "AT" as const, weeks: [8], kind: "teaching" as const },
      { id: "own", intake: "januari", weeks: [10, 22, 9], kind: "introduction" as const },
    ];
    const problem = parsed(
      smallProblem({
        calendar: { from: "2027-01-04", to: "2028-03-13", grid: "week", fixedSpans: spans },
        intakes: [{ id: "januari", programme: "sex-manader", start: "2027-01-04" }],
        doctors: [
          { id: "anna", region: "lanet", intake: "januari" },
          { id: "bo", region: "lanet", programme: "sex-manader", start: "2027-01-04" },
        ],
      }),
    );
    const [anna, bo] = problem.doctors.map((doctor) =>
      lookup(problem)
        .owed(doctor)
        .fixedSpans.map(({ id, from, to }) => `${id} ${formatDay(from)} ${(to - from) / 7}`),
    );
    const all = ["all 2027-02-22 1", "all 2028-02-21 1"];
    expect(bo).toEqual(all);
    // Weeks 9 and 10 are one span; both come again in 2028, week 22 does not.
    expect(anna).toEqual([
      ...["all 2027-02-22 1", "own 2027-03-01 2", "own 2027-05-31 1"],
      ...["all 2028-02-21 1", "own 2028-02-28 2"],
    ]);
  });

  it("knows what a section counts as, through others and by the file's own word", () => {
    const problem = parsed(
      smallProblem({
        sections: [
          { id: "handkirurgi", countsAs: "ortopedi" },
          { id: "ortopedi", countsAs: "surgery", name: { sv: "ortopedi", en: "orthopaedics" } },
        ],
      }),
    );
    const section = lookup(problem).section("handkirurgi");
    expect(section.countsAs).toEqual(["handkirurgi", "ortopedi", "surgery"]);
    expect(section.name).toEqual({ sv: "handkirurgi", en: "handkirurgi" });
    expect(lookup(problem).section("surgery").name.sv).toBe("opererande specialiteter");
  });

  it("is identified by its content, whatever the order of keys", () => {
    const file = smallProblem();
    const turned = Object.fromEntries(Object.entries(file).reverse());
    expect(parsed(turned as ProblemFile).hash).toBe(parsed(file).hash);
    expect(parsed({ ...file, name: "Annan" }).hash).not.toBe(parsed(file).hash);
    expect(parsed(file).hash).toMatch(/^sha256-[0-9a-f]{64}$/);
  });
});
