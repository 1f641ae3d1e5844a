/** Where a divided job is: its parts' progress, summed. */
import type { SolveJobProgress } from "./contract.ts";

const STAGES = [
  "reading",
  "bounding",
  "diving",
  "improving",
  "closing",
  "verifying",
  "done",
] as const satisfies readonly SolveJobProgress["stage"][];

/** One entry a part; undefined where it has not reported. Undefined when none has. */
export function sumProgress(
  parts: readonly (SolveJobProgress | undefined)[],
): SolveJobProgress | undefined {
  const known = parts.filter((part) => part !== undefined);
  const [first] = known;
  if (first === undefined) return undefined;
  const sum = (of: (part: SolveJobProgress) => number) =>
    known.reduce((all, part) => all + of(part), 0);
  const components = sum((part) => part.components);
  const settled = sum(({ stage, component, components: all }) =>
    stage === "done" ? all : Math.max(0, component - 1),
  );
  const isAll = known.length === parts.length;
  return {
    contract: first.contract,
    run: Math.max(...known.map(({ run }) => run)),
    stage: isAll ? furthestOpen(known) : "reading",
    component: Math.min(components, settled + 1),
    components,
    lines: sum(({ lines }) => lines),
    ...(isAll ? sumTiers(known) : {}),
    elapsedMs: Math.max(...known.map(({ elapsedMs }) => elapsedMs)),
  };
}

/** The stage of the part that is furthest, of those not done. */
function furthestOpen(parts: readonly SolveJobProgress[]): SolveJobProgress["stage"] {
  const open = parts
    .filter(({ stage }) => stage !== "done")
    .map(({ stage }) => STAGES.indexOf(stage));
  return open.length === 0 ? "verifying" : (STAGES[Math.max(...open)] ?? "improving");
}

/** Values and bounds by tier, and of the first tier with a gap, once every part has a plan. */
function sumTiers(parts: readonly SolveJobProgress[]): Partial<SolveJobProgress> {
  const [first] = parts;
  if (first?.tiers === undefined || parts.some(({ tiers }) => tiers === undefined)) return {};
  const tiers = first.tiers.map(({ tier }, k) => ({
    tier,
    value: parts.reduce((all, part) => all + (part.tiers?.[k]?.value ?? 0), 0),
    bound: parts.reduce((all, part) => all + (part.tiers?.[k]?.bound ?? 0), 0),
  }));
  const open = tiers.find(({ value, bound }) => value > bound);
  if (open === undefined) return { tiers };
  const { tier, value: incumbent, bound } = open;
  return { tiers, tier, incumbent, bound, gap: incumbent - bound };
}
