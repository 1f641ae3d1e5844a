import { parseProblem } from "@placera/domain";
import { describe, expect, it } from "vitest";
import type { Case } from "./cases.ts";
import { RUN_COLUMNS, SUMMARY_COLUMNS } from "./columns.ts";
import { makeInstance } from "./families.ts";
import type { Contestant } from "./options.ts";
import { planRuns } from "./plan-runs.ts";
import type { FinishedRun, RunEnd } from "./run.ts";
import { summarise } from "./summary.ts";
import { textTable } from "./table.ts";

const { file } = makeInstance("at-loose", 1, 1);
const parsed = parseProblem(file);
if (!parsed.ok) throw new Error("The family makes problems that can be read.");
const { problem } = parsed;
const caseOf = (name: string): Case => ({
  name,
  group: "tiny",
  text: "",
  problem,
  expected: undefined,
});

const lines: Contestant = { formulation: "lines", engine: "highs" };
const compact: Contestant = { formulation: "compact", engine: "highs" };

/** A solve of so many seconds; an open one was stopped by the limit of 300 s. */
const solved = (seconds: number, bound = 4): RunEnd => ({
  kind: "solved",
  plan: [],
  measured: {
    status: bound === 4 ? "optimal" : "feasible",
    stoppedBy: bound === 4 ? "finished" : "time-limit",
    tiers: [
      { tier: "unplaced", value: 0, bound: 0, proven: true },
      { tier: "wishes", value: 4, bound, proven: bound === 4 },
    ],
    rows: 12,
    columns: 34,
    components: 1,
    firstPlanMs: 200,
    bestPlanMs: seconds * 1_000,
    elapsedMs: seconds * 1_000,
    cpuMs: seconds * 900,
    warmUpMs: 700,
    peakMiB: 210.4,
    beforeMiB: 150,
    trace: [],
  },
});
const run = (name: string, contestant: Contestant, end: RunEnd): FinishedRun => ({
  case: caseOf(name),
  contestant,
  seed: 1,
  round: 1,
  load: 0.54,
  end,
});

const runs = [
  run("a", lines, solved(0.3)),
  run("b", lines, solved(0.8)),
  run("a", compact, solved(11.9)),
  run("b", compact, solved(300, 1)),
];

describe("the summary of the runs", () => {
  it("compares proof times with lines/highs, a run without proof at the limit", () => {
    const [first, second] = summarise(runs, 300_000);
    // √(0.4 × 0.9) − 0.1
    expect(first).toMatchObject({ contestant: "lines/highs", proven: 2, runs: 2, ratio: 1 });
    expect(first?.proof).toBeCloseTo(0.5, 9);
    // √(12 × 300.1) over √(0.4 × 0.9)
    expect(second).toMatchObject({ contestant: "compact/highs", proven: 1, open: true });
    expect(second?.ratio).toBeCloseTo(Math.sqrt(12 * 300.1) / 0.6, 9);
  });

  it("compares only what both ran, and passes over models that are too large", () => {
    const tooLarge = run("b", compact, { kind: "too-large", because: "it has 261 integers" });
    const [, second] = summarise([...runs.slice(0, 3), tooLarge], 300_000);
    expect(second).toMatchObject({ runs: 1, proven: 1, open: false });
    expect(second?.ratio).toBeCloseTo(12 / 0.4, 9);
  });

  it("says where a figure is a least", () => {
    const cells = textTable(SUMMARY_COLUMNS, summarise(runs, 300_000)).split("\n");
    expect(cells[3]).toMatch(/^compact\/highs +1\/2 +0\.20 +≥ 59\.\d +≥ \d+\.\d +≥ 100 +≥ /);
  });
});

describe("the row of a run", () => {
  const cells = (each: FinishedRun) => RUN_COLUMNS.map((column) => column.cell(each));

  it("shows sizes, times, tiers, memory and load", () => {
    expect(cells(runs[0] as FinishedRun).join(" ")).toBe(
      "a lines/highs 1 12 34 1 0.20 0.30 0.30 0.27 0 4 optimal 210 0.5",
    );
  });

  it("shows the gap of a tier that is open, and no proof", () => {
    expect(cells(runs[3] as FinishedRun).join(" ")).toBe(
      "b compact/highs 1 12 34 1 0.20 300 – 270 0 1…4 feasible, time-limit 210 0.5",
    );
  });

  it("says too large rather than failed", () => {
    const tooLarge = run("b", compact, { kind: "too-large", because: "it has 261 integers" });
    expect(cells(tooLarge)).toContain("too large");
  });
});

describe("the order of the runs", () => {
  const plan = (shuffle: number) =>
    planRuns({
      cases: ["a", "b", "c"].map(caseOf),
      contestantsOf: () => [lines, compact],
      seeds: [1, 2],
      repeat: 2,
      shuffle,
    });

  it("has everything once in each round before the next begins", () => {
    const rounds = plan(1).map(({ round, seed }) => `${round}.${seed}`);
    expect(rounds).toEqual(["1.1", "1.2", "2.1", "2.2"].flatMap((each) => Array(6).fill(each)));
  });

  it("is the same for the same shuffle and another for another", () => {
    const names = (shuffle: number) =>
      plan(shuffle).map(({ case: { name }, contestant }) => name + contestant.formulation);
    expect(names(1)).toEqual(names(1));
    expect(names(1)).not.toEqual(names(2));
  });
});
