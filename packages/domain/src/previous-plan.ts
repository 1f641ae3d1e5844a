/** The plan to stay close to, and what is announced of it. */
import type { Day } from "./calendar.ts";
import type { DoctorId, RequirementId, SectionId, UnitId } from "./ids.ts";

/** A placement of the plan to stay close to. */
export interface PreviousPlacement {
  readonly requirement: RequirementId;
  readonly unit: UnitId;
  readonly section: SectionId;
  readonly from: Day;
  readonly to: Day;
}

export interface PreviousRotation {
  readonly doctor: DoctorId;
  readonly start: Day;
  readonly placements: readonly PreviousPlacement[];
}

/** Placements of the previous plan that begin before the freeze, without what is done already. */
export interface Published {
  readonly before: Day;
  /** The block's announced start; undefined where it has begun. */
  readonly start: Day | undefined;
  readonly placements: readonly PreviousPlacement[];
}
