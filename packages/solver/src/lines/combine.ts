/**
 * The best plan that can be put together from given lines, as an integer program over them: the
 * master with whole numbers. Given every line that a better plan could take, it closes the gap.
 */
import { createModelBuilder, type Model } from "@placera/milp";
import { type Assignment, assign } from "./assignment.ts";
import { parted } from "./close.ts";
import { type Closed, type ClosingParams, solveClosing } from "./closing.ts";
import { crowdingAt, lackingAt, mostOfOne } from "./limits.ts";
import { eachRow, type Line } from "./line.ts";
import type { TierWeights } from "./price.ts";
import type { SearchState } from "./search-state.ts";
import { weighted } from "./tier-costs.ts";

export interface CombineParams extends ClosingParams {
  /** What is minimised. */
  readonly weights: TierWeights;
}

interface Taken {
  readonly line: Line;
  readonly variable: number;
}

export function combine(
  state: SearchState,
  lines: readonly Line[],
  params: CombineParams,
): Promise<Closed> {
  const { model, taken } = modelOf(state, lines, params);
  return solveClosing(state, model, params, (values) => put(state, taken, values));
}

function put(state: SearchState, taken: readonly Taken[], values: Float64Array): Assignment {
  const tally = new Map<string, { line: Line; count: number }>();
  for (const { line, variable } of taken) {
    const count = Math.round(values[variable] ?? 0);
    if (count === 0) continue;
    const known = tally.get(line.key);
    if (known === undefined) tally.set(line.key, { line, count });
    else known.count += count;
  }
  return assign(state.component, [...tally.values()]);
}

function modelOf(
  { component, limits }: SearchState,
  lines: readonly Line[],
  { weights, cutoff, held }: CombineParams,
): { readonly model: Model; readonly taken: readonly Taken[] } {
  const builder = createModelBuilder("lines");
  const objective: [number, number][] = [];
  const bounded = held.map(() => [] as [number, number][]);
  const add = (name: string, upper: number, costs: readonly number[]): number => {
    const cost = weighted(costs, weights);
    const variable = builder.addVariable({ name, upper, integer: true, cost });
    if (cost !== 0) objective.push([variable, cost]);
    held.forEach(({ tier }, at) => {
      const own = costs[tier] ?? 0;
      if (own !== 0) bounded[at]?.push([variable, own]);
    });
    return variable;
  };
  const inTier = (tier: number, cost: number) => weights.map((_, k) => (k === tier ? cost : 0));
  const own = new Map<number, Line[]>();
  for (const line of lines) {
    const there = own.get(line.profile);
    if (there === undefined) own.set(line.profile, [line]);
    else there.push(line);
  }
  const { worstOff } = component;
  const theta = worstOff && add("worst", worstOff.top, inTier(worstOff.tier, worstOff.weight));
  if (worstOff !== undefined && theta !== undefined && worstOff.floor > 0) {
    builder.addRow({ name: "floor", terms: [[theta, 1]], lower: worstOff.floor });
  }
  const rows = new Map<number, [number, number][]>();
  /** By row: the places that all these lines would take, each as often as it can be taken. */
  const all = new Map<number, number>();
  const taken: Taken[] = [];
  parted(component).forEach(({ profile }, p) => {
    const n = profile.doctors.length;
    const unplaced = add(`u${p}`, n, profile.unplacedCost);
    const whole: [number, number][] = [[unplaced, 1]];
    const burden: [number, number][] = [];
    if (profile.unplacedBurden !== 0) burden.push([unplaced, profile.unplacedBurden]);
    own.get(profile.index)?.forEach((line, i) => {
      const variable = add(`l${p}_${i}`, n, line.costs);
      taken.push({ line, variable });
      whole.push([variable, 1]);
      const borne = line.costs[worstOff?.channel ?? -1] ?? 0;
      if (borne !== 0) burden.push([variable, borne]);
      eachRow(line, profile, limits, (row, places) => {
        const there = rows.get(row);
        if (there === undefined) rows.set(row, [[variable, places]]);
        else there.push([variable, places]);
        all.set(row, (all.get(row) ?? 0) + places * n);
      });
    });
    builder.addRow({ name: `doctors${p}`, terms: whole, lower: n, upper: n });
    if (theta !== undefined && burden.length > 0) {
      builder.addRow({ name: `burden${p}`, terms: [...burden, [theta, -1]], upper: 0 });
    }
  });
  for (const row of component.wanting.rows) {
    const lower = limits.least[row] ?? 0;
    const lacking = lackingAt(limits, row);
    const missing = add(`missing${row}`, lower, inTier(lacking.tier, lacking.weight));
    builder.addRow({ name: `least${row}`, terms: [...(rows.get(row) ?? []), [missing, 1]], lower });
  }
  for (const row of component.crowded) {
    const upper = limits.comfort[row] ?? 0;
    const crowding = crowdingAt(limits, row);
    const most = Math.max(0, mostOfOne(limits, row) * component.doctors - upper);
    const crowd = add(`crowd${row}`, most, inTier(crowding.tier, crowding.weight));
    builder.addRow({
      name: `comfort${row}`,
      terms: [...(rows.get(row) ?? []), [crowd, -1]],
      upper,
    });
  }
  const binding = new Set(component.rows);
  for (const [row, terms] of rows) {
    const upper = limits.capacity[row] ?? Number.POSITIVE_INFINITY;
    if (!binding.has(row) || (all.get(row) ?? 0) <= upper) continue;
    builder.addRow({ name: `row${row}`, terms, upper });
  }
  held.forEach(({ tier, value }, at) => {
    const terms = bounded[at] ?? [];
    builder.addRow({ name: `held${tier}`, terms, upper: value, mayBeEmpty: true });
  });
  builder.addRow({ name: "cutoff", terms: objective, upper: cutoff, mayBeEmpty: true });
  return { model: builder.build(), taken };
}
