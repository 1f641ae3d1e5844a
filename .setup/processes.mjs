// Starts child processes and stops every one of them, whatever way we end.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === "win32";

/** A tool from the root's devDependencies. */
export const tool = (name) => join(root, "node_modules", ".bin", windows ? `${name}.cmd` : name);

/** Something the person at the keyboard can put right: shown without a stack trace. */
export class Advice extends Error {}

// npm hands its own settings down to scripts, where pnpm would read them as its own. Only those
// that say where packages come from are kept.
const keptNpmSettings =
  /^npm_config_(registry|userconfig|cache|proxy|https_proxy|noproxy|cafile|ca|strict_ssl)$/;

export function childEnv(extra = {}) {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !name.startsWith("npm_") || keptNpmSettings.test(name),
  );
  const quiet = { TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" };
  return { ...Object.fromEntries(inherited), ...quiet, ...extra };
}

const children = new Set();
const cleanups = [];

/** Runs at the end, after all children have stopped; the last one added goes first. */
export const atEnd = (cleanup) => cleanups.push(cleanup);

/**
 * Starts a child in a process group of its own, so that it can be stopped with all its
 * descendants. `patient`: never killed, only waited for (apt must not be cut off in the middle).
 */
export function start(command, args, { env, stdio = "inherit", patient = false } = {}) {
  if (stopping) throw new Advice("Stopped.");
  const child = spawn(command, args, {
    cwd: root,
    env: childEnv(env),
    stdio,
    detached: !windows,
    shell: windows,
  });
  const entry = { child, patient, ended: undefined };
  entry.ended = new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: 127, error }));
    child.once("exit", (code, signal) => resolve({ code: code ?? signalCode(signal), signal }));
  }).then((end) => {
    children.delete(entry);
    if (!patient) send(child, "SIGKILL"); // Whatever it left behind.
    return end;
  });
  children.add(entry);
  return entry;
}

/** Runs a child to its end. Its output is collected, or with `show` passed straight on. */
export async function run(command, args, { env, show = false, patient, minutes = 30 } = {}) {
  const stdio = ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"];
  const entry = start(command, args, { env, patient, stdio });
  let output = "";
  for (const stream of [entry.child.stdout, entry.child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  const closed = new Promise((resolve) => entry.child.once("close", resolve));
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    void stop(entry);
  }, minutes * 60_000);
  const end = await entry.ended;
  clearTimeout(timer);
  // What a left-behind descendant holds open must not hold us up.
  await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 1000).unref())]);
  if (late) output += `\nStopped: not finished after ${minutes} minutes.\n`;
  if (end.error) output += `\n${end.error.message}\n`;
  return { code: late ? 1 : end.code, output };
}

/** Asks a child and its descendants to end, and insists after ten seconds. */
export async function stop(entry, signal = "SIGTERM") {
  if (!entry.patient) send(entry.child, signal);
  const patience = entry.patient ? 300_000 : 10_000;
  const timer = setTimeout(() => send(entry.child, "SIGKILL"), patience);
  await entry.ended;
  clearTimeout(timer);
}

export async function stopAll(signal) {
  // What was started last depends on what was started first: Redis goes last.
  for (const entry of [...children].reverse()) await stop(entry, signal);
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
}

function send(child, signal) {
  try {
    if (windows) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // Already gone.
  }
}

const signalCode = (signal) => 128 + (constants.signals[signal] ?? 0);

let stopping = false;
function onSignal(signal) {
  if (stopping) {
    for (const { child, patient } of children) if (!patient) send(child, "SIGKILL");
    return;
  }
  stopping = true;
  process.stderr.write(`\n${signal}: stopping what was started …\n`);
  void stopAll(signal === "SIGINT" ? "SIGINT" : "SIGTERM").then(() =>
    process.exit(signalCode(signal)),
  );
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, onSignal);

// A signal to npm ends npm and the shell between us, and never gets here. Being left alone does.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    onSignal("SIGTERM");
  }, 250);
  watch.unref();
}

/** True once a signal has asked us to end: nothing more is to be started or reported. */
export const isStopping = () => stopping;
