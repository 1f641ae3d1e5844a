/** The compact formulation, tier by tier, on whichever engine takes it. */
import { type Plan, type Problem, type Rotation, tiersOf, workingIn } from "@placera/domain";
import { explainUnplaced } from "../lines/explain-unplaced.ts";
import { runModel } from "../run-model.ts";
import type { Searched, SearchHost, SearchParams } from "../searched.ts";
import { roundUpBound } from "../tolerance.ts";
import { type CompactFormulation, formulateCompact } from "./formulation.ts";

export async function solveCompact(
  problem: Problem,
  params: SearchParams,
  host: SearchHost,
): Promise<Searched> {
  const tiers = tiersOf(problem);
  const formulation = formulateCompact(problem);
  const held: { tier: number; value: number }[] = [];
  const bounds: number[] = tiers.map(() => 0);
  let values: Float64Array | undefined;
  let engineName = params.engine as string;
  let rows = 0;
  let columns = 0;
  let settled = true;
  const plan = (): Plan => readCompactPlan(problem, formulation, values);
  for (let tier = 0; tier < tiers.length && !host.stopped(); tier++) {
    const model = formulation.model(
      tiers.map((_, k) => (k === tier ? 1 : 0)),
      held,
    );
    rows = model.rowNames.length;
    columns = model.variableNames.length;
    const result = await runModel(
      model,
      params.engine,
      {
        seed: params.seed,
        timeLimitMs: params.timeLimitMs,
      },
      {
        stopped: () => host.stopped(),
        onIncumbent: (incumbent) => {
          host.progress({
            stage: "improving",
            tier: tiers[tier],
            component: 1,
            components: 1,
            lines: columns,
            incumbent: incumbent.objective,
            bound: incumbent.bound,
          });
        },
      },
    );
    engineName = result.engine;
    if (result.values !== undefined) {
      values = result.values;
      const worst = Number.POSITIVE_INFINITY;
      const value = tiers.map(
        (_, k) => held[k]?.value ?? (k === tier ? (result.objective ?? worst) : worst),
      );
      host.plan(plan, value);
    }
    if (settled) bounds[tier] = Math.max(0, roundUpBound(result.bound ?? 0));
    if (result.status !== "optimal" || result.objective === undefined) settled = false;
    if (result.objective === undefined) break;
    held.push({ tier, value: result.objective });
  }
  const found = plan();
  const placed = new Set(found.rotations.map(({ doctor }) => doctor));
  const unplaced = new Set(
    problem.doctors.filter(({ id }) => !placed.has(id)).map(({ index }) => index),
  );
  const proven = (bounds[0] ?? 0) > 0;
  const reasons = await explainUnplaced(problem, unplaced, { seed: params.seed, proven, host });
  return { plan: found, bounds, reasons, components: 1, lines: columns, rows, engine: engineName };
}

/** The plan of the model's values; none is no plan. */
export function readCompactPlan(
  problem: Problem,
  formulation: CompactFormulation,
  values: Float64Array | undefined,
): Plan {
  if (values === undefined) return { rotations: [] };
  const { boundaries } = problem.calendar;
  const day = (t: number): number => boundaries[t] ?? Number.NaN;
  return {
    rotations: formulation.doctors.flatMap(({ doctor, starts, stays }): Rotation[] => {
      const start = starts.find(({ variable }) => values[variable] === 1);
      if (start === undefined) return [];
      const placements = stays
        .filter(({ variable }) => values[variable] === 1)
        .map(({ stay: { requirement, unit, section, from, to } }) => ({
          requirement: requirement.id,
          unit: unit.id,
          section,
          from: day(from),
          to: day(to),
          ...workingIn(doctor, { from: day(from), to: day(to) }),
        }))
        .sort((a, b) => a.from - b.from);
      return [{ doctor: doctor.id, start: day(start.period), placements }];
    }),
  };
}
