/** @placera/milp/testing: the conformance suite for engines, and small models to test with. */

/** Models whose optimum can be derived by hand, and random ones. */
export { arbitraryModel } from "./arbitrary-model.ts";
export type { EngineCase, EngineSuiteOptions } from "./engine-suite.ts";
/** What every engine must do. */
export { describeEngine, ENGINE_CASES } from "./engine-suite.ts";
/** What may be expected of any result. */
export { expectHonest, expectOptimum, UNLIMITED } from "./expectations.ts";
export {
  assignment,
  infeasibleByOneRow,
  knapsack,
  marketSplit,
  mulberry,
  twoProducts,
  unbounded,
} from "./models.ts";
