/** A solver of MiniZinc's on rotations.mzn: tiers in order, each held for the next. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type MiniZincData, miniZincData } from "./minizinc-data.ts";
import { converse, type PeerClock } from "./peer-child.ts";
import type { PeerProblem } from "./peer-problem.ts";
import type { RotationsAnswer } from "./rotations.ts";

const [solver = "", model = ""] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "placera-minizinc-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

await converse(async (given, clock, { seed }) => {
  const problem = given as PeerProblem;
  const data = miniZincData(problem);
  let answer: RotationsAnswer | null = null;
  for (const tier of problem.tiers.keys()) {
    if (clock.best?.[tier] === 0) {
      clock.tier(0, true);
      continue;
    }
    const held = problem.tiers.map((_, k) => (k < tier ? (clock.best?.[k] ?? -1) : -1));
    const optimal = await minimise({ data, tier, held, seed, clock }, (found) => {
      if (clock.better(found.values)) answer = answerOf(problem, data, found);
    });
    clock.tier(optimal ? (clock.best?.[tier] ?? 0) : 0, optimal);
  }
  return clock.solved(answer, 0, problem.doctors.length * 3 + data.sizes.length * 2);
});

/** A solution as the model puts it out. */
interface Found {
  readonly values: readonly number[];
  readonly placed: readonly number[];
  readonly starts: readonly number[];
  readonly from: readonly number[];
  readonly place: readonly number[];
}

interface Tier {
  readonly data: MiniZincData;
  readonly tier: number;
  readonly held: readonly number[];
  readonly seed: number;
  readonly clock: PeerClock;
}

/** Resolves with whether the search was complete. */
function minimise(
  { data: { data }, tier, held, seed, clock }: Tier,
  better: (found: Found) => void,
): Promise<boolean> {
  const limitMs = Math.floor(clock.leftMs());
  if (limitMs < 1) return Promise.resolve(false);
  const file = join(folder, "data.json");
  writeFileSync(file, JSON.stringify({ ...data, tier: tier + 1, held }));
  return new Promise((resolve, reject) => {
    const flags = ["-i", "--time-limit", String(limitMs), "-r", String(seed)];
    const child = spawn("minizinc", ["--solver", solver.toLowerCase(), ...flags, model, file], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let complete = false;
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (line.startsWith("==========")) complete = true;
      if (!line.startsWith("[")) return;
      const [values = [], placed = [], starts = [], from = [], place = []] = line
        .split(";")
        .map((part) => JSON.parse(part) as number[]);
      better({ values, placed, starts, from, place });
    });
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve(complete) : reject(new Error(`minizinc ended with code ${code}`)),
    );
  });
}

function answerOf(
  { doctors }: PeerProblem,
  { rows, sizes }: MiniZincData,
  { placed, starts, from, place }: Found,
): RotationsAnswer {
  let at = 0;
  return doctors.map(({ stays }, doctor) => {
    const first = at;
    at += stays.length;
    if (placed[doctor] !== 1) return null;
    return {
      start: starts[doctor] ?? 0,
      stays: stays.map((_, k) => {
        const row = rows[(place[first + k] ?? 0) - 1];
        const begin = from[first + k] ?? 0;
        const end = begin + (sizes[first + k] ?? 0);
        return [row?.unit ?? -1, row?.section ?? "", begin, end] as const;
      }),
    };
  });
}
