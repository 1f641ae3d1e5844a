/** For tests of whatever runs solves: a solver that plans nothing and does as it is told. */
import { extname } from "node:path";
import { fileURLToPath } from "node:url";

export type { FakeBehaviour } from "./fake-problem.ts";
export { fakeBehaviour, fakeName, fakeProblem } from "./fake-problem.ts";

/** URL of the module to give a thread. */
export const FAKE_SOLVER = new URL(
  `./fake-solver${extname(fileURLToPath(import.meta.url))}`,
  import.meta.url,
).href;
