/** Runs the program inside this process, with a terminal that only remembers. */
import { CommanderError } from "commander";
import type { Context } from "../context.ts";
import { EXIT } from "../exit-codes.ts";
import { createProgram } from "../program.ts";

export interface RanHere {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export async function runHere(args: readonly string[]): Promise<RanHere> {
  let code: number = EXIT.plan;
  let out = "";
  let err = "";
  const context: Context = {
    terminal: {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      outIsTerminal: false,
      errIsTerminal: false,
      errWidth: () => 80,
      outWidth: () => undefined,
      colour: false,
      now: () => performance.now(),
    },
    interrupts: { during: (_stop, work) => work() },
    end: (ended) => {
      code = ended;
    },
  };
  try {
    await createProgram(context).parseAsync(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) code = EXIT.invalid;
  }
  return { code, out, err };
}
