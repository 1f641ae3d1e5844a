/** A problem in which every unit has another one like it and may be as crowded as it has seats, so that units are pooled. */
import type { ProblemFile } from "@placera/domain";

export function twinUnits(file: ProblemFile): ProblemFile {
  const units = file.units.flatMap((unit) => [unit, { ...unit, id: `${unit.id}-twin` }]);
  return { ...file, units, objective: { tiers: ["preferences-1", "wishes"] } };
}
