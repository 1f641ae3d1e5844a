/** Following and stopping a run of HiGHS from inside it. */

import type { Incumbent } from "../../engine.ts";
import type { HighsModule, NativeModel } from "./runtime.ts";

/** What `NativeModel.run` accepts. */
type NativeCallbacks = NonNullable<Parameters<NativeModel["run"]>[0]>;

/** What the caller wants to hear, and when it wants to stop. */
export interface RunWatch {
  stopped?(): boolean;
  onSolution?(values: Float64Array, bound: Incumbent["bound"]): void;
}

/**
 * Builds the callbacks. Inside a MIP only the MIP interrupt fires, and rarely during the root LP:
 * a stop may take seconds there, so a caller with a deadline needs the isolated engine as well.
 */
export function callbacksFor(highs: HighsModule, watch: RunWatch): NativeCallbacks {
  const type = highs.constants.callbackType;
  const { stopped, onSolution } = watch;
  const interruptible = (event: { interrupt(): void }): undefined => {
    if (stopped?.() === true) event.interrupt();
    return undefined;
  };
  return {
    ...(stopped === undefined
      ? {}
      : {
          [type.simplexInterrupt]: interruptible,
          [type.ipmInterrupt]: interruptible,
          [type.mipInterrupt]: interruptible,
        }),
    ...(onSolution === undefined
      ? {}
      : {
          [type.mipImprovingSolution](event): undefined {
            const { mip_solution: values, mip_dual_bound: bound = -Infinity } = event.data;
            if (values !== undefined) onSolution(values, bound);
            return undefined;
          },
        }),
  };
}
