/** For tests: the oracle that tries everything, and small random problems to ask it about. */

export type { FakeBehaviour } from "../thread/testing/index.ts";
// A solver that plans nothing and does as it is told, for tests of whatever runs solves.
export { FAKE_SOLVER, fakeProblem } from "../thread/testing/index.ts";
export type { BruteForceLimits, BruteForceResult } from "./brute-force.ts";
export { bruteForce } from "./brute-force.ts";
export { rotationsOf } from "./brute-force-rotations.ts";
export { problemFiles, randomProblem } from "./random-problem.ts";
