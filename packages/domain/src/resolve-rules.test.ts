import { describe, expect, it } from "vitest";
import { parseProblem } from "./parse-problem.ts";
import { type ProblemData, tiersOf } from "./problem.ts";
import type { ProblemFile } from "./problem-input.ts";
import { formatPath } from "./problem-issue.ts";
import { CORE_PACK, RULE_PACKS } from "./rule-packs/index.ts";
import { ALWAYS, PREFERABLE, RULE_IDS, RULE_PARAMS, UNIT_SIDE } from "./rule-settings.ts";
import { smallProblem } from "./testing/small-problem.ts";

const requirement = { id: "medicin", sections: ["medicine"], length: { months: 3 } };
/** Two AT programmes and a BT one, with both packs. */
const file = (rules: ProblemFile["rules"], rulePacks = ["at@2021-05", "bt@2021"]): ProblemFile =>
  smallProblem({
    rulePacks,
    rules,
    programmes: [
      { id: "at-18", track: "AT", name: "AT 18", requirements: [requirement] },
      { id: "at-21", track: "AT", name: "AT 21", requirements: [requirement] },
      { id: "bt-12", track: "BT", name: "BT 12", requirements: [requirement] },
    ],
    intakes: [{ id: "januari", programme: "at-18", start: "2027-01-01" }],
  });
const settled = (rules: ProblemFile["rules"], rulePacks?: string[]): ProblemData => {
  const result = parseProblem(file(rules, rulePacks));
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.problem;
};
const issuesOf = (rules: ProblemFile["rules"]): string[] => {
  const result = parseProblem(file(rules));
  return result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${formatPath(path)}`);
};
const setting = (problem: ProblemData, programme: string, rule: string) =>
  problem.programmes.find(({ id }) => id === programme)?.rules.find((each) => each.rule === rule);

describe("rule packs", () => {
  it("give every rule a class, a source and parameters that its own schema takes", () => {
    for (const { rules } of [CORE_PACK, ...RULE_PACKS]) {
      for (const { rule, source, params, mode } of rules) {
        expect(source.length).toBeGreaterThan(5);
        expect(RULE_PARAMS[rule].safeParse(params).success, rule).toBe(true);
        if (typeof mode === "object") expect(PREFERABLE.has(rule), rule).toBe(true);
      }
      expect(new Set(rules.map(({ rule }) => rule)).size).toBe(rules.length);
    }
  });

  it("use every rule there is", () => {
    const used = new Set(
      [CORE_PACK, ...RULE_PACKS].flatMap((pack) => pack.rules.map((r) => r.rule)),
    );
    expect([...used].sort()).toEqual([...RULE_IDS].sort());
  });

  it("have what is always so, and what couples doctors, in the core", () => {
    const core = new Set(CORE_PACK.rules.map(({ rule }) => rule));
    for (const rule of [...ALWAYS, ...UNIT_SIDE]) expect(core.has(rule), rule).toBe(true);
  });
});

describe("rules in force", () => {
  it("are the core's and the track's own", () => {
    const problem = settled([]);
    expect(problem.rulePacks).toEqual(["core@1", "at@2021-05", "bt@2021"]);
    expect(setting(problem, "at-18", "total-length")?.params).toEqual({ min: { months: 18 } });
    expect(setting(problem, "bt-12", "total-length")?.params).toEqual({ min: { months: 6 } });
    expect(setting(problem, "at-18", "at-most-four-places")).toBeUndefined();
    expect(setting(problem, "at-18", "owed-placements")?.pack).toBe("core@1");
    expect(setting(problem, "at-18", "unit-seats")).toBeUndefined();
    expect(problem.unitRules.map(({ rule }) => rule)).toEqual([
      "unit-seats",
      "track-seats",
      "intake-split",
    ]);
  });

  it("leave out what is off, in the pack or by the problem", () => {
    expect(setting(settled([]), "bt-12", "psychiatry-in-bt")).toBeUndefined();
    const on = settled([
      { rule: "psychiatry-in-bt", mode: "must", params: { min: { weeks: 10 } } },
    ]);
    expect(setting(on, "bt-12", "psychiatry-in-bt")?.params).toEqual({ min: { weeks: 10 } });
    expect(settled([{ rule: "track-seats", mode: "off" }]).unitRules).toHaveLength(2);
  });

  it("follow adjustments by track and by programme, the later over the earlier", () => {
    const problem = settled([
      { rule: "recommended-length", mode: { prefer: { rank: 1, weight: 5 } } },
      { rule: "recommended-length", track: "AT", mode: "must" },
      { rule: "recommended-length", programme: "at-21", params: { length: { months: 21 } } },
    ]);
    const of = (programme: string) => {
      const found = setting(problem, programme, "recommended-length");
      return [found?.mode, found?.params];
    };
    expect(of("at-18")).toEqual(["must", { length: { months: 18 } }]);
    expect(of("at-21")).toEqual(["must", { length: { months: 21 } }]);
    expect(of("bt-12")).toEqual([{ prefer: { rank: 1, weight: 5 } }, { length: { months: 12 } }]);
  });

  it("make the tiers: the ranks that are used, in order", () => {
    expect(tiersOf(settled([]))).toEqual(["unplaced", "preferences-2", "preferences-3", "wishes"]);
    expect(tiersOf(settled([], []))).toEqual(["unplaced", "wishes"]);
    const ranked = settled([{ rule: "section-order", mode: { prefer: { rank: 9, weight: 1 } } }]);
    expect(tiersOf(ranked)).toEqual(["unplaced", "preferences-3", "preferences-9", "wishes"]);
  });
});

describe("a law", () => {
  const prefer = { prefer: { rank: 1, weight: 1 } };

  it("is not switched off, weakened or changed without a reason", () => {
    expect(issuesOf([{ rule: "total-length", track: "AT", mode: "off" }])).toEqual([
      "law-switched-off rules[0]",
    ]);
    expect(issuesOf([{ rule: "section-minima", mode: prefer }])).toEqual([
      "law-switched-off rules[0]",
    ]);
    expect(
      issuesOf([{ rule: "total-length", track: "AT", params: { min: { months: 17 } } }]),
    ).toEqual(["law-switched-off rules[0]"]);
    expect(issuesOf([{ rule: "total-length", mode: "must" }])).toEqual([]);
  });

  it("is set aside with a reason, which goes with it", () => {
    const problem = settled([
      {
        rule: "total-length",
        programme: "at-21",
        params: { min: { months: 17 } },
        override: { reason: "dispens 12/2027" },
      },
    ]);
    expect(setting(problem, "at-21", "total-length")?.override).toBe("dispens 12/2027");
    expect(setting(problem, "at-18", "total-length")?.override).toBeUndefined();
  });

  it("is set aside where the track has no pack in force, and that is said", () => {
    const lawsOf = (programme: string, rulePacks: string[]) =>
      settled([], rulePacks)
        .overrides.filter((each) => each.programme === programme)
        .map(({ rule, reason }) => `${rule}: ${reason}`);
    const noPack = "inget regelpaket för BT gäller / no rule pack for BT is in force";
    expect(settled([]).overrides).toEqual([]);
    expect(settled([], ["at@2021-05"]).overrides).toHaveLength(2);
    expect(lawsOf("bt-12", ["at@2021-05"])).toEqual([
      `total-length: ${noPack}`,
      `section-minima: ${noPack}`,
    ]);
    // at@2021-05 has four laws, bt@2021 two; there are two AT programmes.
    expect(settled([], []).overrides).toHaveLength(4 + 4 + 2);
    expect(lawsOf("at-21", ["bt@2021"])).toContain(
      "one-unbroken-block: inget regelpaket för AT gäller / no rule pack for AT is in force",
    );
  });

  it("is law only where it is: the same rule is local for BT", () => {
    expect(issuesOf([{ rule: "one-unbroken-block", track: "BT", mode: "off" }])).toEqual([]);
    expect(issuesOf([{ rule: "one-unbroken-block", track: "AT", mode: "off" }])).toEqual([
      "law-switched-off rules[0]",
    ]);
    // Without a track it is meant for both, and for AT it is law.
    expect(issuesOf([{ rule: "one-unbroken-block", mode: "off" }])).toEqual([
      "law-switched-off rules[0]",
    ]);
  });
});

describe("an adjustment is refused", () => {
  it("when its parameters are not the rule's, each at its own place", () => {
    const pools = [{ sections: ["surgery", "kirurgi"], min: { months: 9 } }, { sections: [] }];
    expect(
      issuesOf([
        { rule: "at-most-four-places", params: { max: 0 } },
        { rule: "at-most-four-places", params: { maximum: 5 } },
        { rule: "section-minima", params: { pools }, override: { reason: "x" } },
        {
          rule: "section-minima",
          params: { pools: [pools[0]] },
          track: "AT",
          override: { reason: "x" },
        },
        { rule: "section-order", params: { last: ["primary-care", "psykiatri"] } },
        { rule: "unit-seats", params: { max: 1 } },
      ]),
    ).toEqual([
      "rule-params rules[0].params.max",
      "rule-params rules[1].params.max",
      "rule-params rules[1].params.maximum",
      "rule-params rules[2].params.pools[1].sections",
      "rule-params rules[2].params.pools[1].min",
      "unknown-reference rules[3].params.pools[0].sections[1]",
      "unknown-reference rules[4].params.last[1]",
      "rule-params rules[5].params.max",
    ]);
  });

  it("when it would touch nothing", () => {
    expect(
      issuesOf([
        { rule: "at-most-four-places", track: "AT", mode: "off" },
        { rule: "at-most-four-places", programme: "at-18", mode: "off" },
        { rule: "unit-seats", track: "AT", mode: "off" },
        { rule: "unit-seats", programme: "at-19", mode: "off" },
      ]),
    ).toEqual([
      "rule-without-effect rules[0]",
      "rule-without-effect rules[1]",
      "rule-without-effect rules[2]",
      "unknown-reference rules[3].programme",
    ]);
  });
});
