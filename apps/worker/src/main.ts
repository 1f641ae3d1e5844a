/** The worker process: reads its environment and runs until it is told to stop. */
import { readProcessEnv } from "./env.ts";
import { runProcess } from "./run-process.ts";

const env = readProcessEnv();
if (env.ok) {
  const force = env.settings.force || process.argv.includes("--force");
  await runProcess({ ...env.settings, force });
} else {
  for (const problem of env.problems) process.stderr.write(`${problem}\n`);
  process.exitCode = 78;
}
