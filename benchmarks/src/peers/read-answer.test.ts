import { expect, test } from "vitest";
import { loadFixtures } from "../cases.ts";
import { checkRun } from "../check-answers.ts";
import { type ProgramAnswer, peerProgram } from "./linear-program.ts";
import type { Peer, PeerSolved } from "./peer.ts";
import { readAnswer } from "./read-answer.ts";

const [swap] = loadFixtures(["tiny/swap-for-a-wish"]);
if (swap === undefined) throw new Error("No fixture.");
const compact: Peer = { takes: "program", workers: 1, find: () => ({ missing: "never asked" }) };

/** Nobody placed: two left out and none of their wishes granted, which weigh 3. */
const nobody: ProgramAnswer = (peerProgram(swap.problem).tiers[0] ?? []).map(
  ([column]) => [column, 1] as const,
);

function faults(values: readonly number[], bounds: readonly number[]): string[] {
  const reply: PeerSolved = {
    kind: "solved",
    finished: false,
    values,
    bounds,
    rows: 0,
    columns: 0,
    elapsedMs: 1,
    cpuMs: 1,
    peakMiB: 1,
    answer: nobody,
  };
  if (swap === undefined) return [];
  const end = readAnswer(reply, [], compact, swap.problem);
  const contestant = { formulation: "peer", engine: "highs-native" } as const;
  return checkRun({ case: swap, contestant, seed: 1, round: 1, load: 0, end });
}

test("the plan's own value stands where the compact model's was not minimised yet", () => {
  expect(faults([2, 3], [0, 0])).toEqual([]);
  expect(faults([2, 9], [0, 0])).toEqual([]);
});

test("a value that is too low, or proven and not the plan's, is wrong", () => {
  expect(faults([2, 1], [0, 0])).not.toEqual([]);
  expect(faults([2, 9], [0, 9])).not.toEqual([]);
  expect(faults([1, 3], [0, 0])).not.toEqual([]);
});

test("a bound above the value is wrong", () => {
  expect(faults([2, 3], [3, 0])).not.toEqual([]);
});
