/** What `pnpm bench:ci` runs: fixed, and small enough for ten minutes on a slow machine. */
import { type Case, loadFixtures, makeInstances } from "../cases.ts";
import type { Contestant, FamilyChoice } from "../options.ts";

/** For each run; wall clock, and several times what the slowest of them takes. */
export const LIMIT_MS = 40_000;
/** Every run so often; the least of its times counts. */
export const ROUNDS = 3;
/** No further round begins that might not be over by then. */
export const BUDGET_MS = 9 * 60_000;

const LINES: Contestant = { formulation: "lines", engine: "highs" };
const COMPACT: Contestant = { formulation: "compact", engine: "highs" };

/** By name: a new fixture does not ask for a new baseline. */
const FIXTURES = [
  "tiny/base-by-intake-split",
  "tiny/bt-four-places",
  "tiny/primary-care-last",
  "tiny/split-akut-counts-once",
  "tiny/swap-for-a-wish",
  "tiny/two-doctors-one-unit",
  "infeasible/degree-after-start",
  "infeasible/five-places-in-bt",
  "infeasible/fixed-against-forbidden",
  "infeasible/horizon-too-short",
  "infeasible/intake-split-too-small",
  "infeasible/primary-care-closed-in-window",
  "infeasible/psychiatry-one-seat-short",
  "infeasible/region-without-psychiatry",
  "infeasible/section-never-offered",
  "infeasible/track-cap-zero",
  "typical/alingsas-primary-care",
  "typical/halland-at",
  "typical/mixed-at-bt",
  "typical/skane-bt",
  "typical/uppsala-at",
  "typical/vasternorrland-bt",
];
const FAMILIES: readonly FamilyChoice[] = [
  { family: "at-tight", doctors: 30, seeds: [1, 2, 3] },
  { family: "at-loose", doctors: 120, seeds: [1] },
  { family: "at-identical", doctors: 60, seeds: [1] },
  { family: "at-one-short", doctors: 30, seeds: [1] },
  { family: "at-one-short-twin", doctors: 30, seeds: [1] },
  { family: "bt-tight", doctors: 30, seeds: [1] },
  { family: "regions-loose", doctors: 360, seeds: [1] },
  { family: "regions-no-wishes", doctors: 360, seeds: [1] },
];

export interface Entry {
  readonly case: Case;
  readonly contestants: readonly Contestant[];
}

/** The whole suite, or the problems named. Throws `UsageError` when there is none of a name. */
export function suite(only: readonly string[]): Entry[] {
  return casesOf(only).map((each) => ({
    case: each,
    contestants: each.group === "tiny" ? [LINES, COMPACT] : [LINES],
  }));
}

function casesOf(only: readonly string[]): Case[] {
  if (only.length === 0) return [...loadFixtures(FIXTURES), ...makeInstances(FAMILIES)];
  const made = FAMILIES.flatMap(({ seeds, ...choice }) =>
    seeds.map((seed) => ({ ...choice, seeds: [seed] })),
  );
  const name = ({ family, doctors, seeds }: FamilyChoice) => `${family}-${doctors}-${seeds[0]}`;
  const wanted = made.filter((each) => only.includes(name(each)));
  const fixtures = only.filter((each) => !made.some((choice) => name(choice) === each));
  return [...loadFixtures(fixtures), ...makeInstances(wanted)];
}
