/** Doctors who can have no rotation at all, in sentences: told before any solve. */
import type { Problem } from "@placera/domain";
import { type Language, printable } from "@placera/reports";
import { textsIn } from "../texts/index.ts";

/** So many of the doctors it concerns are named. */
const MOST_NAMED = 8;

export async function contradictionNotes(problem: Problem, language: Language): Promise<string[]> {
  const { contradictionsIn } = await import("@placera/solver");
  return contradictionsIn(problem).map(({ doctors, start, rules }) => {
    const named = doctors.slice(0, MOST_NAMED).join(", ");
    const all = doctors.length > MOST_NAMED ? `${named} … (${doctors.length})` : named;
    const clash = rules.map(({ rule, asked }) => `${rule} (${printable(asked[language])})`);
    return textsIn(language).impossible(`${all} (${start[language]})`, clash.join(" + "));
  });
}
