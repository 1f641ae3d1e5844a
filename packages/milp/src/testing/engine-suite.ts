/** The conformance suite: what every engine must do, called from each engine's own test file. */

import { describe, it } from "vitest";
import type { Engine } from "../engine.ts";
import { LIMIT_CASES } from "./engine-cases-limits.ts";
import { MODEL_CASES } from "./engine-cases-model.ts";

const CASES = { ...MODEL_CASES, ...LIMIT_CASES };

/** The name of a case. */
export type EngineCase = keyof typeof CASES;

/** All cases, in the order in which they run. */
export const ENGINE_CASES = Object.keys(CASES) as readonly EngineCase[];

/** What an engine cannot do, and why. */
export interface EngineSuiteOptions {
  readonly skip?: readonly { readonly reason: string; readonly tests: readonly EngineCase[] }[];
}

/** Runs every case against the engine, each skip with its reason in the test's name. */
export function describeEngine(
  title: string,
  createEngine: () => Engine,
  options: EngineSuiteOptions = {},
): void {
  const reasons = new Map(
    options.skip?.flatMap(({ reason, tests }) => tests.map((test) => [test, reason] as const)),
  );
  describe(`engine ${title}`, () => {
    const engine = createEngine();
    for (const name of ENGINE_CASES) {
      const reason = reasons.get(name);
      if (reason === undefined) it(name, { timeout: 30_000 }, () => CASES[name](engine));
      else it.skip(`${name} (${reason})`, () => undefined);
    }
  });
}
