/** What is known of each part while it is solved, wherever that happens, and of all of them together. */
import type { Plan, Problem } from "@placera/domain";
import type { LinesEnd, SearchStage, Standing } from "../lines/begin-lines.ts";
import type { Searched } from "../searched.ts";

export interface PartStanding {
  /** Undefined until it has a first plan. */
  standing: Standing | undefined;
  plan: (() => Plan) | undefined;
  stage: SearchStage;
  /** Known when it is done; reasons by index in the whole problem. */
  end: LinesEnd | undefined;
}

export const nothingYet = (): PartStanding => ({
  standing: undefined,
  plan: undefined,
  stage: "bounding",
  end: undefined,
});

/** Tier values of all parts; undefined while one has none. */
export function valuesOf(parts: readonly PartStanding[]): number[] | undefined {
  if (parts.some(({ standing }) => standing === undefined)) return undefined;
  return sum(parts, ({ values }) => values);
}

/**
 * Bounds by tier of all parts together. The first tier's are sums; a later tier's hold for plans as
 * good in the tiers before, which plans of parts are together only where each part's is the best.
 */
export function boundsOf(parts: readonly PartStanding[]): number[] {
  const conditional = sum(parts, ({ bounds }) => bounds);
  const unconditional = sum(parts, (standing) => standing.unconditional);
  const proven = Math.min(...parts.map(({ standing }) => standing?.proven ?? 0));
  return conditional.map((bound, k) => (k <= proven ? bound : (unconditional[k] ?? 0)));
}

/** The parts' plans as one, in the order of the problem's doctors. */
export function planOf(problem: Problem, parts: readonly PartStanding[]): Plan {
  const rotations = parts.flatMap(({ plan }) => plan?.().rotations ?? []);
  if (parts.length === 1) return { rotations };
  const byDoctor = new Map(rotations.map((rotation) => [rotation.doctor, rotation]));
  return {
    rotations: problem.doctors.flatMap(({ id }) => byDoctor.get(id) ?? []),
  };
}

/** What the search of all parts came to. */
export function mergeParts(problem: Problem, parts: readonly PartStanding[]): Searched {
  const total = (of: (standing: Standing) => number): number =>
    parts.reduce((all, { standing }) => all + (standing === undefined ? 0 : of(standing)), 0);
  return {
    plan: planOf(problem, parts),
    // What a part did not live to hand over the proof of is not claimed.
    bounds: boundsOf(parts.map((part) => (part.end === undefined ? unproven(part) : part))),
    proofs: parts.flatMap(({ end }) => end?.proofs ?? []),
    reasons: new Map(parts.flatMap(({ end }) => [...(end?.reasons ?? [])])),
    components: total(({ components }) => components),
    lines: total(({ lines }) => lines),
    rows: total(({ rows }) => rows),
    engine: "highs",
  };
}

function unproven({ standing, ...part }: PartStanding): PartStanding {
  if (standing === undefined) return { ...part, standing };
  return { ...part, standing: { ...standing, bounds: standing.unconditional, proven: 0 } };
}

/** Costs of plans of parts add up, tier by tier; what is unknown of a part counts as nothing. */
function sum(
  parts: readonly PartStanding[],
  of: (standing: Standing) => readonly number[],
): number[] {
  const sums: number[] = [];
  for (const { standing } of parts) {
    if (standing === undefined) continue;
    of(standing).forEach((value, k) => {
      sums[k] = (sums[k] ?? 0) + value;
    });
  }
  return sums;
}
