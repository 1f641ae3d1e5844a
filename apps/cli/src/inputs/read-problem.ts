/** A problem file → Problem, or every issue of it. */
import { basename } from "node:path";
import {
  type LocalPack,
  type Problem,
  type ProblemFile,
  parseLocalPack,
  parseProblemText,
} from "@placera/domain";
import { InvalidInput } from "../failures.ts";
import type { ProblemOptions } from "../options.ts";
import { readJson } from "./read-json.ts";
import { readText } from "./read-text.ts";

export interface ProblemSource {
  readonly file: string;
  /** As read: what is sent to the solver's thread or the queue. */
  readonly text: string;
  readonly problem: Problem;
}

/** `previous`: a plan file to stay close to, `pack`: local packs; both are taken into the problem. */
export async function readProblem(
  file: string,
  { previous, freezeBefore, pack = [] }: ProblemOptions = {},
): Promise<ProblemSource> {
  const packs = await Promise.all(pack.map(readPack));
  const own = withPacks(await readText(file), packs);
  const text =
    previous === undefined ? own : withPrevious(own, await readJson(previous), freezeBefore);
  const parsed = parseProblemText(text);
  if (!parsed.ok) throw new InvalidInput({ file, issues: parsed.issues });
  return { file, text, problem: parsed.problem };
}

/** A local pack from its own file. */
export async function readPack(file: string): Promise<LocalPack> {
  const parsed = parseLocalPack(await readJson(file));
  if (!parsed.ok) throw new InvalidInput({ file, issues: parsed.issues });
  return parsed.pack;
}

/** The problem with packs after those it has. */
function withPacks(text: string, packs: readonly LocalPack[]): string {
  if (packs.length === 0 || !parseProblemText(text).ok) return text;
  const problem = jsonOf(text) as ProblemFile;
  return JSON.stringify({ ...problem, localPacks: [...(problem.localPacks ?? []), ...packs] });
}

/** The problem with a plan to stay close to; doctors who have left are left out of it. */
function withPrevious(text: string, plan: unknown, freezeBefore: string | undefined): string {
  if (!parseProblemText(text).ok) return text;
  const problem = jsonOf(text) as ProblemFile;
  const known = new Set(problem.doctors.map(({ id }) => id));
  const rotations = (plan as { rotations?: unknown } | null)?.rotations;
  const kept = Array.isArray(rotations)
    ? rotations.filter((each: { doctor?: string } | null) => known.has(each?.doctor ?? ""))
    : rotations;
  return JSON.stringify({
    ...problem,
    previousPlan: { ...(freezeBefore === undefined ? {} : { freezeBefore }), rotations: kept },
  });
}

/** What outputs are named after: `x` of `x.problem.json`. */
export const nameOf = (file: string): string =>
  basename(file)
    .replace(/\.json$/i, "")
    .replace(/\.problem$/i, "") || "plan";

/** The JSON of a problem that has been read, without the byte order mark it may begin with. */
export const jsonOf = (text: string): unknown => JSON.parse(text.replace(/^\ufeff/, ""));
