/** Ids, a kind for each sort of thing in a problem. */

declare const brand: unique symbol;
type Branded<Kind extends string> = string & { readonly [brand]?: Kind };

export type DoctorId = Branded<"doctor">;
export type UnitId = Branded<"unit">;
export type SiteId = Branded<"site">;
export type RegionId = Branded<"region">;
export type SectionId = Branded<"section">;
export type ProgrammeId = Branded<"programme">;
export type RequirementId = Branded<"requirement">;
export type IntakeId = Branded<"intake">;
export type HomeId = Branded<"home">;
export type SupervisorId = Branded<"supervisor">;
