/** `pnpm bench`: checks answers, then times. Start reading here. */
import { appendFileSync } from "node:fs";
import { type Case, loadFixtures, makeInstances } from "./cases.ts";
import { checkAnswers } from "./check-answers.ts";
import { compare, comparisonText, isWorse } from "./compare.ts";
import { readEarlier } from "./earlier-report.ts";
import { describeMachine } from "./machine.ts";
import { benchMss } from "./mss/bench-mss.ts";
import { type BenchOptions, type Contestant, parseOptions, USAGE, UsageError } from "./options.ts";
import { findPeers } from "./peers/peers.ts";
import { planRuns } from "./plan-runs.ts";
import { reportText, writeReport } from "./report.ts";
import { runAll } from "./run-all.ts";
import { smokeContestants, smokeOrder, withSmoke } from "./smoke.ts";

async function bench(options: BenchOptions): Promise<number> {
  if (options.mss !== undefined) return benchMss(options.mss, options.limitMs);
  const cases = [...loadFixtures(options.fixtures), ...makeInstances(options.families)];
  const own = options.formulations.flatMap((formulation) =>
    options.engines.map((engine): Contestant => ({ formulation, engine })),
  );
  const peers = findPeers(options.peers);
  for (const line of peers.missing) console.error(line);
  const all = [
    ...own,
    ...peers.names.map((engine): Contestant => ({ formulation: "peer", engine })),
  ];
  const contestantsOf = (each: Case) => (options.smoke ? smokeContestants(each, all) : all);
  const shuffled = planRuns({ ...options, cases, contestantsOf });
  const planned = options.smoke ? smokeOrder(shuffled) : shuffled;
  if (planned.length === 0) throw new UsageError("There is nothing to run.");
  const earlier = options.compare === undefined ? undefined : readEarlier(options.compare);
  const date = new Date().toISOString();
  const described = describeMachine();
  const machine = { ...described, versions: { ...described.versions, ...peers.versions } };
  const runs = await runAll(planned, options, peers);
  // Every run loads the sources anew.
  const steady = describeMachine().sources === machine.sources;
  const report = { date, machine, steady, options, runs, faults: checkAnswers(runs) };
  const base = writeReport(report);
  console.log(`\n${reportText(report)}\n\nWritten: ${base}.json and ${base}.md`);
  const comparison = earlier && compare(report, earlier, options.band);
  if (comparison !== undefined) {
    console.log(`\n${comparisonText(comparison, "text")}`);
    appendFileSync(`${base}.md`, `\n## Since then\n\n${comparisonText(comparison, "markdown")}\n`);
  }
  const isTooSlow = options.strict && comparison !== undefined && isWorse(comparison);
  return report.faults.length > 0 || isTooSlow ? 1 : 0;
}

// Runs end with us, however we end.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

try {
  const options = parseOptions(process.argv.slice(2));
  if (options === "help") console.log(USAGE);
  else process.exitCode = await bench(options.smoke ? withSmoke(options) : options);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
