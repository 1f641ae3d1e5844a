/** Makes the runs of the suite, and the reference work before each round of them. */
import { fork } from "node:child_process";
import { ownChild } from "../own-child.ts";
import { findPeers } from "../peers/peers.ts";
import { planRuns } from "../plan-runs.ts";
import type { FinishedRun } from "../run.ts";
import { runAll } from "../run-all.ts";
import { BUDGET_MS, type Entry, LIMIT_MS } from "./suite.ts";

export interface Measurement {
  readonly runs: readonly FinishedRun[];
  /** Processor time of the reference work each time it was done, in milliseconds. */
  readonly referenceMs: readonly number[];
  /** Made of those asked for. */
  readonly rounds: number;
}

/** At least one round; then as many as asked for, while there is time for another as long. */
export async function measureSuite(
  entries: readonly Entry[],
  rounds: number,
): Promise<Measurement> {
  const begun = performance.now();
  const peers = findPeers([]);
  const runs: FinishedRun[] = [];
  const referenceMs: number[] = [];
  let round = 0;
  while (round < rounds) {
    round++;
    referenceMs.push(await measureReference());
    const planned = planRuns({
      cases: entries.map((entry) => entry.case),
      contestantsOf: (each) => entries.find((entry) => entry.case === each)?.contestants ?? [],
      seeds: [1],
      repeat: 1,
      shuffle: round,
    });
    const made = planned.map((run) => ({ ...run, round }));
    runs.push(
      ...(await runAll(made, { smoke: false, limitMs: LIMIT_MS, threads: 1, warm: 0 }, peers)),
    );
    const perRound = (performance.now() - begun) / round;
    if (perRound * (round + 1) > BUDGET_MS) break;
  }
  return { runs, referenceMs, rounds: round };
}

/** In a process of its own, as the runs are. */
function measureReference(): Promise<number> {
  return new Promise((resolve, reject) => {
    const { file, execArgv } = ownChild("./ci/reference-child");
    const child = fork(file, { execArgv: [...execArgv] });
    child.once("message", (milliseconds: number) => resolve(milliseconds));
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code !== 0) reject(new Error(`The reference work ended with code ${code}.`));
    });
  });
}
