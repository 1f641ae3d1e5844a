/** What a thread can do of its work before it has a problem. */
import { setFlagsFromString } from "node:v8";
import { prepareHighs } from "@placera/milp";

/**
 * Most of a solve's first tenths of a second is code that V8 still interprets while it waits to see
 * what is called often. Ours is: compile it plainly at its first call, and note its types from then on.
 */
export const COMPILE_AT_ONCE = ["--always-sparkplug", "--no-lazy-feedback-allocation"];

/** Has code compiled at once, for all threads of the process, and HiGHS loaded in this one. */
export function prepare(): Promise<void> {
  for (const flag of COMPILE_AT_ONCE) setFlagsFromString(flag);
  return prepareHighs();
}
