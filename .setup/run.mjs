// node .setup/run.mjs start | test | check | with-redis <command …>
import { check } from "./check.mjs";
import { build, checkNode, install } from "./install.mjs";
import { Advice, isStopping, run, stopAll } from "./processes.mjs";
import { ensureRedis, redisEnv } from "./redis.mjs";
import { say, step } from "./say.mjs";

const prepare = async () => {
  await step("libraries", install);
  await step("build", build);
};

const redis = async (options) => {
  let found;
  await step("redis", async () => {
    found = await ensureRedis(options);
    return found.note;
  });
  return redisEnv(found);
};

const demo = ["run", "fixtures/typical/uppsala-at.problem.json", "--out", "out", "--with-worker"];

const tasks = {
  /** Solves the example region with a queue and a worker, and writes every output to `out/`. */
  async start(args) {
    await prepare();
    const env = await redis({ keep: true });
    const command = args.length > 0 ? args : demo;
    return (await run("node", ["apps/cli/dist/main.js", ...command], { env, show: true })).code;
  },

  async test() {
    await prepare();
    return report(await check(await redis()));
  },

  /** The same as test, for those who have installed already. */
  async check() {
    await step("build", build);
    return report(await check(await redis()));
  },

  async "with-redis"([command, ...args]) {
    if (!command) throw new Advice("Usage: pnpm with-redis <command …>");
    const env = await redis();
    return (await run(command, args, { env, show: true })).code;
  },
};

let lastLine;
function report({ passed, failed, skipped }) {
  lastLine = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
  return failed > 0 ? 1 : 0;
}

const [name, ...args] = process.argv.slice(2);
let code = 1;
try {
  const task = tasks[name];
  if (!task) throw new Advice(`Usage: node .setup/run.mjs ${Object.keys(tasks).join(" | ")}`);
  checkNode();
  code = await task(args);
} catch (error) {
  if (!isStopping()) {
    const text = error instanceof Advice ? error.message : error.stack;
    process.stderr.write(`\n${text}\n`);
    if (name === "test" || name === "check") report({ passed: 0, failed: 1, skipped: 0 });
  }
}
if (isStopping()) {
  // The signal's own handler is tidying up and will end the process.
} else {
  await stopAll();
  if (lastLine) say(`\n${lastLine}`);
  process.exit(code);
}
