/** Sections (tjänstgöringsavsnitt) that service is credited to. */
import type { SectionId } from "./ids.ts";
import type { Text } from "./text.ts";

/** A section (tjänstgöringsavsnitt) service is credited to. */
export interface Section {
  readonly id: SectionId;
  readonly name: Text;
  /** Itself first, then the sections it counts as (ortopedi → opererande): many to one (D3). */
  readonly countsAs: readonly SectionId[];
}

/** Does service in `section` count towards any of `wanted`? */
export function countsTowards(section: Section, wanted: readonly SectionId[]): boolean {
  return section.countsAs.some((id) => wanted.includes(id));
}
