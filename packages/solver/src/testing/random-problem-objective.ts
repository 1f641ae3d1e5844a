/** Random objectives: the usual one, or measures in an order of their own, some weighted together or left out. */
import { DOCTOR_COSTS, MEASURES, type ProblemFile } from "@placera/domain";
import { chance, type Draw, pick, shuffle } from "./random-problem-draw.ts";

type ObjectiveFile = NonNullable<ProblemFile["objective"]>;
type TierFile = NonNullable<ObjectiveFile["tiers"]>[number];

/** Measures that random problems have something to say of. */
const DRAWN = MEASURES.filter((measure) => !/^preferences-[4-9]$/.test(measure));
const PERSONAL = DOCTOR_COSTS.filter((measure) => !/^preferences-[4-9]$/.test(measure));

export function drawObjective(draw: Draw): Pick<ProblemFile, "objective"> {
  if (!chance(draw, 55)) return {};
  const tiers: TierFile[] = [];
  for (const measure of shuffle(draw, DRAWN)) {
    if (chance(draw, 15)) continue;
    const last = tiers.at(-1);
    const weight = draw.int(1, 3);
    if (last !== undefined && chance(draw, 40)) {
      const terms = typeof last === "string" ? [{ measure: last }] : last;
      tiers[tiers.length - 1] = [...terms, { measure, weight }];
    } else tiers.push(chance(draw, 50) ? measure : [{ measure, weight }]);
  }
  if (!chance(draw, 40)) return { objective: { tiers } };
  const burden = shuffle(draw, PERSONAL)
    .slice(0, draw.int(1, 3))
    .map((measure) => ({ measure, weight: pick(draw, [1, 1, 2]) }));
  return { objective: { tiers, burden } };
}
