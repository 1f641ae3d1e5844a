/** A problem file → Problem, or every issue of it. */
import { basename } from "node:path";
import { type Problem, parseProblemText } from "@placera/domain";
import { InvalidInput } from "../failures.ts";
import { readText } from "./read-text.ts";

export interface ProblemSource {
  readonly file: string;
  /** As read: what is sent to the solver's thread or the queue. */
  readonly text: string;
  readonly problem: Problem;
}

export async function readProblem(file: string): Promise<ProblemSource> {
  const text = await readText(file);
  const parsed = parseProblemText(text);
  if (!parsed.ok) throw new InvalidInput({ file, issues: parsed.issues });
  return { file, text, problem: parsed.problem };
}

/** What outputs are named after: `x` of `x.problem.json`. */
export const nameOf = (file: string): string =>
  basename(file)
    .replace(/\.json$/i, "")
    .replace(/\.problem$/i, "") || "plan";

/** The JSON of a problem that has been read, without the byte order mark it may begin with. */
export const jsonOf = (text: string): unknown => JSON.parse(text.replace(/^\ufeff/, ""));
