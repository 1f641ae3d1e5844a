/** Tries engines in order and moves on only where one cannot take the model; every other failure is the caller's. */

import { type Engine, type EngineResult, UnsupportedModelError } from "../engine.ts";

/** An engine that hands the model to the first of `engines` that takes it. Its name is the first one's. */
export function firstOf(engines: readonly [Engine, ...Engine[]]): Engine {
  return {
    name: engines[0].name,
    async solve(model, params, watch) {
      let refusal: UnsupportedModelError | undefined;
      for (const engine of engines) {
        try {
          return await engine.solve(model, params, watch);
        } catch (error) {
          if (!(error instanceof UnsupportedModelError)) throw error;
          refusal = error;
        }
      }
      throw refusal ?? new UnsupportedModelError(engines[0].name, "no engine was given");
    },
  } satisfies {
    name: Engine["name"];
    solve(...args: Parameters<Engine["solve"]>): Promise<EngineResult>;
  };
}
