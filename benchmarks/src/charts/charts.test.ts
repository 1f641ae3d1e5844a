import { parseProblem } from "@placera/domain";
import { describe, expect, it } from "vitest";
import type { Case } from "../cases.ts";
import { makeInstance } from "../families.ts";
import { gapAt, gapText, placedMs } from "../gap.ts";
import type { Contestant } from "../options.ts";
import type { FinishedRun, Measured, News } from "../run.ts";
import { growthOf, growthSvg } from "./growth.ts";
import { performanceProfile, performanceProfileSvg } from "./performance-profile.ts";
import { powers } from "./svg-chart.ts";

const lines: Contestant = { formulation: "lines", engine: "highs" };
const compact: Contestant = { formulation: "compact", engine: "highs" };

const caseOf = (doctors: number): Case => {
  const { file } = makeInstance("at-loose", doctors, 1);
  const parsed = parseProblem(file);
  if (!parsed.ok) throw new Error("The family makes problems that can be read.");
  const { problem } = parsed;
  return { name: file.name, group: "at-loose", text: "", problem, expected: undefined };
};
const cases = [2, 4, 8].map(caseOf) as [Case, Case, Case];

interface Told {
  readonly seconds: number;
  readonly open?: boolean;
  readonly news?: readonly News[];
}
const run = (of: Case, contestant: Contestant, { seconds, open, news = [] }: Told): FinishedRun => {
  const measured: Measured = {
    status: open === true ? "feasible" : "optimal",
    stoppedBy: open === true ? "time-limit" : "finished",
    tiers: [
      { tier: "unplaced", value: 0, bound: 0, proven: true },
      { tier: "wishes", value: 40, bound: open === true ? 39 : 40, proven: open !== true },
    ],
    rows: 1,
    columns: 1,
    components: 1,
    elapsedMs: seconds * 1_000,
    cpuMs: seconds * 1_000,
    warmUpMs: 1,
    peakMiB: 100,
    beforeMiB: 1,
    trace: [],
    news,
  };
  const end = { kind: "solved", measured, plan: undefined } as const;
  return { case: of, contestant, seed: 1, round: 1, load: 0, treeMiB: 120, end };
};

describe("the performance profile", () => {
  const [a, b, c] = cases;
  const runs = [
    run(a, lines, { seconds: 1 }),
    run(a, compact, { seconds: 4 }),
    run(b, lines, { seconds: 2 }),
    run(b, compact, { seconds: 1 }),
    run(c, lines, { seconds: 1 }),
    run(c, compact, { seconds: 9, open: true }),
  ];

  it("has the share proven within so many times the fastest", () => {
    expect(performanceProfile(runs)).toEqual([
      {
        name: "compact/highs",
        points: [
          [1, 0],
          [1, 1 / 3],
          [4, 2 / 3],
        ],
      },
      {
        name: "lines/highs",
        points: [
          [1, 0],
          [1, 1 / 3],
          [1, 2 / 3],
          [2, 1],
        ],
      },
    ]);
  });

  it("is a picture with a curve and a name for each, when there are two or more", () => {
    const svg = performanceProfileSvg(runs) ?? "";
    expect(svg).toMatch(/^<svg xmlns.*<\/svg>\n$/s);
    expect(svg.match(/stroke-width="2"/g)).toHaveLength(4);
    expect(svg).toContain(">lines/highs<");
    expect(performanceProfileSvg(runs.filter((each) => each.contestant === lines))).toBeUndefined();
  });
});

describe("the cost as the size grows", () => {
  it("has an exponent from each size to the next", () => {
    const rows = growthOf(cases.map((each, at) => run(each, lines, { seconds: 100 * 4 ** at })));
    expect(rows.map(({ doctors, proven, peakMiB }) => [doctors, proven, peakMiB])).toEqual([
      [2, 1, 120],
      [4, 1, 120],
      [8, 1, 120],
    ]);
    expect(rows[0]?.exponent).toBeUndefined();
    expect(rows[2]?.exponent).toBeCloseTo(2, 2);
    expect(growthSvg(rows)).toContain(">at-loose<");
  });

  it("is nothing where there is one size", () => {
    expect(growthOf([run(cases[0], lines, { seconds: 1 })])).toEqual([]);
    expect(growthSvg([])).toBeUndefined();
  });
});

describe("the gap at a time", () => {
  const news = [
    { atMs: 500, tier: "unplaced", incumbent: 3, bound: 0 },
    { atMs: 9_000, tier: "wishes", incumbent: 50, bound: 39 },
  ];
  const open = run(cases[0], lines, { seconds: 20, open: true, news });
  const gap = (seconds: number) => gapText(gapAt(open, seconds));

  it("is of the first open tier, as far as was told by then, and in the end of the plan kept", () => {
    expect([gap(0.1), gap(1), gap(10), gap(30)]).toEqual([
      "–",
      "3 unplaced",
      "22.0 % wishes",
      "2.50 % wishes",
    ]);
  });

  it("is nothing once every tier is proven", () => {
    expect(gapText(gapAt(run(cases[0], lines, { seconds: 1 }), 10))).toBe("0");
  });
});

describe("the time until it is proven how many can be placed", () => {
  const told = (tier: string, bound: number) => ({ atMs: 700, tier, incumbent: 1, bound });
  const ended = (news: readonly News[]) => placedMs(run(cases[0], lines, { seconds: 2, news }));

  it("is when the first tier was closed, whether by its bound or by going on", () => {
    expect(ended([told("unplaced", 0), { ...told("wishes", 0), atMs: 900 }])).toBe(900);
    expect(ended([told("unplaced", 1)])).toBe(700);
    expect(ended([told("unplaced", 0)])).toBe(2_000);
  });
});

describe("ticks", () => {
  it("are the powers within the ends", () => {
    expect(powers(10, 0.1, 100)).toEqual([0.1, 1, 10, 100]);
    expect(powers(2, 1, 9)).toEqual([1, 2, 4, 8]);
  });
});
