/** A doctor: when she begins, what she has done, is away from, wishes and must. */
import type { Day, Duration, Span } from "./calendar.ts";
import type { WishInput } from "./doctor-input.ts";
import type {
  DoctorId,
  HomeId,
  IntakeId,
  ProgrammeId,
  RegionId,
  RequirementId,
  SectionId,
  SiteId,
  UnitId,
} from "./ids.ts";
import type { PreviousPlacement, Published } from "./previous-plan.ts";
import type { Programme } from "./programme.ts";

export interface FixedPlacement {
  readonly requirement: RequirementId;
  readonly unit: UnitId | undefined;
  readonly from: Day | undefined;
  readonly to: Day | undefined;
}

/** What is given must all match; days left out are open-ended. */
export interface ForbiddenPlacement {
  readonly unit: UnitId | undefined;
  readonly site: SiteId | undefined;
  readonly requirement: RequirementId | undefined;
  readonly from: Day | undefined;
  readonly to: Day | undefined;
}

/** Time without service that is made up for (D7). */
export interface Absence extends Span {
  /** May a placement run across it? She then comes back to it, and its seat is kept. */
  readonly across: boolean;
}

/** Service elsewhere that counts towards a stay. */
export interface Credit {
  readonly requirement: RequirementId;
  readonly section: SectionId;
  readonly length: Duration;
}

/** A placement of the same block, done before the plan begins. */
export interface PastPlacement {
  readonly requirement: RequirementId;
  readonly unit: UnitId;
  readonly section: SectionId;
  readonly from: Day;
  readonly to: Day;
  /** What counts of it, where that is not what its days say. */
  readonly credited: Duration | undefined;
}

/** From a day until the next step, per cent of full time, halves allowed. */
export interface PercentageStep {
  readonly from: Day;
  readonly percentage: number;
}

/** At this site: each placement elsewhere fails the wish, of the stay named and in the days given, where they are. */
export interface SiteWish {
  readonly kind: "site";
  readonly site: SiteId;
  readonly requirement: RequirementId | undefined;
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  readonly weight: number;
}

/** One wish of one doctor. */
export type Wish = Exclude<WishInput, { readonly kind: "site" }> | SiteWish;

/** How a doctor in BT is employed: for a term, in ST, or for a term with a home unit. */
export interface Employment {
  readonly form: "stand-alone" | "integrated" | "clinic";
  readonly homeUnit: UnitId | undefined;
  readonly stStart: Day | undefined;
}

export interface Doctor {
  readonly id: DoctorId;
  readonly index: number;
  readonly region: RegionId;
  readonly programme: ProgrammeId;
  readonly intake: IntakeId | undefined;
  /** The block begins on a grid day in this window, both ends included. */
  readonly start: { readonly earliest: Day; readonly latest: Day };
  readonly degreeDate: Day | undefined;
  readonly degree: "old" | "six-year" | "decision" | undefined;
  readonly licenceDate: Day | undefined;
  readonly examPassed: Day | undefined;
  readonly employment: Employment | undefined;
  readonly baseSite: SiteId | undefined;
  readonly home: HomeId | undefined;
  readonly wishes: readonly Wish[];
  /** Per cent of full time, by first day (D6); before the first step, and without any, full time. */
  readonly percentages: readonly PercentageStep[];
  /** Spans without service, sorted and apart; they break no block and are not counted in it (D7). */
  readonly absences: readonly Absence[];
  /** Spans away that are not made up for, where her section tolerates it (D8); sorted and apart. */
  readonly tolerated: readonly Span[];
  /** Earned vacation, which moves nothing. */
  readonly vacations: readonly Span[];
  /** Service elsewhere that counts. */
  readonly credit: readonly Credit[];
  /** What she has done of her block before the plan begins, in order of time. */
  readonly history: readonly PastPlacement[];
  /** The first day of the block of a doctor under way. */
  readonly began: Day | undefined;
  /** What is left of her programme, where some of it is done. */
  readonly remaining: Programme | undefined;
  /** Where she was to be; empty where there is no earlier plan of hers. */
  readonly previous: readonly PreviousPlacement[];
  /** What is announced of hers and begins before the freeze; undefined where nothing is. */
  readonly published: Published | undefined;
  readonly fixed: readonly FixedPlacement[];
  readonly forbidden: readonly ForbiddenPlacement[];
  /** What she bears already, beside the burden of this plan. */
  readonly carried: number;
}
