/** Doctors of a problem file: wishes, absences, earlier service, and what is fixed or forbidden of their plans. */
import { z } from "zod";
import { CivilDate, Goals, Id, Name, Percentage, Weight } from "./problem-values.ts";
import { DurationInput } from "./rule-settings.ts";

const Wish = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("unit"), requirement: Id, unit: Id, weight: Weight }),
  z.strictObject({ kind: z.literal("order"), first: Id, then: Id, weight: Weight }),
  /** Rather not: each placement that matches what is given costs the weight. */
  z.strictObject({
    kind: z.literal("avoid"),
    requirement: Id.optional(),
    unit: Id.optional(),
    site: Id.optional(),
    weight: Weight,
  }),
  /** Each period of the block without a placement costs the weight. */
  z.strictObject({ kind: z.literal("no-gaps"), weight: Weight }),
  /** Each placement at another site than the one before costs the weight. */
  z.strictObject({ kind: z.literal("stay-put"), weight: Weight }),
  /** At this site, where family is: each placement elsewhere, of the stay or in the days given, costs the weight. */
  z.strictObject({
    kind: z.literal("site"),
    site: Id,
    requirement: Id.optional(),
    from: CivilDate.optional(),
    to: CivilDate.optional(),
    weight: Weight,
  }),
]);
const FixedPlacement = z.strictObject({
  requirement: Id,
  unit: Id.optional(),
  from: CivilDate.optional(),
  to: CivilDate.optional(),
});
const ForbiddenPlacement = z.strictObject({
  unit: Id.optional(),
  site: Id.optional(),
  requirement: Id.optional(),
  from: CivilDate.optional(),
  to: CivilDate.optional(),
});
/**
 * Time away. Vacation is earned and counts as service; anything else does not, and is made up for.
 * `across`: may a placement run across it, its seat kept? `tolerated`: not made up for, where a section
 * tolerates so much.
 */
const Absence = z.strictObject({
  from: CivilDate,
  to: CivilDate,
  kind: z.enum(["parental", "sick", "leave", "vacation"]).default("leave"),
  across: z.boolean().default(false),
  tolerated: z.boolean().default(false),
});
/** Earlier service elsewhere: towards a stay, or towards those in a section, in the programme's order. */
const Credit = z.strictObject({
  requirement: Id.optional(),
  section: Id.optional(),
  length: DurationInput,
  /** Goals that the service met. */
  goals: Goals.default([]),
  /** Who decided, and why. */
  reason: Name.optional(),
});
/** A placement of the block that was done before the plan begins; its dates may be any. */
const PastPlacement = z.strictObject({
  requirement: Id,
  unit: Id,
  section: Id.optional(),
  from: CivilDate,
  to: CivilDate,
  /** What counts of it, where that is not what its dates say. */
  credited: DurationInput.optional(),
});
/** How a doctor in BT is employed. */
const Employment = z.strictObject({
  form: z.enum(["stand-alone", "integrated", "clinic"]),
  homeUnit: Id.optional(),
  /** The first day of ST, where BT is part of it. */
  stStart: CivilDate.optional(),
});
export const DoctorInput = z.strictObject({
  id: Id,
  region: Id,
  programme: Id.optional(),
  intake: Id.optional(),
  start: z
    .union([CivilDate, z.strictObject({ earliest: CivilDate, latest: CivilDate })])
    .optional(),
  degreeDate: CivilDate.optional(),
  /** From which programme the degree is, or that there is a decision instead; for AT. */
  degree: z.enum(["old", "six-year", "decision"]).optional(),
  /** From when the doctor is licensed; for BT. */
  licenceDate: CivilDate.optional(),
  /** The AT exam was passed on this day. */
  examPassed: CivilDate.optional(),
  employment: Employment.optional(),
  baseSite: Id.optional(),
  /** Where she lives, one of the homes. */
  home: Id.optional(),
  wishes: z.array(Wish).default([]),
  /** Per cent of full time; full time before the first step. */
  percentage: Percentage.default(100),
  absences: z.array(Absence).default([]),
  credit: z.array(Credit).default([]),
  history: z.array(PastPlacement).default([]),
  /** The first day of her block, where that is neither her intake's nor that of her history. */
  began: CivilDate.optional(),
  fixed: z.array(FixedPlacement).default([]),
  forbidden: z.array(ForbiddenPlacement).default([]),
  /** What she bears already, from earlier plans; counts where the worst-off doctor does. */
  carried: z.int().min(0).max(100_000).default(0),
});

/** One wish of one doctor, as its file has it. */
export type WishInput = z.output<typeof Wish>;
