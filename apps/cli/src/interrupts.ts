/** Ctrl-C and SIGTERM: the first asks politely, the second quits at once. */
import { EXIT } from "./exit-codes.ts";

export interface Interrupts {
  /** While `work` runs, the first signal calls `stop` instead of ending the program. */
  during<T>(stop: () => void, work: () => Promise<T>): Promise<T>;
}

export function processInterrupts(): Interrupts {
  return {
    async during(stop, work) {
      let asked = false;
      const onSignal = () => {
        if (asked) process.exit(EXIT.interrupted);
        asked = true;
        stop();
      };
      process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
      try {
        return await work();
      } finally {
        process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
      }
    },
  };
}
