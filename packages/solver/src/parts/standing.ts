/** What is known of each part while it is solved, wherever that happens, and of all of them together. */
import type { PartProof, Plan, Problem, Reason } from "@placera/domain";
import type { LinesEnd, SearchStage, Share, Standing } from "../lines/begin-lines.ts";
import type { Searched } from "../searched.ts";
import { addBounds } from "./add-bounds.ts";

/** What counts show of the parts that did not end: beyond what is known of these otherwise. */
export interface Shown {
  readonly bound: number;
  readonly proofs: readonly PartProof[];
  readonly reasons: ReadonlyMap<number, Reason>;
}

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
  const values: number[] = [];
  for (const share of sharesOf(parts)) {
    share.values.forEach((value, k) => {
      values[k] = (values[k] ?? 0) + value;
    });
  }
  return values;
}

/** Bounds by tier of all parts together. */
export const boundsOf = (parts: readonly PartStanding[]): number[] => addBounds(sharesOf(parts));

const sharesOf = (parts: readonly PartStanding[]): Share[] =>
  parts.flatMap(({ standing }) => standing?.shares ?? [UNKNOWN]);

const UNKNOWN: Share = { values: [], bounds: [], unconditional: [] };

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
export function mergeParts(
  problem: Problem,
  parts: readonly PartStanding[],
  shown: Shown,
): Searched {
  const total = (of: (standing: Standing) => number): number =>
    parts.reduce((all, { standing }) => all + (standing === undefined ? 0 : of(standing)), 0);
  // What a part did not live to hand over the proof of is not claimed, but for what a count shows.
  const proven = boundsOf(parts.map((part) => (part.end === undefined ? unproven(part) : part)));
  const [unplaced = 0, ...later] = proven;
  return {
    plan: planOf(problem, parts),
    bounds: [unplaced + shown.bound, ...later],
    proofs: [...parts.flatMap(({ end }) => end?.proofs ?? []), ...shown.proofs],
    reasons: new Map([...shown.reasons, ...parts.flatMap(({ end }) => [...(end?.reasons ?? [])])]),
    components: total(({ components }) => components),
    lines: total(({ lines }) => lines),
    rows: total(({ rows }) => rows),
    engine: "highs",
  };
}

function unproven({ standing, ...part }: PartStanding): PartStanding {
  if (standing === undefined) return { ...part, standing };
  const shares = standing.shares.map((share) => ({ ...share, bounds: share.unconditional }));
  return { ...part, standing: { ...standing, shares } };
}
