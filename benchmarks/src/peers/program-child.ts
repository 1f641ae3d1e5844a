/** A solver of linear programs from npm on the compact model: tiers in order, each held for the next. */
import { glpkTier } from "./glpk-tier.ts";
import type { PeerProgram, ProgramAnswer } from "./linear-program.ts";
import type { PeerSolved } from "./peer.ts";
import { converse, type PeerClock } from "./peer-child.ts";
import type { HeldTier, SolveTier } from "./solve-tier.ts";
import { yalpsTier } from "./yalps-tier.ts";

const [library = ""] = process.argv.slice(2);
const solveTier: SolveTier = library === "yalps" ? yalpsTier : await glpkTier();

await converse((problem, clock) => Promise.resolve(solveProgram(problem as PeerProgram, clock)));

function solveProgram(program: PeerProgram, clock: PeerClock): PeerSolved {
  const held: HeldTier[] = [];
  let answer: ProgramAnswer | null = null;
  for (const tier of program.tiers.keys()) {
    if (clock.best?.[tier] === 0) {
      clock.tier(0, true);
      held.push({ tier, value: 0 });
      continue;
    }
    const limitMs = clock.leftMs();
    const found = limitMs > 0 ? solveTier(program, tier, held, limitMs) : undefined;
    if (found !== undefined && clock.better(valuesOf(program, found.answer))) answer = found.answer;
    const value = clock.best?.[tier];
    const optimal = found?.optimal === true && value !== undefined;
    clock.tier(optimal ? value : 0, optimal);
    if (value !== undefined) held.push({ tier, value });
  }
  return clock.solved(answer, program.rowLower.length, program.upper.length);
}

function valuesOf({ tiers }: PeerProgram, answer: ProgramAnswer): number[] {
  const values = new Map(answer);
  return tiers.map((costs) =>
    costs.reduce((sum, [column, cost]) => sum + cost * (values.get(column) ?? 0), 0),
  );
}
