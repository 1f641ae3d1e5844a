/**
 * The problem file people write (`schemaVersion: 1`), as a zod schema: shape only. Strict: an
 * unknown key is an issue. Ids are text, dates are ISO days, spans are half-open (`to` is the day
 * after the last), `null` means no limit and `0` means none. No names of people: ids are pseudonyms.
 */
import { z } from "zod";
import { GRIDS } from "./calendar.ts";
import { LocalPack } from "./local-pack.ts";
import { CivilDate, Id, Name, Text } from "./problem-values.ts";
import { DurationInput, RuleModeInput, TRACKS } from "./rule-settings.ts";
import { DOCTOR_COSTS, MEASURES } from "./tier.ts";

const DurationRange = z.strictObject({ min: DurationInput, max: DurationInput });
const Length = z.union([DurationInput, DurationRange]);

const SeatCount = z.int().min(0).max(10_000).nullable();
/** A number, null for no limit, or steps: each holds from its date until the next. */
const Seats = z.union([
  SeatCount,
  z.array(z.strictObject({ from: CivilDate, seats: SeatCount })).min(1),
]);

const StaffCount = z.int().min(0).max(10_000);
const Staffing = z.union([
  StaffCount,
  z.array(z.strictObject({ from: CivilDate, doctors: StaffCount })).min(1),
]);

const Share = z.number().positive().max(100).multipleOf(0.5);
/** Per cent of full time, halves allowed; or steps: each holds from its date until the next. */
const Percentage = z.union([
  Share,
  z.array(z.strictObject({ from: CivilDate, percentage: Share })).min(1),
]);

const OneOrMore = z.union([Id, z.array(Id).min(1)]);
const WEEK = { min: 1, max: 53 };
/** Days, or numbers of weeks that come every year; for all whom it does not leave out. */
const fixedSpan = {
  id: Id,
  programme: OneOrMore.optional(),
  intake: OneOrMore.optional(),
  track: z.enum(TRACKS).optional(),
  kind: z.enum(["teaching", "introduction", "vacation", "closed"]),
  name: Text.optional(),
};
const FixedSpan = z.union([
  z.strictObject({ ...fixedSpan, from: CivilDate, to: CivilDate }),
  z.strictObject({
    ...fixedSpan,
    weeks: z.array(z.int().min(WEEK.min).max(WEEK.max)).min(1).max(WEEK.max),
  }),
]);

const Calendar = z.strictObject({
  from: CivilDate,
  to: CivilDate,
  grid: z.enum(GRIDS),
  toleranceDays: z.int().min(0).max(6).default(0),
  /** Sittings of the AT exam. */
  exams: z
    .array(
      z.strictObject({
        date: CivilDate,
        registrationCloses: CivilDate,
        /** Days from the exam until its result. */
        resultAfter: z.int().min(0).max(365).default(21),
      }),
    )
    .max(100)
    .default([]),
  fixedSpans: z.array(FixedSpan).default([]),
});

const Section = z.strictObject({ id: Id, countsAs: Id.optional(), name: Text.optional() });
const Region = z.strictObject({ id: Id, name: Name });
const Site = z.strictObject({ id: Id, region: Id, name: Name });
/** A town or a part of one where doctors live, never an address; minutes to work, by site. */
const Home = z.strictObject({ id: Id, minutes: z.record(Id, z.int().min(0).max(1440)) });
const Goals = z.array(Id).max(60);
const Unit = z.strictObject({
  id: Id,
  site: Id,
  name: Name,
  sections: z.array(Id).min(1),
  seats: Seats,
  /** Goals that can be met there, such as BT1 to BT18. */
  goals: Goals.default([]),
  trackSeats: z.strictObject({ AT: Seats.optional(), BT: Seats.optional() }).default({}),
  /** Doctors the unit wants at the least; a number, or steps. */
  staffing: Staffing.default(0),
  /** Per cent of the supervision that other professions give; doctors take so much less. */
  interprofessional: z.int().min(0).max(90).default(0),
  /** How long a place there rests after a placement, and how many places there are. */
  rest: z
    .strictObject({ length: DurationInput, doctors: z.int().min(1).max(100).default(1) })
    .optional(),
  /** Always, or between two days, a doctor who has been there so long already. */
  overlap: z
    .strictObject({
      length: DurationInput,
      from: CivilDate.optional(),
      to: CivilDate.optional(),
    })
    .optional(),
});

/** Units that share a duty roster, or those of a site that give a section. */
const OnCallLine = z.strictObject({
  id: Id,
  name: Name,
  units: z.union([z.array(Id).min(1), z.strictObject({ section: Id, site: Id })]),
  /** How much a doctor of each track counts; 0 where the track takes no duty. */
  counts: z
    .strictObject({
      AT: z.int().min(0).max(100).default(1),
      BT: z.int().min(0).max(100).default(1),
    })
    .default({ AT: 1, BT: 1 }),
  most: Seats.default(null),
  least: Staffing.default(0),
});

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
const Programme = z.strictObject({
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

const Intake = z.strictObject({
  id: Id,
  programme: Id,
  start: CivilDate,
  split: z.record(Id, z.int().min(0)).optional(),
});

const Weight = z.int().min(1).max(1000);
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
const Doctor = z.strictObject({
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
    calendar: Calendar,
    sections: z.array(Section).max(500).default([]),
    regions: z.array(Region).min(1),
    sites: z.array(Site).min(1),
    homes: z.array(Home).max(1000).default([]),
    units: z.array(Unit).min(1),
    onCallLines: z.array(OnCallLine).max(500).default([]),
    rulePacks: z.array(z.string()),
    localPacks: z.array(LocalPack).max(100).default([]),
    rules: z.array(RuleAdjustment).default([]),
    programmes: z.array(Programme).min(1),
    intakes: z.array(Intake).default([]),
    doctors: z.array(Doctor),
    supervisors: z.array(Supervisor).default([]),
    previousPlan: PreviousPlan.optional(),
    objective: Objective.optional(),
  })
  .meta({ id: "PlaceraProblem", title: "Placera problem, schema version 1" });

/** A problem file with defaults filled in; shape checked, references not. */
export type ProblemInput = z.output<typeof ProblemInput>;
/** A problem file as people write it, defaults left out. */
export type ProblemFile = z.input<typeof ProblemInput>;
/** One wish of one doctor, as its file has it. */
export type WishInput = z.output<typeof Wish>;
