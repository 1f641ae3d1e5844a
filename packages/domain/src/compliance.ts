/** The compliance sheet as data: for each doctor, each rule that asks something of her and where it is met. */
import type { Day, Duration, Span } from "./calendar.ts";
import type { DoctorId } from "./ids.ts";
import type { Placement } from "./plan.ts";
import type { LawOverride } from "./problem.ts";
import type { RuleSetting } from "./rule-settings.ts";
import type { Text } from "./text.ts";

/** Service that was counted, in the measure of what was asked: credit days for months, days for weeks. */
export interface CountedService {
  readonly counted: number;
  readonly min?: Duration;
  readonly max?: Duration;
}

/** One thing a rule asks and where the plan has it; what is left out is not spoken of. */
export interface Evidence {
  /** What it is about: a section, a requirement, a site. */
  readonly what?: Text;
  readonly service?: CountedService;
  /** A number of things, and the limits of it. */
  readonly count?: { readonly found: number; readonly min?: number; readonly max?: number };
  readonly placements?: readonly Placement[];
  readonly span?: Span;
  readonly day?: Day;
  /** The days that would do; undefined is open. */
  readonly window?: { readonly earliest?: Day; readonly latest?: Day };
}

/** `met`: nothing broken. `disregarded`: a preference that the plan does not follow. */
export type ComplianceStatus = "met" | "disregarded";

/** One rule and one doctor. */
export interface RuleCompliance {
  readonly setting: RuleSetting;
  readonly statement: Text;
  readonly status: ComplianceStatus;
  /** Where it is met, or how far. Empty where the rule has no more to say than that it is. */
  readonly evidence: readonly Evidence[];
  /** A sentence for each break. */
  readonly breaks: readonly Text[];
}

/** One doctor's sheet; a doctor without a rotation has no rules on it. */
export interface DoctorCompliance {
  readonly doctor: DoctorId;
  readonly placed: boolean;
  readonly rules: readonly RuleCompliance[];
  /** Laws set aside in her programme, and why; the rule may be in force all the same, changed. */
  readonly setAside: readonly (LawOverride & { readonly statement: Text })[];
}
