/** For tests of whatever runs solves: a solver that plans nothing and does as it is told. */

export type { FakeBehaviour } from "./fake-problem.ts";
export { fakeProblem } from "./fake-problem.ts";

/** URL of the module to give a thread. Tests run from source. */
export const FAKE_SOLVER = new URL("./fake-solver.ts", import.meta.url).href;
