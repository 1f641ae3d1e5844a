/** Every part has a good plan before any is searched: what a stop leaves is a plan with everyone in it. */
import { parseProblem, SolveParams } from "@placera/domain";
import { fixtureText } from "@placera/domain/testing";
import { expect, it } from "vitest";
import { sideBySide } from "../testing/side-by-side.ts";
import { createBoard } from "./board.ts";
import type { PartSearch } from "./part-search.ts";
import { runParts } from "./run-parts.ts";

it("places everyone in all parts before it searches one", { timeout: 60_000 }, async () => {
  const copies = 3;
  const parsed = parseProblem(sideBySide(JSON.parse(fixtureText("typical", "uppsala-at")), copies));
  if (!parsed.ok) throw new Error("uppsala-at is not valid");
  const { problem } = parsed;
  const each = problem.doctors.length / copies;
  const doctors = Array.from({ length: copies }, (_, part) =>
    Array.from({ length: each }, (__, at) => part * each + at),
  );
  const searches = new Map<number, PartSearch>();
  let atFirstTurn: number[] | undefined;
  const unplaced = (search: PartSearch): number =>
    search.standing().shares.reduce((sum, { values }) => sum + (values[0] ?? 0), 0);
  await runParts(
    { problem, doctors },
    { ...SolveParams.parse({}), warmStart: undefined },
    createBoard(copies),
    {
      stopped: () => atFirstTurn !== undefined,
      remainingMs: () => 60_000,
      exhausted: () => undefined,
      better: (part, search) => searches.set(part, search),
      turn: () => {
        atFirstTurn ??= [...searches.values()].map(unplaced);
      },
      done: () => undefined,
    },
  );
  expect(atFirstTurn).toEqual([0, 0, 0]);
});
