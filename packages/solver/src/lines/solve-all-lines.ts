/**
 * The master over every line there is, as one integer program: for problems so small that all lines
 * can be listed. This is what javascript-lp-solver takes, and an oracle for column generation.
 */
import { type Problem, tiersOf } from "@placera/domain";
import { createModelBuilder, type Model } from "@placera/milp";
import { runModel } from "../run-model.ts";
import type { Searched, SearchHost, SearchParams } from "../searched.ts";
import { roundUpBound } from "../tolerance.ts";
import { type Assignment, assign } from "./assignment.ts";
import type { Component } from "./component.ts";
import { decode } from "./decode.ts";
import { explainUnplaced } from "./explain-unplaced.ts";
import { type Limits, limitsOf } from "./limits.ts";
import { eachRow, type Line } from "./line.ts";
import { listLines } from "./list-lines.ts";
import { profilesOf } from "./profile.ts";

export async function solveAllLines(
  problem: Problem,
  params: SearchParams,
  host: SearchHost,
): Promise<Searched> {
  const tiers = tiersOf(problem);
  const limits = limitsOf(problem);
  const profiles = profilesOf(problem, limits);
  const whole: Component = {
    profiles,
    rows: Int32Array.from({ length: limits.rows }, (_, row) => row),
    doctors: problem.doctors.length,
  };
  const lines = profiles.flatMap((profile) => listLines(profile));
  const bounds: number[] = tiers.map(() => 0);
  const held: { tier: number; value: number }[] = [];
  let best: Assignment = assign(whole, []);
  let settled = true;
  let engineName = params.engine as string;
  for (let tier = 0; tier < tiers.length && !host.stopped(); tier++) {
    const model = masterModel(whole, limits, lines, tier, held);
    const result = await runModel(
      model,
      params.engine,
      { seed: params.seed, timeLimitMs: params.timeLimitMs },
      { stopped: () => host.stopped() },
    );
    engineName = result.engine;
    const { values, objective } = result;
    if (settled) bounds[tier] = Math.max(0, roundUpBound(result.bound ?? 0));
    if (result.status !== "optimal") settled = false;
    if (values === undefined || objective === undefined) break;
    const taken = lines.map((line, at) => ({ line, count: values[profiles.length + at] ?? 0 }));
    best = assign(
      whole,
      taken.filter(({ count }) => count > 0),
    );
    held.push({ tier, value: objective });
  }
  const plan = decode(problem, profiles, [best]);
  const placed = new Set(plan.rotations.map(({ doctor }) => doctor));
  const unplaced = new Set(
    problem.doctors.filter(({ id }) => !placed.has(id)).map(({ index }) => index),
  );
  const proven = (bounds[0] ?? 0) > 0;
  return {
    plan,
    bounds,
    reasons: await explainUnplaced(problem, unplaced, { seed: params.seed, proven, host }),
    components: 1,
    lines: lines.length,
    rows: limits.rows,
    engine: engineName,
  };
}

function masterModel(
  { profiles }: Component,
  limits: Limits,
  lines: readonly Line[],
  tier: number,
  held: readonly { readonly tier: number; readonly value: number }[],
): Model {
  const builder = createModelBuilder("master over all lines");
  profiles.forEach((profile, p) =>
    builder.addVariable({
      name: `u${p}`,
      upper: profile.doctors.length,
      cost: profile.unplacedCost[tier] ?? 0,
      integer: true,
    }),
  );
  const rows = new Map<number, [number, number][]>();
  const doctors = profiles.map((_, p): [number, number][] => [[p, 1]]);
  lines.forEach((line, at) => {
    const profile = profiles[line.profile];
    if (profile === undefined) return;
    const variable = builder.addVariable({
      name: `line${at}`,
      upper: profile.doctors.length,
      cost: line.costs[tier] ?? 0,
      integer: true,
    });
    doctors[line.profile]?.push([variable, 1]);
    eachRow(line, profile, limits, (row) => {
      if (limits.capacity[row] === Number.POSITIVE_INFINITY) return;
      const terms = rows.get(row);
      if (terms === undefined) rows.set(row, [[variable, 1]]);
      else terms.push([variable, 1]);
    });
  });
  doctors.forEach((terms, p) => {
    const n = profiles[p]?.doctors.length ?? 0;
    builder.addRow({ name: `doctors${p}`, terms, lower: n, upper: n });
  });
  for (const [row, terms] of rows) {
    const upper = limits.capacity[row] ?? Number.POSITIVE_INFINITY;
    const most = terms.length;
    if (most > 0) builder.addRow({ name: `row${row}`, terms, upper });
  }
  for (const { tier: k, value } of held) {
    const terms = [
      ...profiles.map((profile, p): [number, number] => [p, profile.unplacedCost[k] ?? 0]),
      ...lines.map((line, at): [number, number] => [profiles.length + at, line.costs[k] ?? 0]),
    ];
    builder.addRow({ name: `held${k}`, terms, upper: value, mayBeEmpty: true });
  }
  return builder.build();
}
