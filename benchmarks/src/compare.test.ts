import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseProblem } from "@placera/domain";
import { describe, expect, it } from "vitest";
import type { Case } from "./cases.ts";
import { compare, comparisonText, isWorse } from "./compare.ts";
import { readEarlier } from "./earlier-report.ts";
import { makeInstance } from "./families.ts";
import { describeMachine } from "./machine.ts";
import { type BenchOptions, parseOptions, UsageError } from "./options.ts";
import { type Report, reportJson } from "./report.ts";
import type { FinishedRun } from "./run.ts";

const { file } = makeInstance("at-loose", 1, 1);
const parsed = parseProblem(file);
if (!parsed.ok) throw new Error("The family makes problems that can be read.");
const { problem } = parsed;
const caseOf = (name: string, text = name): Case => ({
  name,
  group: "tiny",
  text,
  problem,
  expected: undefined,
});

/** Processor seconds by problem; negative without proof. */
type Told = Readonly<Record<string, number>>;

const runOf = (of: Case, seconds: number): FinishedRun => ({
  case: of,
  contestant: { formulation: "lines", engine: "highs" },
  seed: 1,
  round: 1,
  load: 0,
  end: {
    kind: "solved",
    plan: undefined,
    measured: {
      status: seconds > 0 ? "optimal" : "feasible",
      stoppedBy: seconds > 0 ? "finished" : "time-limit",
      tiers: [{ tier: "unplaced", value: 1, bound: seconds > 0 ? 1 : 0, proven: seconds > 0 }],
      rows: 1,
      columns: 1,
      components: 1,
      elapsedMs: Math.abs(seconds) * 1_000,
      cpuMs: Math.abs(seconds) * 1_000,
      warmUpMs: 1,
      peakMiB: 1,
      beforeMiB: 1,
      trace: [],
    },
  },
});
const reportOf = (told: Told, text?: string): Report => ({
  date: "2026-11-22T00:00:00Z",
  machine: describeMachine(),
  steady: true,
  options: parseOptions(["--limit", "60s"]) as BenchOptions,
  runs: Object.entries(told).map(([name, seconds]) => runOf(caseOf(name, text), seconds)),
  faults: [],
});

/** As it comes back from the disk. */
const earlier = (report: Report) => {
  const folder = mkdtempSync(join(tmpdir(), "placera-compare-"));
  try {
    writeFileSync(join(folder, "old.json"), reportJson(report));
    return readEarlier(join(folder, "old.json"));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

describe("the comparison with an earlier report", () => {
  const old = earlier(reportOf({ a: 1, b: 1, c: 1, d: 1, e: -60 }));
  const now = reportOf({ a: 1.2, b: 2, c: 0.5, d: -60, e: 3, f: 1 });
  const comparison = compare(now, old, 1.25);

  it("says what is slower, faster or as before, beyond the noise", () => {
    const verdicts = comparison.changes.map(({ problem: name, verdict }) => [name, verdict]);
    expect(Object.fromEntries(verdicts)).toEqual({
      a: "as before",
      b: "slower",
      c: "faster",
      d: "proof lost",
      e: "proof won",
    });
    expect(isWorse(comparison)).toBe(true);
    expect(comparisonText(comparison, "text")).toContain("1 slower, 1 proof lost, 1 faster");
  });

  it("finds nothing worse in what is faster or as it was", () => {
    expect(isWorse(compare(reportOf({ a: 1.2, c: 0.5 }), old, 1.25))).toBe(false);
  });

  it("has ratios of shifted times, the slowest first", () => {
    expect(comparison.changes.find(({ problem: name }) => name === "b")?.cpu).toBeCloseTo(
      2.1 / 1.1,
    );
    expect(comparison.changes[0]?.problem).toBe("d");
  });

  it("passes over what is another problem by now, and says so", () => {
    const other = compare(reportOf({ a: 9 }, "other"), old, 1.25);
    expect(other.changes).toEqual([]);
    expect(other.changed).toEqual(["a"]);
  });

  it("refuses a file that is missing or no report", () => {
    expect(() => readEarlier("/nowhere/old.json")).toThrow(UsageError);
    const folder = mkdtempSync(join(tmpdir(), "placera-compare-"));
    writeFileSync(join(folder, "old.json"), '{"schemaVersion": 1}');
    expect(() => readEarlier(join(folder, "old.json"))).toThrow(/is not a report of these/);
    rmSync(folder, { recursive: true });
  });
});
