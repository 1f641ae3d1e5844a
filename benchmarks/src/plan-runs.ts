/** Which runs are made, and in which order. */
import type { Case } from "./cases.ts";
import type { Contestant } from "./options.ts";
import { seededRandom } from "./random.ts";
import type { PlannedRun } from "./run.ts";

export interface RunPlan {
  readonly cases: readonly Case[];
  readonly contestantsOf: (each: Case) => readonly Contestant[];
  readonly seeds: readonly number[];
  readonly repeat: number;
  readonly shuffle: number;
}

/**
 * Round after round, each with everything once and in an order of its own: what the machine does
 * meanwhile meets all contestants alike.
 */
export function planRuns({ cases, contestantsOf, seeds, repeat, shuffle }: RunPlan): PlannedRun[] {
  const random = seededRandom(shuffle);
  return Array.from({ length: repeat }, (_, at) => at + 1).flatMap((round) =>
    seeds.flatMap((seed) =>
      random
        .shuffle(cases)
        .flatMap((each) =>
          random
            .shuffle(contestantsOf(each))
            .map((contestant) => ({ case: each, contestant, seed, round })),
        ),
    ),
  );
}
