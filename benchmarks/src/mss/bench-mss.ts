/** `pnpm bench --mss <dir>`: every instance of a folder, one line each as it is done. */
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { DznError } from "./parse-dzn.ts";
import { instancesIn, type MssRun, runMss } from "./run-mss.ts";

const WIDTHS = [16, 8, 8, 8, 8];

/** Exit code: 1 when an answer is wrong or a file corrupt. */
export async function benchMss(folder: string, limitMs: number): Promise<number> {
  if (!existsSync(folder)) {
    console.log(`Skipped: no public instances at ${folder}; they are not part of the project.`);
    return 0;
  }
  console.log(line(["instance", "score", "bound", "proven", "CPU s"]));
  let code = 0;
  for (const path of instancesIn(folder)) {
    try {
      const run = await runMss(path, limitMs);
      console.log(textOf(run));
      if (run.faults.length > 0) code = 1;
    } catch (error) {
      if (!(error instanceof DznError)) throw error;
      console.log(line([basename(path, ".dzn"), error.message]));
      code = 1;
    }
  }
  return code;
}

function textOf({ instance, score, bound, proven, faults, cpuSeconds }: MssRun): string {
  const wrong = faults.length > 0 ? [`wrong: ${faults.join("; ")}`] : [];
  const cells = [
    instance,
    score === undefined ? "none" : String(score),
    String(bound),
    proven ? "yes" : "no",
    cpuSeconds.toFixed(1),
  ];
  return line([...cells, ...wrong]);
}

const line = (cells: readonly string[]): string =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(16) : cell.padStart(WIDTHS[at] ?? 0))).join("  ");
