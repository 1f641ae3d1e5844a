/** What the formulations know of a doctor, in periods: open time, the stays she could make. */
import type { Doctor, Problem, Programme, Requirement, SectionId, Unit } from "@placera/domain";

/** A possible stay: one requirement at one unit, credited to one section, in periods [from, to). */
export interface Stay {
  readonly requirement: Requirement;
  readonly unit: Unit;
  readonly section: SectionId;
  readonly from: number;
  readonly to: number;
}

export interface DoctorFacts {
  readonly problem: Problem;
  readonly doctor: Doctor;
  readonly programme: Programme;
}
