/** Every line of a profile, listed: for small problems and for tests. */
import { UnsupportedModelError } from "@placera/milp";
import type { Line } from "./line.ts";
import { makeLine } from "./make-line.ts";
import type { Profile } from "./profile.ts";

/** More lines than this are not listed. */
const MOST_LINES = 5_000;

/** Every line, one by one, depth first. */
export function* linesOf(profile: Profile): Generator<Line> {
  const { graph } = profile;
  const out = new Map<number, number[]>();
  graph.arcTail.forEach((tail, a) => out.set(tail, [...(out.get(tail) ?? []), a]));
  const sinks = new Set(graph.sinks);
  function* extend(
    source: number,
    node: number,
    arcs: readonly number[],
    options: readonly number[],
  ): Generator<Line> {
    if (sinks.has(node)) yield makeLine(profile, source, node, arcs, options);
    for (const a of out.get(node) ?? []) {
      const slot = graph.arcSlot[a] ?? -1;
      for (let o = graph.optionStart[slot] ?? 0; o < (graph.optionStart[slot + 1] ?? 0); o++) {
        yield* extend(source, graph.arcHead[a] ?? -1, [...arcs, a], [...options, o]);
      }
    }
  }
  for (const source of graph.sources) yield* extend(source, source, [], []);
}

/** Every line of a profile. Throws `UnsupportedModelError` when there are too many to list. */
export function listLines(profile: Profile): Line[] {
  if (profile.graph.relaxed !== undefined) {
    throw new UnsupportedModelError("jslp", "a doctor has too many stays to choose from");
  }
  const lines: Line[] = [];
  for (const line of linesOf(profile)) {
    if (lines.push(line) > MOST_LINES) {
      throw new UnsupportedModelError(
        "jslp",
        `a doctor has more than ${MOST_LINES} possible lines`,
      );
    }
  }
  return lines;
}
