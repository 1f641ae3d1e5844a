import { expect, test } from "vitest";
import { loadFixtures } from "../cases.ts";
import { checkAnswers } from "../check-answers.ts";
import { makeInstance } from "../families.ts";
import type { FinishedRun, PlannedRun } from "../run.ts";
import { PEER_NAMES, type PeerName } from "./peer-names.ts";
import { findPeers } from "./peers.ts";

const WARM_UP = JSON.stringify(makeInstance("at-loose", 2, 1).file);
const found = findPeers(PEER_NAMES);

async function solveWith(engine: PeerName, fixture: string): Promise<FinishedRun> {
  const [only] = loadFixtures([`tiny/${fixture}`]);
  if (only === undefined) throw new Error(`No fixture ${fixture}.`);
  const contestant = { formulation: "peer", engine } as const;
  const run: PlannedRun = { case: only, contestant, seed: 1, round: 1 };
  const end = await found.run(run, { limitMs: 2_000, graceMs: 20_000, warmUp: WARM_UP });
  return { ...run, end, load: 0 };
}

// Every peer that is installed here finds what is expected of a tiny problem; CI has two of them.
for (const name of PEER_NAMES) {
  const missing = found.missing.find((line) => line.startsWith(`${name} `));
  const title = `${name} finds the expected plan${missing === undefined ? "" : ` (${missing})`}`;
  test.skipIf(missing !== undefined)(
    title,
    async () => {
      const run = await solveWith(name, "swap-for-a-wish");
      expect(run.end.kind).toBe("solved");
      expect(checkAnswers([run])).toEqual([]);
      if (run.end.kind !== "solved") return;
      const expected = run.case.expected?.tiers.map(({ tier, value }) => ({ tier, value }));
      const values = run.end.measured.tiers.map(({ tier, value }) => ({ tier, value }));
      expect(values).toEqual(expected);
      expect(run.end.plan).toHaveLength(2);
    },
    60_000,
  );
}

test("a peer that is not there is named with what is missing, and is no error", () => {
  for (const line of found.missing) expect(line).toMatch(/takes no part: .+\.$/);
  expect(found.names.length + found.missing.length).toBe(PEER_NAMES.length);
});
