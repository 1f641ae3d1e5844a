/**
 * @placera/milp/testing: the conformance suite for engines, and small models to test with.
 */

// What every engine must do, and what may be expected of any result.

export type { EngineCase, EngineSuiteOptions } from "./engine-suite.ts";
export { describeEngine, ENGINE_CASES } from "./engine-suite.ts";
export { expectHonest, expectOptimum, UNLIMITED } from "./expectations.ts";

// Models whose optimum can be derived by hand, and random ones.

export { arbitraryModel } from "./arbitrary-model.ts";
export {
  assignment,
  infeasibleByOneRow,
  knapsack,
  marketSplit,
  mulberry,
  twoProducts,
  unbounded,
} from "./models.ts";
