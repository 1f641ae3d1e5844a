/** Who supervises, where and when. */
import type { Day, Span } from "./calendar.ts";
import type { SupervisorId, UnitId } from "./ids.ts";

/** A named supervisor at a unit. */
export interface Supervisor {
  readonly id: SupervisorId;
  readonly index: number;
  readonly unit: UnitId;
  /** A specialist may supervise; an ST doctor who has taken the supervisors' course may too. */
  readonly role: "specialist" | "st-doctor";
  readonly course: boolean;
  /** Of full time at the unit. */
  readonly percentage: number;
  /** First day and day after the last; open where undefined. */
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  /** Spans away, sorted and apart. */
  readonly leave: readonly Span[];
  /** `gaffel`: without patients of her own, beside several doctors at once. */
  readonly form: "ordinary" | "gaffel";
  /** Doctors at once; undefined is what the form gives. */
  readonly slots: number | undefined;
  /** Doctors at once whom she follows through their whole block (huvudhandledare). */
  readonly main: number;
}
