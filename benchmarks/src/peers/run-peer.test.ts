import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { loadFixtures } from "../cases.ts";
import type { Peer } from "./peer.ts";
import { runPeer } from "./run-peer.ts";

const folder = mkdtempSync(join(tmpdir(), "placera-peer-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A peer of this body, which says its lines with `say`. */
function scripted(name: string, body: string) {
  const file = join(folder, `${name}.cjs`);
  writeFileSync(file, `const say = (reply) => console.log(JSON.stringify(reply));\n${body}`);
  const peer: Peer = {
    takes: "rotations",
    workers: 1,
    find: () => ({ program: process.execPath, args: [file], versions: {} }),
  };
  const [only] = loadFixtures(["tiny/two-doctors-one-unit"]);
  if (only === undefined) throw new Error("No fixture.");
  return runPeer(
    peer,
    { program: process.execPath, args: [file], versions: {} },
    {
      problem: only.problem,
      warmUp: undefined,
      timeLimitMs: 100,
      graceMs: 100,
      seed: 1,
    },
  );
}

test("a peer that does not come back is killed", async () => {
  const end = await scripted("hangs", 'say({ kind: "ready" }); setInterval(() => 0, 1000);');
  expect(end).toEqual({ kind: "killed", afterMs: 200 });
});

test("a peer that breaks down has failed", async () => {
  const end = await scripted("breaks", "process.exit(3);");
  expect(end).toEqual({ kind: "failed", message: "the peer ended by itself (code 3)" });
});

test("a reply that is no JSON has failed", async () => {
  const end = await scripted("babbles", `console.log('{"kind":');setInterval(() => 0, 1000);`);
  expect(end.kind).toBe("failed");
});

test("values, bounds and times are taken as they are said, a bound above the value too", async () => {
  const end = await scripted(
    "answers",
    `say({ kind: "ready" });
     console.log("a library talks");
     say({ kind: "better", atMs: 3, values: [0, 0] });
     say({ kind: "solved", finished: true, values: [0, 0], bounds: [0, 2.0000001], rows: 1,
           columns: 2, elapsedMs: 4, cpuMs: 5, peakMiB: 6, answer: [null, null] });`,
  );
  expect(end).toMatchObject({
    kind: "solved",
    plan: [],
    measured: {
      firstPlanMs: 3,
      elapsedMs: 4,
      status: "feasible",
      tiers: [
        { tier: "unplaced", value: 0, bound: 0, proven: true },
        { tier: "wishes", value: 0, bound: 2, proven: false },
      ],
    },
  });
});
