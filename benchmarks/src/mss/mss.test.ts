/** Reading, mapping, solving and checking instances, on one made by hand; published ones where they are. */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkMss, readSchedule } from "./check.ts";
import { publishedInstances } from "./env.ts";
import { readMss } from "./instance.ts";
import { DznError } from "./parse-dzn.ts";
import { instancesIn, runMss } from "./run-mss.ts";

/** Two students, three disciplines in two groups, two hospitals, four periods; the third needs the first. */
const TINY = `% by hand
Students=2; Disciplines=3; Hospitals=2; Duration=1; Horizon=4; Groups=2; MaxDiscPerHosp=1;
DiscGroup = [1,1,2];
StudDiscGroup = [| 1, 1 | 1, 0 |];
AllowedDisc = [| 1,1,1 | 1,1,1 |];
Precededby = [| 0,0,0 | 0,0,0 | 1,0,0 |];
Availability = [| 1,1,1,0 | 0,1,1,1 |];
Ability = array3d(1..2, 1..2, 1..3, [1,1,1, 1,1,1, 1,0,1, 1,1,1]);
MaxPosHosp = array3d(1..2, 1..3, 1..4, [1,1,1,1, 1,1,1,1, 1,1,1,1, 1,1,1,1, 1,1,1,1, 1,1,1,1]);
MinPosHosp = array3d(1..2, 1..3, 1..4, [0,0,0,0, 0,0,0,0, 0,0,0,0, 0,1,0,0, 0,0,0,0, 0,0,0,0]);
WeightPref = [| 2, 1, -1, -2 | 1, 3, -1, -1 |];
PrefStudDisc = [| 1, 3, 2 | 2, 3, 1 |];
PrefStudHosp = [| 3, 1 | 1, 2 |];
ManPref = [1, 0, 2];
`;

describe("an instance made by hand", () => {
  it("is solved to the best there is, as counted by hand and by the checker", async () => {
    const folder = mkdtempSync(join(tmpdir(), "mss-"));
    writeFileSync(join(folder, "tiny.dzn"), TINY);
    const [path = ""] = instancesIn(folder);
    // The first student owes 1 and then 3, at different hospitals: 2·1+1 and 2·2+2, hospitals 3+1,
    // one change −1, no idling: 12. Hospital 2 wants somebody in 1 in the second period: that is the
    // second student, with 2+1+3·2 less a period of waiting: 8; or the first, who then waits: less.
    expect(await runMss(path, 60_000)).toMatchObject({
      instance: "tiny",
      score: 12 + 8 + 8,
      bound: 28,
      proven: true,
      faults: [],
    });
  });

  it("has schedules that the checker refuses, saying why", () => {
    const mss = readMss(TINY, "tiny");
    const there = (h: number, d: number) => h * 3 + d;
    const good = [
      [there(0, 0), there(1, 2), -1, -1],
      [-1, there(1, 0), -1, -1],
    ];
    expect(checkMss(mss, good)).toEqual({ sum: 20, worst: 8, score: 28, faults: [] });
    const faultsOf = (first: readonly number[], second: readonly number[] = good[1] ?? []) =>
      checkMss(mss, [first, second]).faults.join("; ");
    expect(faultsOf([there(1, 2), there(0, 0), -1, -1])).toContain("discipline 3 before 1");
    expect(faultsOf([there(0, 0), there(0, 2), -1, -1])).toContain("2 disciplines in hospital 1");
    expect(faultsOf([-1, -1, there(0, 0), there(1, 2)])).toContain("away in period 4");
    expect(faultsOf([there(0, 0), -1, -1, -1])).toContain("0 of group 2, not 1");
    expect(faultsOf(good[0] ?? [], [-1, there(0, 1), -1, -1])).toContain(
      "beyond her in hospital 1",
    );
    expect(faultsOf(good[0] ?? [], [-1, -1, there(1, 0), -1])).toContain("period 2: 0 students");
  });
});

describe("a corrupt file", () => {
  const cases: [string, string, RegExp][] = [
    ["is cut off", TINY.slice(0, 300), /does not end in a semicolon/],
    ["lacks a table", TINY.replace(/ManPref[^;]*;/, ""), /ManPref is missing/],
    ["has a table too short", TINY.replace("[1, 0, 2]", "[1, 0]"), /ManPref has 2 numbers, not 3/],
    ["has words for numbers", TINY.replace("[1, 0, 2]", "[1, no, 2]"), /"no" where a whole number/],
    ["says a thing twice", `${TINY}Students=3;`, /Students is given twice/],
  ];
  it.each(cases)("that %s is told from a sound one", (_, text, message) => {
    expect(() => readMss(text, "tiny")).toThrow(DznError);
    expect(() => readMss(text, "tiny")).toThrow(message);
  });
});

const { folder } = publishedInstances();
const solutions = folder && join(folder, "../solutions");
describe.skipIf(solutions === undefined || !existsSync(solutions))(
  "published solutions (PLACERA_MSS names the folder of instances)",
  () => {
    it("are feasible and score what they claim", () => {
      const names = instancesIn(solutions ?? "").map((path) => path.split("/").at(-1) ?? "");
      for (const file of names) {
        const name = file.replace("-sol.dzn", "");
        const mss = readMss(readFileSync(join(folder ?? "", `${name}.dzn`), "utf8"), name);
        const text = readFileSync(join(solutions ?? "", file), "utf8");
        const claimed = Number(/maximizes is (-?\d+)/.exec(text)?.[1]);
        expect(checkMss(mss, readSchedule(text, mss))).toMatchObject({
          score: claimed,
          faults: [],
        });
      }
    });
  },
);
