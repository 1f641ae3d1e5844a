/** Runs a model on the engine asked for; javascript-lp-solver in a thread of its own, since nothing else stops it. */
import {
  checkedEngine,
  chooseEngine,
  type EngineParams,
  type EngineResult,
  type EngineWatch,
  isolatedEngine,
  type Model,
} from "@placera/milp";

export async function runModel(
  model: Model,
  choice: "auto" | "highs" | "jslp",
  params: EngineParams,
  watch: EngineWatch,
): Promise<EngineResult> {
  if (choice !== "jslp") return chooseEngine(model, choice).solve(model, params, watch);
  const isolated = isolatedEngine({ engine: "jslp" });
  try {
    return await checkedEngine(isolated).solve(model, params, watch);
  } finally {
    await isolated.close();
  }
}
