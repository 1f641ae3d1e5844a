/** The objective: what is counted in a plan (measures), and the strict order it is minimised in (tiers). */
import type { Rank, RuleSetting } from "./rule-settings.ts";
import { CHANGES, type DoctorCost, type MEASURES, type Measure, type TierId } from "./tier.ts";

/** A measure, and how many times it counts. */
export interface Weighted<Of extends Measure = Measure> {
  readonly measure: Of;
  readonly weight: number;
}

export interface ObjectiveTier {
  readonly id: TierId;
  /** The tier's value is their weighted sum. No measure is in two tiers; one in none is not asked for. */
  readonly terms: readonly [Weighted, ...Weighted[]];
}

export interface Objective {
  /** First first; the first is `unplaced`. */
  readonly tiers: readonly ObjectiveTier[];
  /** A doctor's burden, which `worst-off` looks at: the weighted sum of what her plan costs her. */
  readonly burden: readonly Weighted<DoctorCost>[];
}

/** Is the tier's value of a plan the sum of what each doctor's own rotation comes to? */
export function addsUp({ terms }: ObjectiveTier): boolean {
  return terms.every(({ measure }) => measure !== "worst-off" && measure !== "load");
}

/** What a problem file says of its objective. */
interface Wanted {
  readonly tiers?: readonly ((typeof MEASURES)[number] | readonly Weighted[])[] | undefined;
  readonly burden?: readonly Weighted<DoctorCost>[] | undefined;
}

/**
 * The objective wanted, or the usual one: preferences by rank as far as rules have them, changes where
 * there is an earlier plan, then wishes.
 */
export function resolveObjective(
  wanted: Wanted | undefined,
  programmes: readonly { readonly rules: readonly RuleSetting[] }[],
  unitRules: readonly RuleSetting[],
  replans: boolean,
): Objective {
  const tiers = wanted?.tiers ?? [
    ...ranksIn([...programmes, { rules: unitRules }]),
    ...(replans ? CHANGES : []),
    "wishes" as const,
  ];
  return {
    tiers: ["unplaced" as const, ...tiers].map((tier) => {
      const [first, ...rest] = typeof tier === "string" ? [{ measure: tier, weight: 1 }] : tier;
      // The schema asks for one term at least.
      const terms = [first as Weighted, ...rest] as const;
      return { id: terms.map(({ measure }) => measure).join("+") as TierId, terms };
    }),
    burden: wanted?.burden ?? [{ measure: "wishes", weight: 1 }],
  };
}

function ranksIn(programmes: readonly { readonly rules: readonly RuleSetting[] }[]): DoctorCost[] {
  const ranks = new Set<number>();
  for (const { rules } of programmes) {
    for (const { mode } of rules) {
      const rank = typeof mode === "object" ? mode.prefer.rank : "wishes";
      if (rank !== "wishes") ranks.add(rank);
    }
  }
  return [...ranks].sort((a, b) => a - b).map(rankMeasure);
}

/** The measure of broken preferences of a rank. */
export const rankMeasure = (rank: Rank): DoctorCost =>
  rank === "wishes" ? rank : (`preferences-${rank}` as DoctorCost);
