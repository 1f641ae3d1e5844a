/** A plan in a line, and who supervises whom in it: `anna surgery h1 0-2`, months counted from 0; `anna * h1 0-4` for the block. */
import type { Plan, Problem, Supervision } from "@placera/domain";
import { readPlanNotation } from "./plan-notation.ts";

export const named =
  (text: string, ...names: readonly string[]) =>
  (problem: Problem): Plan => ({
    ...readPlanNotation(problem, text),
    supervision: names.map((each) => readName(problem, each)),
  });

function readName({ calendar }: Problem, text: string): Supervision {
  const [doctor = "", requirement = "", supervisor = "", span = ""] = text.split(" ");
  const [from, to] = span.split("-").map((t) => calendar.boundaries[Number(t)] ?? Number.NaN);
  return {
    doctor,
    ...(requirement === "*" ? {} : { requirement }),
    supervisor,
    from: from ?? 0,
    to: to ?? 0,
  };
}
