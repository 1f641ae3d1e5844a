/** Short codes for units: the letter of the section they give, and a number: K1, M2, V14. */
import { lookup, type Problem, type UnitId } from "@placera/domain";
import { groupBy } from "../groups.ts";
import type { Texts } from "../texts/texts.ts";

/** A code for each unit, numbered in the order of the file; a letter of one unit has no number. */
export function unitCodes(problem: Problem, texts: Texts): ReadonlyMap<UnitId, string> {
  const codes = new Map<UnitId, string>();
  for (const [letter, units] of groupBy(problem.units, letterOf)) {
    units.forEach(({ id }, at) =>
      codes.set(id, units.length === 1 ? letter : `${letter}${at + 1}`),
    );
  }
  return codes;

  function letterOf({ sections }: Problem["units"][number]): string {
    const { countsAs, name } = lookup(problem).section(sections[0] ?? "");
    const national = texts.sectionLetters[countsAs.at(-1) ?? ""];
    return national ?? name[texts.language].slice(0, 1).toUpperCase();
  }
}
