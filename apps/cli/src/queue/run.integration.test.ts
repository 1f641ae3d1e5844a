import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runPlacera } from "../testing/run-placera.ts";
import { tinyProblem } from "../testing/tiny-problem.ts";

// Keys of our own, so that no other test's worker takes our jobs.
const env = { PLACERA_PREFIX: `cli-test-${process.pid}` };
let folder = "";
const placera = (...args: string[]) => runPlacera(args, { cwd: folder, env });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "placera-run-"));
  await writeFile(join(folder, "tiny.problem.json"), JSON.stringify(tinyProblem(2, 1)));
});
afterAll(() => rm(folder, { recursive: true }));

describe("placera run", () => {
  it("submits, works, downloads, verifies, writes, and leaves nothing running", async () => {
    const run = await placera("run", "tiny.problem.json", "--out", "out", "--with-worker");
    expect(run.code, run.err).toBe(0);
    expect(run.out).toContain("bevisat att ingen bättre plan finns");
    expect(await readdir(join(folder, "out"))).toHaveLength(5);
  });

  it("knows the job afterwards: the same problem is the same job", async () => {
    const submitted = await placera("submit", "tiny.problem.json", "--json");
    const { id, state } = JSON.parse(submitted.out);
    expect(state).toBe("existing");

    const status = await placera("status", id);
    expect(status.out).toContain("klart · bevisat bästa plan");
    expect((await placera("watch", id)).code).toBe(0);
    expect((await placera("cancel", id)).code).toBe(0);

    const download = await placera("download", id, "--out", "again");
    expect(download.code, download.err).toBe(0);
    expect(await readdir(join(folder, "again"))).toContain("bt-i-nora-tva-halvar.plan.json");
  });

  it("ends with 2 for a job that is not there", async () => {
    expect((await placera("status", "solve-0")).code).toBe(2);
    expect((await placera("download", "solve-0")).code).toBe(2);
  });
});
