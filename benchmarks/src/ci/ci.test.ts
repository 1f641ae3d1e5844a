import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseProblem } from "@placera/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Case } from "../cases.ts";
import { makeInstance } from "../families.ts";
import type { FinishedRun, Measured } from "../run.ts";
import { type Baseline, readBaseline } from "./baseline.ts";
import { exitCodeOf, judge } from "./judge.ts";
import { REFERENCE_RESULT, referenceWork } from "./reference.ts";
import { suite } from "./suite.ts";

const { file } = makeInstance("at-loose", 1, 1);
const parsed = parseProblem(file);
if (!parsed.ok) throw new Error("The family makes problems that can be read.");
const { problem } = parsed;

/** A run whose plan is not looked at: the time ran out before there was one. */
const runOf = (name: string, cpuMs: number, bound = 4): FinishedRun => {
  const of: Case = { name, group: "tiny", text: name, problem, expected: undefined };
  const measured: Measured = {
    status: "feasible",
    stoppedBy: "time-limit",
    tiers: [{ tier: "unplaced", value: 4, bound, proven: bound === 4 }],
    rows: 1,
    columns: 1,
    components: 1,
    elapsedMs: cpuMs,
    cpuMs,
    warmUpMs: 1,
    peakMiB: 1,
    beforeMiB: 1,
    trace: [],
  };
  const end = { kind: "solved", measured, plan: undefined } as const;
  const contestant = { formulation: "lines", engine: "highs" } as const;
  return { case: of, contestant, seed: 1, round: 1, load: 0, end };
};

const measurement = (...runs: FinishedRun[]) => ({ runs, referenceMs: [1_100, 1_000], rounds: 1 });

const baselineOf = (...runs: FinishedRun[]): Baseline => {
  const { cases } = judge(measurement(...runs), undefined);
  return { schemaVersion: 1, made: "2026-11-22", commit: "abc", node: "20", cases };
};
const baseline = baselineOf(runOf("a", 2_000), runOf("b", 50), runOf("c", 9_000, 0));

describe("the judgement of the suite", () => {
  const judged = (...runs: FinishedRun[]) => judge(measurement(...runs), baseline);
  const all = (a: number, b: number) => [runOf("a", a), runOf("b", b), runOf("c", 9_000, 0)];

  it("is good within the bands", () => {
    expect(exitCodeOf(judged(...all(2_400, 60)))).toBe(0);
  });

  it("fails when all are a little slower, none past its own band", () => {
    const judgement = judged(...all(2_400, 150));
    expect(judgement.failures).toEqual(["over all: × 1.41, where × 1.25 is allowed"]);
    expect(exitCodeOf(judgement)).toBe(1);
  });

  it("counts in works of this machine, the least of several runs", () => {
    const { cases } = judged(...all(2_000, 50), runOf("a", 9_000));
    expect(cases.map(({ ratio }) => ratio)).toEqual([2, 0.05, 9]);
    const slowMachine = { runs: all(4_000, 100), referenceMs: [2_000], rounds: 1 };
    expect(exitCodeOf(judge(slowMachine, baseline))).toBe(0);
  });

  it("fails when one ratio worsens past its band", () => {
    const judgement = judged(...all(3_300, 20));
    expect(judgement.failures[0]).toBe(
      "a, lines/highs: 3.30 reference works, where the baseline has 2.00",
    );
    expect(exitCodeOf(judgement)).toBe(1);
  });

  it("does not fail for a moment more of next to nothing", () => {
    expect(judged(...all(1_800, 120)).cases[1]?.standing).toBe("as before");
  });

  it("fails when a proof is lost, and not where there was none", () => {
    const lost = judged(runOf("a", 2_000, 3), runOf("b", 50), runOf("c", 30_000, 0));
    expect(lost.failures).toEqual(["a, lines/highs: the baseline has a proof and this run none"]);
    expect(exitCodeOf(lost)).toBe(1);
  });

  it("fails when a problem of the baseline is not run, or is another one", () => {
    expect(judged(runOf("a", 2_000), runOf("c", 1, 0)).failures).toEqual([
      "b, lines/highs: in the baseline, and not run",
    ]);
    const [a, ...others] = all(2_000, 50);
    if (a === undefined) throw new Error("There are three.");
    const other = { ...a, case: { ...a.case, text: "another" } };
    expect(exitCodeOf(judged(other, ...others))).toBe(1);
  });

  it("fails when an answer is wrong", () => {
    const failed: FinishedRun = { ...runOf("b", 50), end: { kind: "failed", message: "broke" } };
    const judgement = judged(runOf("a", 2_000), runOf("b", 50), failed, runOf("c", 9_000, 0));
    expect(judgement.faults).toEqual(["b: lines/highs (seed 1) ended with an error: broke"]);
    expect(judgement.failures).toEqual([]);
    expect(exitCodeOf(judgement)).toBe(1);
  });
});

describe("the reference work", () => {
  it("comes to the same everywhere", () => {
    expect(referenceWork()).toBe(REFERENCE_RESULT);
  });
});

describe("the committed baseline", () => {
  it("is of the suite's problems, as they are", () => {
    const committed = readBaseline(fileURLToPath(new URL("../../baseline.json", import.meta.url)));
    const key = (of: { problem: string; contestant: string }) => `${of.problem} ${of.contestant}`;
    const own = suite([]).flatMap(({ case: { name }, contestants }) =>
      contestants.map(({ formulation, engine }) => `${name} ${formulation}/${engine}`),
    );
    expect(committed.cases.map(key).sort()).toEqual(own.sort());
  });
});

describe("pnpm bench:ci", { timeout: 120_000 }, () => {
  const only = "track-cap-zero";
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "placera-ci-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const bench = (...args: string[]) => {
    const main = fileURLToPath(new URL("./main.ts", import.meta.url));
    const node = ["--conditions=@placera/source", "--import", import.meta.resolve("tsx"), main];
    const out = ["--out", folder];
    return spawnSync(process.execPath, [...node, ...args, ...out], { encoding: "utf8" });
  };
  /** The committed baseline with something else said of one problem. */
  const doctored = (change: Partial<Baseline["cases"][number]>): string => {
    const committed = readBaseline(fileURLToPath(new URL("../../baseline.json", import.meta.url)));
    const cases = committed.cases.map((each) =>
      each.problem === only ? { ...each, ...change } : each,
    );
    const path = join(folder, "baseline.json");
    writeFileSync(path, JSON.stringify({ ...committed, cases }));
    return path;
  };
  const run = (path: string) => bench("--only", only, "--rounds", "1", "--baseline", path);

  it("ends with 0 when all is well, and writes JSON and Markdown", () => {
    const { status, stdout } = run(doctored({ ratio: 5 }));
    expect(stdout).toContain("# Benchmarks: good");
    expect(status).toBe(0);
    expect(readFileSync(join(folder, "bench-ci.md"), "utf8")).toContain("track-cap-zero");
    expect(JSON.parse(readFileSync(join(folder, "bench-ci.json"), "utf8"))).toMatchObject({
      exitCode: 0,
      faults: [],
    });
  });

  it("ends with 1 when answers are not what was proven before", () => {
    const tiers = [{ tier: "unplaced", value: 9, bound: 9 }] as const;
    const { status, stdout } = run(doctored({ ratio: 5, tiers }));
    expect(stdout).toContain("Wrong answers");
    expect(status).toBe(1);
  });

  it("ends with 1 when a ratio is worse than its band", () => {
    // No machine does it in a millionth of the reference work, or in less than nothing.
    const { status, stdout } = run(doctored({ ratio: -1 }));
    expect(stdout).toContain("Worse than allowed");
    expect(status).toBe(1);
  });

  it("ends with 2 when it is not understood", () => {
    expect(bench("--only", "nothing").status).toBe(2);
    expect(bench("--baseline", join(folder, "missing.json")).status).toBe(2);
  });
});
