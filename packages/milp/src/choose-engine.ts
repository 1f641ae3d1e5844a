/** From a choice of the user to an engine; `auto` decides by the size of the model. */

import { checkedEngine } from "./checked-engine.ts";
import type { Engine, EngineName } from "./engine.ts";
import { createEnumerateEngine } from "./engines/enumerate/engine.ts";
import { firstOf } from "./engines/first-of.ts";
import { createHighsEngine } from "./engines/highs/engine.ts";
import { createJslpEngine } from "./engines/jslp/engine.ts";
import { tableauCells } from "./engines/jslp/size-limit.ts";
import { type Model, modelSize } from "./model.ts";

/** What a user may ask for. */
export type EngineChoice = EngineName | "auto";

/**
 * Up to this size javascript-lp-solver answers in milliseconds and spares the 0.7 s of a first HiGHS call.
 * 4,000 random models of at most 12 binaries agreed with brute force, the slowest in 12 ms; a market split of
 * 24 integers already never returned, its time limit unread. Nothing in this thread could stop that.
 */
export const AUTO_JSLP_LIMIT = { integers: 12, cells: 400 } as const;

/** Creates an engine by name, with the net under it. */
export function createEngine(name: EngineName): Engine {
  switch (name) {
    case "highs":
      return checkedEngine(createHighsEngine());
    case "jslp":
      return checkedEngine(createJslpEngine());
    case "enumerate":
      return checkedEngine(createEnumerateEngine());
  }
}

/** The name that `auto` stands for on this model. It depends on the model's size alone. */
export function autoEngineName(model: Model): EngineName {
  const { integers } = modelSize(model);
  return integers <= AUTO_JSLP_LIMIT.integers && tableauCells(model) <= AUTO_JSLP_LIMIT.cells
    ? "jslp"
    : "highs";
}

/** The engine for this model. A named engine may refuse the model; `auto` then falls back on HiGHS. */
export function chooseEngine(model: Model, choice: EngineChoice = "auto"): Engine {
  if (choice !== "auto") return createEngine(choice);
  const name = autoEngineName(model);
  return name === "highs"
    ? createEngine("highs")
    : firstOf([createEngine(name), createEngine("highs")]);
}
