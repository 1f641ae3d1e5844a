/**
 * The master over every line there is, as one integer program: for problems so small that all lines
 * can be listed. This is what javascript-lp-solver takes, and an oracle for column generation.
 */
import { type Problem, tiersOf } from "@placera/domain";
import { createModelBuilder, type Model } from "@placera/milp";
import { channelsOf, costIn, type UnitCharge } from "../formulation/channels.ts";
import { runModel } from "../run-model.ts";
import type { Searched, SearchHost, SearchParams } from "../searched.ts";
import { roundUpBound } from "../tolerance.ts";
import { type Assignment, assign } from "./assignment.ts";
import type { Component, Wanting } from "./component.ts";
import { decode } from "./decode.ts";
import { explainUnplaced } from "./explain-unplaced.ts";
import { crowdingAt, type Limits, lackingAt, limitsOf, mostOfOne } from "./limits.ts";
import { eachRow, type Line } from "./line.ts";
import { listLines } from "./list-lines.ts";
import { type Profile, profilesOf } from "./profile.ts";
import { burdenIn, type WorstOff } from "./worst-off.ts";

export async function solveAllLines(
  problem: Problem,
  params: SearchParams,
  host: SearchHost,
): Promise<Searched> {
  const tiers = tiersOf(problem);
  const limits = limitsOf(problem);
  const profiles = profilesOf(problem, limits);
  const { worstOff } = channelsOf(problem);
  const whole: Component = {
    profiles,
    rows: Int32Array.from({ length: limits.rows }, (_, row) => row),
    doctors: problem.doctors.length,
    worstOff: worstOff && burdenIn(profiles, worstOff),
    crowded: Int32Array.from(
      [...limits.comfort.keys()].filter((row) => limits.comfort[row] !== Number.POSITIVE_INFINITY),
    ),
    wanting: {
      limits,
      rows: Int32Array.from([...limits.least.keys()].filter((row) => (limits.least[row] ?? 0) > 0)),
    },
  };
  // What each bears is looked at alone where the worst-off doctor counts.
  const groups =
    worstOff === undefined
      ? profiles
      : profiles.flatMap((profile) =>
          profile.doctors.map((doctor) => ({ ...profile, doctors: [doctor] })),
        );
  const lines = groups.flatMap((profile, group) =>
    listLines(profile).map((line) => ({ line, group })),
  );
  const bounds: number[] = tiers.map(() => 0);
  const held: { tier: number; value: number }[] = [];
  let best: Assignment = assign(whole, []);
  let settled = true;
  let engineName = params.engine as string;
  for (let tier = 0; tier < tiers.length && !host.stopped(); tier++) {
    const model = masterModel(
      {
        groups,
        lines,
        limits,
        worstOff: whole.worstOff,
        wanting: whole.wanting,
        crowded: whole.crowded,
      },
      tier,
      held,
    );
    const result = await runModel(
      model,
      params.engine,
      { seed: params.seed, timeLimitMs: params.timeLimitMs },
      { stopped: () => host.stopped() },
    );
    engineName = result.engine;
    const { values, objective } = result;
    const hopeless = limits.hopeless[tier] ?? 0;
    if (settled) bounds[tier] = Math.max(0, roundUpBound(result.bound ?? 0)) + hopeless;
    if (result.status !== "optimal") settled = false;
    if (values === undefined || objective === undefined) break;
    const taken = lines.map(({ line }, at) => ({ line, count: values[groups.length + at] ?? 0 }));
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

interface Listed {
  readonly groups: readonly Profile[];
  readonly lines: readonly { readonly line: Line; readonly group: number }[];
  readonly limits: Limits;
  readonly worstOff: WorstOff | undefined;
  readonly wanting: Wanting;
  readonly crowded: Int32Array;
}

function masterModel(
  { groups, lines, limits, worstOff, wanting, crowded }: Listed,
  tier: number,
  held: readonly { readonly tier: number; readonly value: number }[],
): Model {
  const builder = createModelBuilder("master over all lines");
  groups.forEach((profile, p) =>
    builder.addVariable({
      name: `u${p}`,
      upper: profile.doctors.length,
      cost: profile.unplacedCost[tier] ?? 0,
      integer: true,
    }),
  );
  const rows = new Map<number, [number, number][]>();
  const present = new Map<number, [number, number][]>();
  const doctors = groups.map((_, p): [number, number][] => [[p, 1]]);
  const burdens = groups.map(({ unplacedBurden }, p): [number, number][] => [[p, unplacedBurden]]);
  lines.forEach(({ line, group }, at) => {
    const profile = groups[group];
    if (profile === undefined) return;
    const variable = builder.addVariable({
      name: `line${at}`,
      upper: profile.doctors.length,
      cost: line.costs[tier] ?? 0,
      integer: true,
    });
    doctors[group]?.push([variable, 1]);
    burdens[group]?.push([variable, line.costs[worstOff?.channel ?? -1] ?? 0]);
    eachRow(line, profile, limits, (row, places) => {
      if ((limits.least[row] ?? 0) > 0 || limits.comfort[row] !== Number.POSITIVE_INFINITY) {
        present.set(row, [...(present.get(row) ?? []), [variable, places]]);
      }
      if (limits.capacity[row] === Number.POSITIVE_INFINITY) return;
      const terms = rows.get(row);
      if (terms === undefined) rows.set(row, [[variable, places]]);
      else terms.push([variable, places]);
    });
  });
  doctors.forEach((terms, p) => {
    const n = groups[p]?.doctors.length ?? 0;
    builder.addRow({ name: `doctors${p}`, terms, lower: n, upper: n });
  });
  const counts = (k: number): number => (k === worstOff?.tier ? worstOff.weight : 0);
  const theta =
    worstOff === undefined
      ? undefined
      : builder.addVariable({
          name: "worst",
          upper: worstOff.top,
          cost: counts(tier),
          integer: true,
        });
  burdens.forEach((own, p) => {
    if (theta === undefined) return;
    const terms: [number, number][] = [...own, [theta, -1]];
    builder.addRow({ name: `burden${p}`, terms, upper: 0 });
  });
  for (const [row, terms] of rows) {
    const upper = limits.capacity[row] ?? Number.POSITIVE_INFINITY;
    const most = terms.length;
    if (most > 0) builder.addRow({ name: `row${row}`, terms, upper });
  }
  const charged: { readonly variable: number; readonly charge: UnitCharge }[] = [];
  for (const row of wanting.rows) {
    const lower = limits.least[row] ?? 0;
    const charge = lackingAt(limits, row);
    const cost = costIn(charge, tier);
    const name = `missing${row}`;
    const variable = builder.addVariable({ name, upper: lower, cost, integer: true });
    charged.push({ variable, charge });
    const terms: [number, number][] = [...(present.get(row) ?? []), [variable, 1]];
    builder.addRow({ name: `least${row}`, terms, lower });
  }
  for (const row of crowded) {
    const terms = present.get(row) ?? [];
    if (terms.length === 0) continue;
    const charge = crowdingAt(limits, row);
    const cost = costIn(charge, tier);
    const each = mostOfOne(limits, row);
    const all = groups.reduce((sum, group) => sum + each * group.doctors.length, 0);
    const name = `crowd${row}`;
    const variable = builder.addVariable({ name, upper: all, cost, integer: true });
    charged.push({ variable, charge });
    const upper = limits.comfort[row] ?? 0;
    builder.addRow({ name: `comfort${row}`, terms: [...terms, [variable, -1]], upper });
  }
  for (const { tier: k, value } of held) {
    const terms = [
      ...groups.map((profile, p): [number, number] => [p, profile.unplacedCost[k] ?? 0]),
      ...lines.map(({ line }, at): [number, number] => [groups.length + at, line.costs[k] ?? 0]),
      ...charged.map(({ variable, charge }): [number, number] => [variable, costIn(charge, k)]),
      ...(theta === undefined ? [] : [[theta, counts(k)] as [number, number]]),
    ];
    builder.addRow({ name: `held${k}`, terms, upper: value, mayBeEmpty: true });
  }
  return builder.build();
}
