import { parseProblem } from "@placera/domain";
import { describe, expect, it } from "vitest";
import { byFamily } from "./by-family.ts";
import type { Case } from "./cases.ts";
import { FAMILY_COLUMNS } from "./columns.ts";
import { makeInstance } from "./families.ts";
import type { FinishedRun, Measured, News } from "./run.ts";
import { textTable } from "./table.ts";

const caseOf = (seed: number): Case => {
  const { file } = makeInstance("at-tight", 3, seed);
  const parsed = parseProblem(file);
  if (!parsed.ok) throw new Error("The family makes problems that can be read.");
  const { problem } = parsed;
  return { name: file.name, group: "at-tight", text: "", problem, expected: undefined };
};

interface Told {
  readonly seconds: number;
  readonly verified?: number;
  readonly open?: number;
  readonly news?: readonly News[];
}
const run = (seed: number, { seconds, verified = 1, open = 0, news = [] }: Told): FinishedRun => {
  const measured: Measured = {
    status: "optimal",
    stoppedBy: "finished",
    tiers: [{ tier: "wishes", value: 100, bound: 100 - open, proven: open === 0 }],
    rows: 1,
    columns: 1,
    components: 1,
    elapsedMs: seconds * 1_000,
    cpuMs: seconds * 1_000,
    warmUpMs: 1,
    peakMiB: 100 + seed,
    beforeMiB: 1,
    trace: [],
    verifiedMs: verified * 1_000,
    news,
  };
  const contestant = { formulation: "lines", engine: "highs" } as const;
  const end = { kind: "solved", measured, plan: undefined } as const;
  return { case: caseOf(seed), contestant, seed: 1, round: 1, load: 0, end };
};
const unplaced = { atMs: 400, tier: "unplaced", incumbent: 3, bound: 0 };

describe("the runs of a family", () => {
  it("are one line, with the worst of each", () => {
    const runs = [
      run(1, { seconds: 0.3, verified: 0.1 }),
      run(2, { seconds: 0.8, verified: 0.5 }),
      run(3, { seconds: 12, verified: 2, news: [unplaced] }),
    ];
    const [row] = byFamily(runs, 60_000);
    expect(row).toMatchObject({ runs: 3, proven: 3, verified: 2, median: 0.8, most: 12 });
    expect(row).toMatchObject({ family: "at-tight", doctors: 3, peakMiB: 103 });
    expect(row?.gapAt(1)).toMatchObject({ tier: "unplaced", value: 3 });
    expect(row?.gapAt(30)).toMatchObject({ tier: undefined, share: 0 });
  });

  it("count with the limit where they have no proof, and say so", () => {
    const runs = [
      run(1, { seconds: 1 }),
      run(2, { seconds: 2 }),
      run(3, { seconds: 60, open: 2, news: [unplaced] }),
    ];
    const [row] = byFamily(runs, 60_000);
    expect(row).toMatchObject({ proven: 2, median: 2, most: 60 });
    const cells = textTable(FAMILY_COLUMNS, row === undefined ? [] : [row]).split("\n")[2];
    expect(cells).toMatch(
      /2\/3 .* ≥ 5\.08 +2\.00 +≥ 60\.0 +– +3 unplaced +3 unplaced +2\.00 % wishes +103$/,
    );
  });

  it("leave out what is no family's, and was not made", () => {
    const fixture = { ...run(1, { seconds: 1 }), case: { ...caseOf(1), group: "tiny" } };
    const skipped: FinishedRun = {
      ...run(2, { seconds: 1 }),
      end: { kind: "skipped", because: "skipped, out of time" },
    };
    expect(byFamily([fixture, skipped], 60_000)).toEqual([]);
  });
});
