/** Everything a report says, as one type: a language that lacks a sentence does not compile. */
import type {
  Certificate,
  ComplianceStatus,
  DatedKind,
  NamedMeasure,
  Rank,
  ReasonText,
  RuleClass,
  RuleId,
} from "@placera/domain";

export const LANGUAGES = ["sv", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** A count of doctors in a report's words; `all` is everyone in the problem. */
export interface Counted {
  readonly placed: number;
  readonly all: number;
}

/** The numbers of a counting certificate. */
export interface SeatCount {
  readonly sections: string;
  readonly demand: number;
  readonly seats: number;
  readonly short: number;
  readonly from: string;
  readonly last: string;
}

export interface Texts {
  readonly language: Language;
  /** Three letters each, January first. */
  readonly months: readonly string[];
  readonly quarters: string;
  readonly week: string;
  readonly doctors: (count: number) => string;
  readonly units: (count: number) => string;

  readonly verdict: {
    readonly [Status in Certificate["status"]]: (counted: Counted) => string;
  };
  /** Why the search ended, where it did not end by itself. */
  readonly stopped: Readonly<Record<string, string>>;
  readonly fewestUnplaced: (count: number) => string;

  readonly doctor: string;
  readonly wishes: string;
  readonly noIntake: string;
  readonly intake: (intake: string, start: string) => string;
  /** In place of a rotation: what kind of reason there is, and where it is told. */
  readonly noPlan: {
    readonly [Kind in ReasonText["kind"]]: (reason: string) => string;
  };

  readonly unitsHeading: string;
  readonly placement: string;
  readonly fixedSpan: string;
  readonly occupancyHeading: string;
  readonly occupancyNotes: readonly string[];
  readonly peak: string;
  readonly seatsAtPeak: (used: string, seats: string) => string;
  readonly moreUnits: (count: number) => string;
  readonly noBottleneck: string;

  readonly unplacedHeading: (count: number) => string;
  readonly tooFewSeats: (count: SeatCount) => string;
  /** In place of sections, where a certificate names none. */
  readonly someSeats: string;
  readonly takesOneOf: string;
  readonly atIntake: (intake: string, site: string) => string;
  readonly sumOfSeats: (seats: number) => string;
  readonly shortfall: (count: SeatCount) => string;
  /** The doctors a counting certificate counts. */
  readonly those: string;
  /** The doctors left without. */
  readonly concerns: string;
  readonly rulesClash: (rules: number) => string;
  readonly bySearch: string;
  readonly notFound: string;

  readonly tiersHeading: string;
  readonly value: string;
  readonly bound: string;
  readonly preferencesTier: (rank: number) => string;
  /** Wishes, where rules such as travel are counted with them. */
  readonly wishesAndMore: string;
  /** Of the other tiers. */
  readonly measures: Readonly<Record<NamedMeasure, string>>;
  readonly proven: string;
  readonly gap: (most: number) => string;
  /** All bounds were computed again; those that the sentences before do not name. */
  readonly boundsSeen: string;
  readonly otherBoundsSeen: string;
  readonly noPrices: string;
  /** A bound above what prices show: taken on the word of an engine. */
  readonly boundByEngine: (parts: {
    readonly tier: string;
    readonly byPrices: number;
    readonly bound: number;
    readonly by: string;
    readonly nodes: number | undefined;
  }) => string;
  readonly disregardedHeading: string;

  readonly supervision: {
    readonly heading: string;
    readonly none: string;
    readonly wholeBlock: string;
    /** The most at once in slots, of so many; undefined where nobody counts. */
    readonly load: (peak: string, slots: string | 0 | undefined) => string;
    readonly without: (supervisor: string) => string;
    readonly nothingLost: string;
    readonly taken: (who: string, by: string) => string;
    readonly standsWithout: (who: string) => string;
    readonly short: (span: string, load: string, room: string) => string;
  };

  /** The doctors' days besides placements. */
  readonly dates: {
    readonly heading: string;
    readonly kinds: Readonly<Record<DatedKind, string>>;
  };
  /** What is done before the plan, and what falls short within the tolerance. */
  readonly earlier: {
    readonly heading: string;
    readonly done: string;
    readonly credited: string;
    readonly days: (count: number) => string;
  };

  readonly overridesHeading: string;
  readonly override: (rule: string, programme: string, reason: string) => string;
  readonly verified: (packs: string) => string;
  readonly made: (parts: {
    readonly product: string;
    readonly engine: string;
    readonly formulation: string;
    readonly seed: number;
  }) => string;
  readonly identity: (problem: string, plan: string) => string;
  readonly moreDoctors: (count: number) => string;

  /** The letter of a unit's code, by the national section it gives. */
  readonly sectionLetters: Readonly<Record<string, string>>;
  /** Each rule in a few words. */
  readonly rules: Readonly<Record<RuleId, string>>;
  readonly columns: {
    readonly [Column in
      | "doctor"
      | "name"
      | "programme"
      | "intake"
      | "requirement"
      | "section"
      | "unit"
      | "site"
      | "from"
      | "last"
      | "months"
      | "weeks"
      | "percentage"
      | "comesFrom"
      | "goesTo"
      | "week"
      | "occupied"
      | "track"
      | "seats"
      | "free"
      | "supervisor"
      | "supervisorName"
      | "load"
      | "day"
      | "what"
      | "note"]: string;
  };
  readonly unplacedNote: string;
  /** The compliance sheet, and how a rule applies. */
  readonly compliance: {
    readonly statuses: Readonly<Record<ComplianceStatus, string>>;
    readonly unplaced: string;
    readonly lawSetAside: string;
    readonly setAside: (rule: string, reason: string) => string;
    readonly classes: Readonly<Record<RuleClass, string>>;
    readonly modes: {
      readonly must: string;
      readonly report: string;
      readonly off: string;
      readonly prefer: (rank: Rank, weight: number) => string;
    };
    readonly allTracks: string;
    /** A span at a unit. */
    readonly at: (span: string, unit: string) => string;
    readonly months: (amount: string) => string;
    readonly weeks: (amount: string) => string;
    readonly days: (count: number) => string;
    readonly atLeast: (limit: string) => string;
    readonly atMost: (limit: string) => string;
    readonly exactly: (limit: string) => string;
    readonly notBefore: (day: string) => string;
    readonly notAfter: (day: string) => string;
    readonly columns: {
      readonly [Column in
        | "rule"
        | "status"
        | "where"
        | "class"
        | "mode"
        | "pack"
        | "statement"
        | "source"]: string;
    };
  };
  readonly blockBegins: string;
  readonly blockEnds: string;
}
