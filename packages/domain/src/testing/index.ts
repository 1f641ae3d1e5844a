/** What tests of any package may use of the domain: the fixtures, and typical problems with a known plan. */
export type { Typical } from "./fixtures/draw-up.ts";
export { TYPICAL } from "./fixtures/index.ts";
export { LOCAL_PACKS } from "./fixtures/local-packs.ts";
export { createRandom, type SeededRandom } from "./fixtures/seeded-random.ts";
export {
  type Expected,
  type FixtureFolder,
  fixtureExpected,
  fixtureNames,
  fixtureText,
} from "./fixtures-folder.ts";
export { smallProblem } from "./small-problem.ts";
