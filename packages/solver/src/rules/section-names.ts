/** Sections by name, joined, in both languages. */
import { lookup, type Problem, type SectionId, type Text } from "@placera/domain";

export function sectionNames(problem: Problem, sections: readonly SectionId[]): Text {
  const names = sections.map((id) => lookup(problem).section(id).name);
  return { sv: names.map(({ sv }) => sv).join(", "), en: names.map(({ en }) => en).join(", ") };
}
