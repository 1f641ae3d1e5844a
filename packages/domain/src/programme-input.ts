/** Programmes and intakes of a problem file. */
import { z } from "zod";
import { CivilDate, Goals, Id, Name } from "./problem-values.ts";
import { DurationInput, TRACKS } from "./rule-settings.ts";

const DurationRange = z.strictObject({ min: DurationInput, max: DurationInput });
const Length = z.union([DurationInput, DurationRange]);

const Requirement = z.strictObject({
  id: Id,
  sections: z.array(Id).min(1),
  length: Length,
  atBase: z.boolean().default(false),
  /** Requirements that must have been begun before this one. */
  after: z.array(Id).default([]),
});
/** Of these requirements each doctor does so many; the others she leaves out. */
const Group = z.strictObject({
  requirements: z.array(Id).min(1),
  choose: z.int().min(1).max(24),
});
/** A short placement inside a longer one, whose two parts it comes between; how long all are together. */
const ShortPlacement = z.strictObject({
  requirement: Id,
  within: z.tuple([Id, Id]),
  length: Length.optional(),
});
/** Assessments, spread over each placement, and the month of service in which the final review is. */
const Assessments = z.strictObject({
  perPlacement: z.int().min(0).max(10).default(0),
  /** Weeks of service that each takes. */
  leastWeeks: z.int().min(0).max(26).default(4),
  finalReviewMonth: z.int().min(1).max(120).optional(),
});
export const ProgrammeInput = z.strictObject({
  id: Id,
  track: z.enum(TRACKS),
  name: Name,
  requirements: z.array(Requirement).min(1).max(24),
  length: Length.optional(),
  order: z.array(z.array(Id).min(1)).optional(),
  /** Goals to be met at the units of a rotation. */
  goals: Goals.max(30).default([]),
  groups: z.array(Group).default([]),
  shortPlacements: z.array(ShortPlacement).max(8).default([]),
  assessments: Assessments.optional(),
});

export const IntakeInput = z.strictObject({
  id: Id,
  programme: Id,
  start: CivilDate,
  split: z.record(Id, z.int().min(0)).optional(),
});
