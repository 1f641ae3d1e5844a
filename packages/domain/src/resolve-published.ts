/** What is announced of a doctor's previous plan: what begins before the freeze, and the block's start. */
import type { Day } from "./calendar.ts";
import type { RequirementId } from "./ids.ts";
import type { Rotation } from "./plan.ts";
import type { Published } from "./previous-plan.ts";

/** Nothing where there is no freeze, or nothing of hers begins before it. */
export function publishedOf(
  rotation: Rotation | undefined,
  before: Day | undefined,
): Published | undefined {
  if (rotation === undefined || before === undefined) return undefined;
  const placements = rotation.placements.filter(({ from }) => from < before);
  if (placements.length === 0) return undefined;
  return { before, start: rotation.start, placements };
}

/** What a doctor has done already, as far as it changes what is announced. */
export interface DoneAlready {
  readonly left: ReadonlySet<RequirementId>;
  /** Her block has begun, so its first day is no longer to be kept. */
  readonly begun: boolean;
  /** The stay that goes on, and the first day of what is left of it. */
  readonly goesOn: { readonly requirement: RequirementId; readonly from: Day } | undefined;
}

/** What is still to be kept: what is done is over, and of a stay under way the rest, to the day announced. */
export function stillPublished(
  { before, start, placements }: Published,
  { left, begun, goesOn }: DoneAlready,
): Published {
  return {
    before,
    start: begun ? undefined : start,
    placements: placements
      .filter(({ requirement }) => left.has(requirement))
      .map((each) =>
        each.requirement === goesOn?.requirement
          ? { ...each, from: Math.max(each.from, goesOn.from) }
          : each,
      ),
  };
}
