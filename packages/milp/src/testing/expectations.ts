/** What the cases of the engine suite say about results, in one word each. */

import { expect } from "vitest";
import { checkValues } from "../check-values.ts";
import type { Engine, EngineResult } from "../engine.ts";
import { type Model, objectiveAt } from "../model.ts";

/** The parameters of a case that limits nothing. */
export const UNLIMITED = { seed: 0 } as const;

/** Solves without limits and expects the optimum given, with values that satisfy the model. */
export async function expectOptimum(
  engine: Engine,
  model: Model,
  objective: number,
): Promise<EngineResult> {
  const result = await engine.solve(model, UNLIMITED);
  expect(result.status).toBe("optimal");
  expect(result.objective).toBeCloseTo(objective, 6);
  expectHonest(model, result);
  return result;
}

/** Whatever the status: values satisfy the model, the objective is theirs, the bound is not above it. */
export function expectHonest(model: Model, result: EngineResult): void {
  expect(result.values === undefined).toBe(result.objective === undefined);
  if (result.values === undefined) return;
  expect(checkValues(model, result.values)).toEqual([]);
  expect(result.objective).toBeCloseTo(objectiveAt(model, result.values), 6);
  expect(result.bound ?? -Infinity).toBeLessThanOrEqual((result.objective ?? 0) + 1e-6);
  model.integer.forEach((flag, j) => {
    if (flag === 1) expect(Number.isInteger(result.values?.[j])).toBe(true);
  });
  expect(result.values.some((value) => Object.is(value, -0))).toBe(false);
}
