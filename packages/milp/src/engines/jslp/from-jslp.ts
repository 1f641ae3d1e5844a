/** javascript-lp-solver's answer → ours, believing as little of it as possible. */

import { checkValues, normaliseValues } from "../../check-values.ts";
import { type Model, modelSize, objectiveAt } from "../../model.ts";
import type { TerminationStatus } from "../../termination.ts";
import type { JslpAnswer } from "./library.ts";
import type { SentVariable } from "./to-jslp.ts";

/** What may be concluded from an answer. */
export interface Reading {
  readonly status: TerminationStatus;
  readonly values?: Float64Array;
  readonly bound?: number;
}

/**
 * Decides the status. `feasible` alone means nothing: at the time limit it comes with fractional values,
 * and an incumbent at the limit looks exactly like a proven optimum. Only `isIntegral` and our own clock count.
 */
export function fromJslp(
  model: Model,
  sent: readonly SentVariable[],
  answer: JslpAnswer,
  reachedLimit: boolean,
): Reading {
  const whole = modelSize(model).integers === 0 || answer.isIntegral === true;
  const values = answer.feasible === true && whole ? satisfying(model, sent, answer) : undefined;
  if (reachedLimit) return { status: "time-limit", ...(values === undefined ? {} : { values }) };
  // An unbounded relaxation leaves open whether a whole solution exists; the caller settles that.
  if (answer.bounded === false) return { status: "infeasible-or-unbounded" };
  if (answer.feasible !== true) return { status: "infeasible" };
  if (values === undefined) return { status: "numerical-trouble" };
  return { status: "optimal", values, bound: objectiveAt(model, values) };
}

function satisfying(
  model: Model,
  sent: readonly SentVariable[],
  answer: JslpAnswer,
): Float64Array | undefined {
  const raw = Float64Array.from(sent, ({ kind, base, sign }, j) => {
    const moved = answer[`v${j}`];
    // Zero variables are left out of the answer; a fixed one was never sent.
    return kind === "fixed" || typeof moved !== "number" ? base : base + sign * moved;
  });
  const values = normaliseValues(model, raw);
  return checkValues(model, values).length === 0 ? values : undefined;
}
