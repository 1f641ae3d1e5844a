import type { CertifiedTier } from "@placera/domain";
import { describe, expect, it } from "vitest";
import { createReport } from "./report.ts";
import { handMade } from "./testing/hand-made.ts";
import { writeTiers } from "./tiers-text.ts";

const parts = handMade();
const short = parts.verified.unplaced.length;

/** By tier: what the prices show, where the plan file claims 1, 4, 0 and 3. */
const certified = (byPrices: readonly number[], closed?: CertifiedTier["closed"]) =>
  (["unplaced", "preferences-2", "preferences-3", "wishes"] as const).map(
    (tier, at): CertifiedTier => ({
      tier,
      value: [short, 4, 0, 5][at] ?? 0,
      byPrices: byPrices[at] ?? 0,
      withEngine: [short, 4, 0, 3][at] ?? 0,
      ...(at === 3 && closed !== undefined ? { closed } : {}),
    }),
  );

/** The lines below the table of goals. */
function told(seen: readonly CertifiedTier[] | undefined, prices = true): string[] {
  const { certificate } = parts.document;
  const document = {
    ...parts.document,
    certificate: { ...certificate, ...(prices ? { proofs: [] } : {}) },
  };
  const known = seen === undefined ? {} : { certified: seen };
  const report = createReport({ ...parts, ...known, document, language: "en" });
  const lines = writeTiers(report, { width: 200 }).split("\n");
  return lines.slice(5).filter((line) => line !== "");
}

describe("the goal of wishes", () => {
  it("is named with travel where a rule is counted with wishes", () => {
    const [programme, ...others] = parts.problem.programmes;
    const [setting] = programme?.rules ?? [];
    if (programme === undefined || setting === undefined) throw new Error("a programme has rules");
    const mode = { prefer: { rank: "wishes", weight: 5 } } as const;
    const rules = [...programme.rules, { ...setting, mode }];
    const problem = { ...parts.problem, programmes: [{ ...programme, rules }, ...others] };
    const named = (report: typeof parts, language: "sv" | "en") =>
      writeTiers(createReport({ ...report, language })).includes(
        language === "en" ? "granted, and travel" : "uppfylls, och restid",
      );
    const travelling = { ...parts, problem: problem as typeof parts.problem };
    expect([named(travelling, "sv"), named(travelling, "en")]).toEqual([true, true]);
    expect([named(parts, "sv"), named(parts, "en")]).toEqual([false, false]);
  });
});

describe("what the goals' bounds rest on", () => {
  it("is not told where nobody computed them again", () => {
    expect(told(undefined)).toEqual([]);
  });

  it("is told in a line where all of them were", () => {
    expect(told(certified([short, 4, 0, 3]))).toEqual([
      " Each bound was computed again from the plan file: in whole numbers and without an engine.",
    ]);
  });

  it("names the engine for what it closed", () => {
    const closed = { engine: "highs", parts: 1, nodes: 317 };
    expect(told(certified([short, 4, 0, 2], closed))).toEqual([
      " Wishes not granted (weight): computed again, at least 2. That it is at least 3 rests on highs (search nodes: 317).",
      " Each other bound was computed again from the plan file, without an engine.",
    ]);
  });

  it("says when the plan file has nothing to compute them from", () => {
    expect(told(certified([0, 0, 0, 0]), false)).toEqual([
      " The plan file holds no prices from which its bounds could be computed again.",
      ` Doctors without a plan: computed again, at least 0. That it is at least ${short} rests on highs.`,
      " Departures from advice, rank 2: computed again, at least 0. That it is at least 4 rests on highs.",
      " Wishes not granted (weight): computed again, at least 0. That it is at least 3 rests on highs.",
      " Each other bound was computed again from the plan file, without an engine.",
    ]);
  });
});
