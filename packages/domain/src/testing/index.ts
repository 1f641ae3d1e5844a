/** What tests of any package may use of the domain: typical problems with a plan known to exist. */

export type { Typical } from "./fixtures/draw-up.ts";
export { TYPICAL } from "./fixtures/index.ts";
export { createRandom, type SeededRandom } from "./fixtures/seeded-random.ts";
