import { describe, expect, it } from "vitest";
import { parseLocalPack } from "./local-packs.ts";
import { parseProblem } from "./parse-problem.ts";
import type { ProblemFile } from "./problem-input.ts";
import { formatPath } from "./problem-issue.ts";
import { LOCAL_PACKS } from "./testing/fixtures/local-packs.ts";
import { smallProblem } from "./testing/small-problem.ts";

type PackFile = NonNullable<ProblemFile["localPacks"]>[number];

const requirement = { id: "akut", sections: ["emergency-care"], length: { months: 3 } };
const file = (...localPacks: PackFile[]): ProblemFile =>
  smallProblem({
    rulePacks: ["bt@2021"],
    localPacks,
    programmes: [
      { id: "bt", track: "BT", name: "BT", requirements: [requirement] },
      { id: "bt-2", track: "BT", name: "BT 2", requirements: [requirement] },
      { id: "at", track: "AT", name: "AT", requirements: [requirement] },
    ],
    intakes: [{ id: "januari", programme: "bt", start: "2027-01-01" }],
  });
const pack = (rules: PackFile["rules"], more: Partial<PackFile> = {}): PackFile => ({
  id: "lanet@1",
  title: { sv: "Länet", en: "The county" },
  track: "BT",
  rules,
  ...more,
});
const rule = (id: string, more: Partial<PackFile["rules"][number]> = {}) => ({
  rule: id,
  source: "Länets riktlinjer",
  ...more,
});
const parsed = (problem: ProblemFile) => {
  const result = parseProblem(problem);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.problem;
};
const settings = (problem: ProblemFile, programme: string, id: string) =>
  parsed(problem)
    .programmes.find((each) => each.id === programme)
    ?.rules.filter((each) => each.rule === id)
    .map(({ pack: from, mode, params }) => ({ from, mode, params }));
const issues = (problem: ProblemFile): string[] => {
  const result = parseProblem(problem);
  return result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${formatPath(path)}`);
};

describe("local packs", () => {
  it("stand beside a law, which holds all the same", () => {
    const pools = [{ sections: ["emergency-care"], min: { months: 4.5 } }];
    const local = pack([rule("section-minima", { params: { pools } })]);
    expect(settings(file(local), "bt", "section-minima")).toMatchObject([
      { from: "bt@2021", mode: "must" },
      { from: "lanet@1", mode: "must", params: { pools } },
    ]);
  });

  it("take the place of what is no law, with its parameters where they give none", () => {
    const local = pack([rule("section-order"), rule("at-most-four-places", { mode: "off" })]);
    expect(settings(file(local), "bt", "section-order")).toEqual([
      { from: "lanet@1", mode: "must", params: { last: ["primary-care"] } },
    ]);
    expect(settings(file(local), "bt", "at-most-four-places")).toEqual([]);
  });

  it("are for the programmes of their track, or for those they name", () => {
    const everyone = file(pack([rule("start-after-degree")]));
    expect(settings(everyone, "bt-2", "start-after-degree")).toHaveLength(1);
    expect(settings(everyone, "at", "start-after-degree")).toHaveLength(0);
    const one = file(pack([rule("start-after-degree")], { programmes: ["bt-2"] }));
    expect(settings(one, "bt", "start-after-degree")).toHaveLength(0);
    expect(settings(one, "bt-2", "start-after-degree")).toHaveLength(1);
  });

  it("may set rules over units, which are for all", () => {
    const local = file(pack([rule("track-seats", { mode: "off" })]));
    expect(parsed(local).unitRules.map((each) => each.rule)).not.toContain("track-seats");
  });

  it("can be adjusted by name", () => {
    const pools = [{ sections: ["emergency-care"], min: { months: 4.5 } }];
    const local = file(pack([rule("section-minima", { params: { pools } })]));
    const rules = [{ rule: "section-minima", pack: "lanet@1", mode: "off" as const }];
    expect(settings({ ...local, rules }, "bt", "section-minima")).toMatchObject([
      { from: "bt@2021" },
    ]);
  });

  it("have their contents in their identity", () => {
    const one = parsed(file(pack([rule("section-order")]))).rulePacks;
    const other = parsed(file(pack([rule("section-order", { mode: "off" })]))).rulePacks;
    expect(one.slice(0, 2)).toEqual(["core@1", "bt@2021"]);
    expect(one[2]).toMatch(/^lanet@1#[0-9a-f]{8}$/);
    expect(other[2]).not.toBe(one[2]);
  });

  it("do not switch off laws or what a plan is, nor name what there is not", () => {
    const wrong = [
      rule("section-minima", { mode: "off" }),
      rule("absences"),
      rule("section-order", { params: { last: ["kirurgi"] } }),
      rule("no-rule"),
    ];
    expect(issues(file(pack(wrong, { programmes: ["bt", "no"] })))).toEqual([
      "unknown-reference localPacks[0].programmes[1]",
      "law-switched-off localPacks[0].rules[0].mode",
      "rule-without-effect localPacks[0].rules[1].rule",
      "unknown-reference localPacks[0].rules[2].params.last[0]",
      "rule-unknown localPacks[0].rules[3].rule",
    ]);
  });

  it("come once, and say a rule once", () => {
    const twice = pack([rule("section-order"), rule("section-order")]);
    expect(issues(file(twice, pack([rule("section-order")])))).toEqual([
      "duplicate-id localPacks[0].rules[1].rule",
      "duplicate-id localPacks[1].id",
    ]);
  });

  it.each([
    [{ from: "2027-01-01" }, 0],
    [{ to: "2027-01-02" }, 0],
    [{ from: "2027-01-02" }, 1],
    // The day after the last: a block that begins on it is not covered.
    [{ to: "2027-01-01" }, 1],
  ])("valid %j cover blocks that begin on 1 January, %i not", (valid, count) => {
    const found = issues(file(pack([rule("section-order")], { valid })));
    expect(found).toEqual(count === 0 ? [] : ["pack-not-valid localPacks[0].valid"]);
  });

  it("of two versions judge each the programme of their own time", () => {
    const version = (id: string, weeks: number, more: Partial<PackFile>) =>
      pack([rule("psychiatry-in-bt", { params: { min: { weeks } } })], { id, ...more });
    const both = (programme: string) => ({
      ...file(
        version("lanet@2025", 8, { valid: { to: "2027-01-01" }, programmes: ["bt-2"] }),
        version("lanet@2027", 10, { valid: { from: "2027-01-01" }, programmes: ["bt"] }),
      ),
      intakes: [{ id: "januari", programme, start: "2027-01-01" }],
    });
    const weeks = (min: number, from: string) => [
      { from, mode: "must", params: { min: { weeks: min } } },
    ];
    expect(settings(both("bt"), "bt-2", "psychiatry-in-bt")).toEqual(weeks(8, "lanet@2025"));
    expect(settings(both("bt"), "bt", "psychiatry-in-bt")).toEqual(weeks(10, "lanet@2027"));
    // Who begins in 2027 is not of the old version's time.
    expect(issues(both("bt-2"))).toEqual(["pack-not-valid localPacks[0].valid"]);
  });

  it.each(Object.entries(LOCAL_PACKS))(
    "of fixtures/packs, %s says nothing wrong in a problem of its track",
    (_, each) => {
      const { valid: _valid, ...always } = each;
      expect(issues({ ...file(always), rulePacks: ["at@2021-05", "bt@2021"] })).toEqual([]);
    },
  );

  it.each(Object.entries(LOCAL_PACKS))("of fixtures/packs, %s can be read", (_, each) => {
    expect(parseLocalPack(each).ok).toBe(true);
  });

  it("say what is wrong with a file of their own", () => {
    const read = parseLocalPack({ ...pack([rule("section-order")]), id: "lanet", titel: "" });
    expect(read.ok ? [] : read.issues.map(({ code, path }) => [code, formatPath(path)])).toEqual([
      ["bad-value", "id"],
      ["unknown-key", "titel"],
    ]);
  });
});
