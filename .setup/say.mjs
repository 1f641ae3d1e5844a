// One line per step: what, how it went, how long it took.
const live = process.stdout.isTTY === true;

/** Runs `work`, which may answer with a word or two on how it went. */
export async function step(name, work) {
  const began = performance.now();
  if (live) process.stdout.write(`  … ${name}`);
  let mark = "✗";
  let note = "";
  try {
    note = (await work()) ?? "";
    mark = "✓";
  } finally {
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const line = `  ${mark} ${name.padEnd(34)} ${seconds.padStart(6)} s  ${note}`.trimEnd();
    process.stdout.write(`${live ? "\r\u001b[K" : ""}${line}\n`);
  }
}

export const say = (text = "") => process.stdout.write(`${text}\n`);
