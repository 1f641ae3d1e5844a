/** Short codes for units: the letter of the section they give, and a number: K1, M2, V14. */
import { lookup, type Problem, type SectionId, type UnitId } from "@placera/domain";
import { groupBy } from "../groups.ts";
import type { Texts } from "../texts/texts.ts";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** A code for each unit, numbered in the order of the file; a letter of one unit has no number. */
export function unitCodes(problem: Problem, texts: Texts): ReadonlyMap<UnitId, string> {
  const letters = sectionLetters(problem, texts);
  const groups = groupBy(problem.units, ({ sections }) => letters.get(sections[0] ?? "") ?? "X");
  const codes = new Map<UnitId, string>();
  for (const [letter, units] of groups) {
    units.forEach(({ id }, at) =>
      codes.set(id, units.length === 1 ? letter : `${letter}${at + 1}`),
    );
  }
  return codes;
}

/**
 * A letter for each section, the same for sections that count as the same. The national ones have
 * theirs; others take one of their name that is free.
 */
function sectionLetters(problem: Problem, texts: Texts): ReadonlyMap<SectionId, string> {
  const taken = new Set(Object.values(texts.sectionLetters));
  const byRoot = new Map<SectionId, string>(Object.entries(texts.sectionLetters));
  const letters = new Map<SectionId, string>();
  for (const { id, countsAs } of problem.sections) {
    const root = countsAs.at(-1) ?? id;
    let letter = byRoot.get(root);
    if (letter === undefined) {
      const name = lookup(problem).section(root).name[texts.language].toUpperCase();
      const free = [...name, ...ALPHABET].find((each) => /\p{L}/u.test(each) && !taken.has(each));
      letter = free ?? "X";
      taken.add(letter);
      byRoot.set(root, letter);
    }
    letters.set(id, letter);
  }
  return letters;
}
