/** The rules whose limits a plan must keep, or pays for going beyond: those that are not told alone. */
import type { Problem } from "@placera/domain";
import { UNIT_RULES } from "./index.ts";
import type { UnitRule } from "./rule.ts";

export function limitingRules({ unitRules }: Problem): UnitRule[] {
  const limiting = new Set(
    unitRules.filter(({ mode }) => mode !== "report").map(({ rule }) => rule as string),
  );
  return UNIT_RULES.filter(({ id }) => limiting.has(id));
}
