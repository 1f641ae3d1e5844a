/** The people file: the one named, or the one that lies beside the problem. */
import { access } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type People, parsePeopleText } from "@placera/reports";
import { InvalidInput } from "../failures.ts";
import { nameOf } from "./read-problem.ts";
import { readText } from "./read-text.ts";

export interface PeopleSource {
  readonly file: string;
  readonly people: People;
  /** Nobody asked for it by name. */
  readonly found: boolean;
}

/** `named`: a file; false for none at all; undefined to use `x.people.json` if it is there. */
export async function readPeople(
  problemFile: string,
  named: string | false | undefined,
): Promise<PeopleSource | undefined> {
  if (named === false) return undefined;
  const file = named ?? join(dirname(problemFile), `${nameOf(problemFile)}.people.json`);
  if (named === undefined && !(await exists(file))) return undefined;
  const parsed = parsePeopleText(await readText(file));
  if (!parsed.ok) throw new InvalidInput({ file, issues: parsed.issues });
  return { file, people: parsed.people, found: named === undefined };
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
