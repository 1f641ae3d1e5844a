/** How a rule applies: which rule, how hard, with which parameters, and on whose authority. */
import { z } from "zod";

export const TRACKS = ["AT", "BT"] as const;
/** Allmäntjänstgöring or bastjänstgöring. */
export type Track = (typeof TRACKS)[number];

/** A length of service as written in data; months in halves, weeks whole. */
export const DurationInput = z
  .union([
    z.strictObject({ months: z.number().positive().max(240).multipleOf(0.5) }),
    z.strictObject({ weeks: z.int().positive().max(1040) }),
  ])
  .meta({ id: "Duration", description: "Months in halves, or whole weeks." });

const none = z.strictObject({});

/** Slots of supervision, in tenths. */
const Slots = z.number().multipleOf(0.1).min(0.1).max(100);

const More = z.number().multipleOf(0.1).min(0).max(100);

/**
 * The parameters of each rule. The key is the rule's slug: its file, violation code, row prefix,
 * anchor in docs/rules.md and the fixture that breaks it.
 */
export const RULE_PARAMS = {
  "one-placement-at-a-time": none,
  "owed-placements": none,
  "unit-gives-section": none,
  "programme-length": none,
  "start-in-window": none,
  "fixed-spans": none,
  absences: none,
  "tolerated-absence": z.strictObject({
    /** By section, what counts as it included: how much absence it tolerates. Others tolerate none. */
    limits: z.array(z.strictObject({ section: z.string(), weeks: z.int().min(0).max(52) })).min(1),
  }),
  "part-time": z.strictObject({ least: z.number().positive().max(100).multipleOf(0.5) }),
  "fixed-placements": none,
  "published-placements": none,
  "forbidden-placements": none,
  "own-region": none,
  "one-base-site": none,
  "unit-seats": none,
  "track-seats": none,
  "intake-split": none,
  "chosen-from-group": none,
  "begun-before": none,
  "short-placement": none,
  "idle-time": none,
  "site-changes": none,
  commute: z.strictObject({ minutes: z.int().min(0).max(1440), step: z.int().min(1).max(1440) }),
  "site-limit": z.strictObject({ max: z.int().min(1) }),
  "least-staffing": none,
  "on-call-most": none,
  "on-call-least": none,
  "rest-between-doctors": none,
  "overlap-of-doctors": none,
  "one-unbroken-block": none,
  "start-after-degree": none,
  "eligible-for-track": none,
  "goal-coverage": none,
  "exam-in-time": z.strictObject({
    sections: z.array(z.string()).min(1).max(8),
    sitInWeeks: z.int().min(0).max(26),
  }),
  "exam-day-free": none,
  "assessments-in-time": none,
  "tolerance-used": none,
  "home-unit": none,
  "bt-term-at-least-six-months": z.strictObject({ min: DurationInput }),
  "integrated-bt-within-two-years": z.strictObject({ within: DurationInput }),
  "total-length": z.strictObject({ min: DurationInput }),
  "section-minima": z.strictObject({
    pools: z
      .array(z.strictObject({ sections: z.array(z.string()).min(1), min: DurationInput }))
      .min(1),
  }),
  "recommended-length": z.strictObject({ length: DurationInput }),
  "section-order": z.strictObject({ last: z.array(z.string()).min(1) }),
  "at-most-four-places": z.strictObject({ max: z.int().min(1) }),
  "psychiatry-in-bt": z.strictObject({ min: DurationInput }),
  "supervision-capacity": z.strictObject({
    /** What a doctor of each track takes. */
    load: z.strictObject({ AT: Slots, BT: Slots }),
    /** What a supervisor gives, by form. */
    slots: z.strictObject({ ordinary: Slots, gaffel: Slots }),
    /** What a doctor of each track takes more at first in a placement, and for how long. */
    first: z
      .strictObject({ length: DurationInput, more: z.strictObject({ AT: More, BT: More }) })
      .optional(),
  }),
  "named-supervisor": none,
  "same-supervisor": none,
  "main-supervisor": none,
  "supervisor-presence": z.strictObject({ percentage: z.int().min(1).max(100) }),
} as const;

export type RuleId = keyof typeof RULE_PARAMS;
export const RULE_IDS = Object.keys(RULE_PARAMS) as [RuleId, ...RuleId[]];
export type RuleParams<Id extends RuleId = RuleId> = z.infer<(typeof RULE_PARAMS)[Id]>;

/** Law: statute or binding regulation. Definition: what the words of a plan mean. */
export type RuleClass = "definition" | "law" | "contract" | "recommendation" | "local";

/** 1 is most important; or breaks are counted with doctors' wishes. */
const Rank = z.union([z.int().min(1).max(9), z.literal("wishes")]);
export type Rank = z.infer<typeof Rank>;

/**
 * Must hold; or each break costs `weight` in the tier of its rank; or is told and costs
 * nothing; or not applied.
 */
export const RuleModeInput = z.union([
  z.literal("must"),
  z.literal("report"),
  z.literal("off"),
  z.strictObject({
    prefer: z.strictObject({ rank: Rank, weight: z.int().min(1).max(1000) }),
  }),
]);
export type RuleMode = z.infer<typeof RuleModeInput>;

/** Rules that may be preferences: a break has a size that can be priced. The others must or are off. */
export const PREFERABLE: ReadonlySet<RuleId> = new Set<RuleId>([
  "tolerated-absence",
  "forbidden-placements",
  "own-region",
  "begun-before",
  "idle-time",
  "site-changes",
  "site-limit",
  "commute",
  "least-staffing",
  "on-call-most",
  "on-call-least",
  "rest-between-doctors",
  "overlap-of-doctors",
  "supervision-capacity",
  "one-unbroken-block",
  "section-minima",
  "recommended-length",
  "section-order",
  "at-most-four-places",
  "psychiatry-in-bt",
  "goal-coverage",
  "exam-in-time",
  "home-unit",
  "integrated-bt-within-two-years",
]);

/** Rules that are what a plan *is*; they can be neither priced nor switched off. */
export const ALWAYS: ReadonlySet<RuleId> = new Set<RuleId>([
  "one-placement-at-a-time",
  "owed-placements",
  "unit-gives-section",
  "start-in-window",
  "fixed-spans",
  "absences",
  "part-time",
  "one-base-site",
  "chosen-from-group",
  "named-supervisor",
]);

/** Rules that can only be preferences: nobody can be conjured up, so the best plan there is breaks least. */
export const NEVER_MUST: ReadonlySet<RuleId> = new Set<RuleId>([
  "least-staffing",
  "on-call-least",
  "overlap-of-doctors",
]);

/** Rules that are looked at when the plan is made: a break is told, and neither forbids nor costs anything. */
export const ONLY_REPORTED: ReadonlySet<RuleId> = new Set<RuleId>([
  "same-supervisor",
  "main-supervisor",
  "supervisor-presence",
  "exam-day-free",
  "assessments-in-time",
  "tolerance-used",
]);

/** Rules whose breaks may be told alone. */
export const REPORTABLE: ReadonlySet<RuleId> = new Set<RuleId>([
  "supervision-capacity",
  ...ONLY_REPORTED,
]);

/** Rules about supervisors: not applied in a problem that names none. */
export const OF_SUPERVISORS: ReadonlySet<RuleId> = new Set<RuleId>([
  "named-supervisor",
  "supervision-capacity",
  "same-supervisor",
  "main-supervisor",
  "supervisor-presence",
]);

/** Rules that hold over units or intakes and so over all doctors together; they have no programme. */
export const UNIT_SIDE: ReadonlySet<RuleId> = new Set<RuleId>([
  "unit-seats",
  "track-seats",
  "intake-split",
  "least-staffing",
  "on-call-most",
  "on-call-least",
  "rest-between-doctors",
  "overlap-of-doctors",
  ...OF_SUPERVISORS,
]);

/** One rule of a pack. */
export type PackRule = {
  [Id in RuleId]: {
    readonly rule: Id;
    readonly class: RuleClass;
    readonly source: string;
    readonly mode: RuleMode;
    readonly params: RuleParams<Id>;
  };
}[RuleId];

/** Versioned rules as data: correctable without touching code. */
export interface RulePack {
  readonly id: string;
  /** Of a local pack. */
  readonly title?: { readonly sv: string; readonly en: string };
  readonly track: Track | undefined;
  readonly rules: readonly PackRule[];
}

/** A rule as it applies in one problem: the pack's, with the problem's own adjustments. */
export type RuleSetting<Id extends RuleId = RuleId> = {
  [Each in Id]: {
    readonly rule: Each;
    readonly class: RuleClass;
    readonly source: string;
    readonly mode: RuleMode;
    readonly params: RuleParams<Each>;
    readonly pack: string;
    /** Why a law was set aside; printed on every output. */
    readonly override: string | undefined;
  };
}[Id];
