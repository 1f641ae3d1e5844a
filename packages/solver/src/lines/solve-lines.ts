/** The line formulation: profiles, components, and each component's search; then one plan again. */

import { type Plan, type Problem, type Reason, tiersOf } from "@placera/domain";
import { openLinearProgram } from "@placera/milp";
import type { Searched, SearchHost, SearchParams } from "../searched.ts";
import type { ComponentResult } from "./component-search.ts";
import { decode, encode } from "./decode.ts";
import { divide } from "./divide.ts";
import { explainShortage, explainWithoutLines } from "./explain.ts";
import { solveAllLines } from "./solve-all-lines.ts";
import { beginComponent } from "./solve-component.ts";
import { writeProof } from "./write-proof.ts";

export async function solveLines(
  problem: Problem,
  params: SearchParams,
  host: SearchHost,
): Promise<Searched> {
  if (params.engine === "jslp") return solveAllLines(problem, params, host);
  const tiers = tiersOf(problem);
  const divided = divide(problem);
  const { limits, profiles, components } = divided;
  let ready = false;
  const begun = components.map((component, at) =>
    beginComponent(component, limits, {
      seed: params.seed + at,
      open: (seed) => openLinearProgram({ seed }),
      warm: params.warmStart && encode(problem, component, params.warmStart),
      watch: {
        stopped: () => host.stopped(),
        step: () => host.step(),
        better: () => {
          if (ready) host.plan(plan, incumbents());
        },
        turn: ({ stage, lines }) => tell(at, stage, lines),
      },
    }),
  );
  const plan = (): Plan =>
    decode(
      problem,
      profiles,
      begun.map((each) => each.best()),
    );
  const incumbents = (): number[] =>
    tiers.map((_, k) => begun.reduce((sum, each) => sum + (each.best().value[k] ?? 0), 0));
  const results: (ComponentResult | undefined)[] = components.map(() => undefined);
  const tell = (
    at: number,
    stage: "bounding" | "diving" | "improving" | "closing",
    lines: number,
  ) => {
    const values = incumbents();
    const bounds = tiers.map((_, k) =>
      begun.reduce((sum, each) => sum + (each.bounds()[k] ?? 0), 0),
    );
    // The tier that is worked on is the first with a gap.
    const open = tiers.findIndex((_, k) => (values[k] ?? 0) > (bounds[k] ?? 0));
    host.progress({
      stage,
      tier: tiers[open],
      component: at + 1,
      components: components.length,
      lines,
      incumbent: values[open],
      bound: bounds[open],
    });
  };
  ready = true;
  host.plan(plan, incumbents());
  // Small ones first: most of a region is proven while the hardest is still open.
  const order = components.map((_, at) => at);
  order.sort((a, b) => (components[a]?.doctors ?? 0) - (components[b]?.doctors ?? 0) || a - b);
  for (const at of order) {
    if (host.stopped()) break;
    results[at] = await begun[at]?.run();
  }

  const bounds = tiers.map((_, k) => {
    const settled = results.every(
      (result) => result?.tiers.slice(0, k).every(isProven) && result.tiers.length >= k,
    );
    // A bound of a later tier is of plans as good in the tiers before: it needs those proven.
    return begun.reduce((sum, each) => {
      const found = settled || k === 0 ? each.bounds() : each.unconditional;
      return sum + (found[k] ?? 0);
    }, 0);
  });
  const reasons = new Map<number, Reason>();
  results.forEach((result, at) => {
    const component = components[at];
    if (result === undefined || component === undefined) return;
    component.profiles.forEach((profile, i) => {
      const out = result.best.unplaced[i] ?? 0;
      const doctors = profile.doctors.slice(profile.doctors.length - out);
      if (doctors.length === 0) return;
      const reason =
        profile.graph.sinks.length === 0
          ? explainWithoutLines(problem, profile)
          : explainShortage(
              divided,
              { shortage: result.shortage, proven: (bounds[0] ?? 0) > 0 },
              profile,
            );
      for (const doctor of doctors) reasons.set(doctor, reason);
    });
  });
  const done = results.filter((result) => result !== undefined);
  return {
    plan: plan(),
    bounds,
    proofs: components.flatMap((component, at) => {
      const result = results[at];
      return result === undefined ? [] : writeProof(divided, component, result);
    }),
    reasons,
    components: components.length,
    lines: done.reduce((sum, { lines }) => sum + lines, 0),
    rows: done.reduce((sum, { rows }) => sum + rows, 0),
    engine: "highs",
  };
}

const isProven = ({ value, bound }: { readonly value: number; readonly bound: number }): boolean =>
  value === bound;
