#!/usr/bin/env node
/** `placera`: everything a study director or a script asks of Placera from a terminal. */
import { CommanderError } from "commander";
import type { Context } from "./context.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { processInterrupts } from "./interrupts.ts";
import { createProgram } from "./program.ts";
import { flush, processTerminal } from "./terminal.ts";

let exitCode: ExitCode = EXIT.plan;
const context: Context = {
  terminal: processTerminal(),
  interrupts: processInterrupts(),
  end: (code) => {
    exitCode = code;
  },
};
try {
  await createProgram(context).parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  // Commander has said what is wrong; help and version are not wrong.
  if (error.exitCode !== 0) exitCode = EXIT.invalid;
}
await flush();
process.exit(exitCode);
