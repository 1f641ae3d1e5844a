/**
 * The problem file people write (`schemaVersion: 1`), as a zod schema: shape only. Strict: an
 * unknown key is an issue. Ids are text, dates are ISO days, spans are half-open (`to` is the day
 * after the last), `null` means no limit and `0` means none. No names of people: ids are pseudonyms.
 */
import { z } from "zod";
import { CalendarInput } from "./calendar-input.ts";
import { DoctorInput } from "./doctor-input.ts";
import { LocalPack } from "./local-pack.ts";
import { CivilDate, Id, Name, Percentage, Text, Weight } from "./problem-values.ts";
import { IntakeInput, ProgrammeInput } from "./programme-input.ts";
import { RuleModeInput, TRACKS } from "./rule-settings.ts";
import { DOCTOR_COSTS, MEASURES } from "./tier.ts";
import { OnCallLineInput, UnitInput } from "./unit-input.ts";

const Section = z.strictObject({ id: Id, countsAs: Id.optional(), name: Text.optional() });
const Region = z.strictObject({ id: Id, name: Name });
const Site = z.strictObject({ id: Id, region: Id, name: Name });
/** A town or a part of one where doctors live, never an address; minutes to work, by site. */
const Home = z.strictObject({ id: Id, minutes: z.record(Id, z.int().min(0).max(1440)) });

/** Someone who supervises at a unit; dates here need not lie on the grid. */
const Supervisor = z.strictObject({
  id: Id,
  unit: Id,
  role: z.enum(["specialist", "st-doctor"]),
  /** Has taken the supervisors' course; without it an ST doctor does not count. */
  course: z.boolean().default(false),
  percentage: z.int().min(1).max(100).default(100),
  from: CivilDate.optional(),
  to: CivilDate.optional(),
  leave: z.array(z.strictObject({ from: CivilDate, to: CivilDate })).default([]),
  form: z.enum(["ordinary", "gaffel"]).default("ordinary"),
  /** Doctors at once; left out, what the form gives. */
  slots: z.number().multipleOf(0.1).min(0).max(100).optional(),
  /** Doctors at once whom she follows through their whole block. */
  main: z.int().min(0).max(1000).default(0),
});

const RuleAdjustment = z.strictObject({
  rule: Id,
  track: z.enum(TRACKS).optional(),
  programme: Id.optional(),
  /** Left out: the rule of whatever pack. */
  pack: Id.optional(),
  mode: RuleModeInput.optional(),
  params: z.record(z.string(), z.unknown()).optional(),
  override: z.strictObject({ reason: Name }).optional(),
});

/** A plan's rotations as its file has them. */
const PreviousPlan = z
  .strictObject({
    /** Placements that begin before this day are announced and stay as they are. */
    freezeBefore: CivilDate.optional(),
    rotations: z.array(
      z.strictObject({
        doctor: Id,
        start: CivilDate,
        placements: z.array(
          z.strictObject({
            requirement: Id,
            unit: Id,
            section: Id,
            from: CivilDate,
            to: CivilDate,
            percentage: Percentage.optional(),
          }),
        ),
      }),
    ),
  })
  .meta({ description: "The plan to stay close to, such as the rotations of a plan file." });

const MeasureWeight = Weight.default(1);
const Objective = z
  .strictObject({
    tiers: z
      .array(
        z.union([
          z.enum(MEASURES),
          z.array(z.strictObject({ measure: z.enum(MEASURES), weight: MeasureWeight })).min(1),
        ]),
      )
      .optional(),
    burden: z
      .array(z.strictObject({ measure: z.enum(DOCTOR_COSTS), weight: MeasureWeight }))
      .min(1)
      .optional(),
  })
  .meta({ description: "Tiers in strict order, after the doctors without a plan." });

export const ProblemInput = z
  .strictObject({
    schemaVersion: z.literal(1),
    name: Name,
    calendar: CalendarInput,
    sections: z.array(Section).max(500).default([]),
    regions: z.array(Region).min(1),
    sites: z.array(Site).min(1),
    homes: z.array(Home).max(1000).default([]),
    units: z.array(UnitInput).min(1),
    onCallLines: z.array(OnCallLineInput).max(500).default([]),
    rulePacks: z.array(z.string()),
    localPacks: z.array(LocalPack).max(100).default([]),
    rules: z.array(RuleAdjustment).default([]),
    programmes: z.array(ProgrammeInput).min(1),
    intakes: z.array(IntakeInput).default([]),
    doctors: z.array(DoctorInput),
    supervisors: z.array(Supervisor).default([]),
    previousPlan: PreviousPlan.optional(),
    objective: Objective.optional(),
  })
  .meta({ id: "PlaceraProblem", title: "Placera problem, schema version 1" });

/** A problem file with defaults filled in; shape checked, references not. */
export type ProblemInput = z.output<typeof ProblemInput>;
/** A problem file as people write it, defaults left out. */
export type ProblemFile = z.input<typeof ProblemInput>;
