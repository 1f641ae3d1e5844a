/** Solves LP or MPS text as another solver would read it: the check that our writers write what they mean. */

import type { TerminationStatus } from "../../termination.ts";
import { readAnswer } from "./from-highs.ts";
import { disposeNative, guardNative, highsModule } from "./runtime.ts";

/** What came of solving a text. The objective is HiGHS' own, and absent when it has no solution. */
export interface TextResult {
  readonly status: TerminationStatus;
  readonly objective?: number;
}

/** Reads and solves a text to optimality. Text that HiGHS cannot read ends its module: an `EngineFault`. */
export async function solveText(format: "lp" | "mps", text: string): Promise<TextResult> {
  const highs = await highsModule();
  return guardNative(() => {
    const native = highs.createModel({ format, data: text });
    try {
      native.options.set({ output_flag: false, mip_rel_gap: 0 });
      const { status, values } = readAnswer(highs, native, native.run().modelStatus, true, 0);
      return { status, ...(values === undefined ? {} : { objective: native.getObjectiveValue() }) };
    } finally {
      disposeNative(native);
    }
  });
}
