/** The break of a rule by one placement: where, when and for which requirement. */
import type { Placement } from "@placera/domain";
import type { Break } from "./rule.ts";

/** One step of magnitude at the placement; `params` is what the sentence needs besides. */
export function placementBreak(
  { requirement, unit, from, to }: Placement,
  params: Readonly<Record<string, string | number>> = {},
): Break {
  return { magnitude: 1, unit, from, to, params: { requirement, ...params } };
}
