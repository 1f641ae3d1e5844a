/** What every command is handed, and how its end becomes an exit code and, if it failed, a message. */
import type { Language } from "@placera/reports";
import { describeFailure } from "./describe-failure.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { Interrupts } from "./interrupts.ts";
import type { Terminal } from "./terminal.ts";

export interface Context {
  readonly terminal: Terminal;
  readonly interrupts: Interrupts;
  /** Called once, with how the command ended. */
  end(code: ExitCode): void;
}

/** Options that every command has. */
export interface CommonOptions {
  readonly lang: Language;
  readonly json?: true;
  readonly trace?: true;
}

/** Runs a command; whatever it throws is told in the language and form asked for. */
export async function act(
  { terminal, end }: Context,
  { lang, json, trace }: CommonOptions,
  run: () => Promise<ExitCode>,
): Promise<void> {
  try {
    end(await run());
  } catch (error) {
    const failure = describeFailure(error, lang);
    if (json) terminal.out(`${JSON.stringify(failure.document, undefined, 2)}\n`);
    else terminal.err(failure.text);
    if (trace && error instanceof Error) terminal.err(`${error.stack ?? ""}\n`);
    end(failure.exitCode);
  }
}
