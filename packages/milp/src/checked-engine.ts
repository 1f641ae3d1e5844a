/** The net under every engine: an answer that contradicts its own model becomes a `Defect`, never a plan. */

import { checkValues } from "./check-values.ts";
import { Defect } from "./defect.ts";
import type { Engine, EngineParams, EngineResult } from "./engine.ts";
import { feasibleStart } from "./finish-result.ts";
import { type Model, objectiveAt } from "./model.ts";
import { sameObjective } from "./tolerance.ts";

/** Wraps an engine so that each result is checked against the model before anybody sees it. */
export function checkedEngine(engine: Engine): Engine {
  return {
    name: engine.name,
    solve: async (model, params, watch) => {
      const result = await engine.solve(model, params, watch);
      assertHonest(model, params, result);
      return result;
    },
  };
}

/** Throws a `Defect` with code `engine-lied` when the result cannot be true of the model. */
export function assertHonest(model: Model, params: EngineParams, result: EngineResult): void {
  const lie = (sentence: string, evidence?: unknown): never => {
    throw new Defect("engine-lied", `${result.engine} on ${model.name}: ${sentence}`, {
      status: result.status,
      objective: result.objective,
      bound: result.bound,
      raw: result.raw,
      findings: evidence,
    });
  };
  if (result.status === "optimal" && result.values === undefined)
    lie("it calls no solution optimal");
  if (result.values !== undefined) {
    const findings = checkValues(model, result.values);
    if (findings.length > 0) {
      const [first] = findings;
      lie(
        `its solution breaks ${findings.length} conditions, first ${first?.kind} ${first?.name}`,
        findings.slice(0, 10),
      );
    }
    const objective = objectiveAt(model, result.values);
    if (!sameObjective(objective, result.objective ?? Number.NaN)) {
      lie(`its objective ${result.objective} is not that of its values, ${objective}`);
    }
    const { bound = -Infinity } = result;
    if (bound > objective && !sameObjective(bound, objective))
      lie(`its bound ${bound} is above its own value ${objective}`);
  }
  contradictStart(model, params, result, lie);
}

// The caller's start is a witness: whatever it disproves is false, however the engine put it.
function contradictStart(
  model: Model,
  params: EngineParams,
  result: EngineResult,
  lie: (sentence: string) => never,
): void {
  const witness = feasibleStart(model, params);
  if (witness === undefined) return;
  const { objective } = witness;
  if (result.status === "infeasible") lie("it calls infeasible what the start satisfies");
  const { bound = -Infinity } = result;
  // A bound claimed together with a cutoff says nothing about solutions above the cutoff.
  const claim = params.cutoff === undefined ? bound : Math.min(bound, params.cutoff);
  if (claim > objective && !sameObjective(claim, objective)) {
    lie(`its bound ${bound} is above the value ${objective} of the start`);
  }
}
