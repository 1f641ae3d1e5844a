/** The sections the regulations name; problems may add their own that count as one of these. */
import { countsTowards, type Section } from "./section.ts";
import type { Text } from "./text.ts";

export const NATIONAL_SECTIONS: readonly { readonly id: string; readonly name: Text }[] = [
  { id: "surgery", name: { sv: "opererande specialiteter", en: "surgical specialties" } },
  { id: "medicine", name: { sv: "invärtesmedicin", en: "internal medicine" } },
  { id: "psychiatry", name: { sv: "psykiatri", en: "psychiatry" } },
  { id: "primary-care", name: { sv: "allmänmedicin/primärvård", en: "primary care" } },
  { id: "emergency-care", name: { sv: "akut sjukvård", en: "emergency care" } },
  { id: "research", name: { sv: "forskning", en: "research" } },
];

/** Is it research (forskar-AT)? It is time in the block, and no service of the training. */
export const isResearch = (section: Section): boolean => countsTowards(section, ["research"]);
