/** Short placements inside longer ones: each requirement in one part of one, and none of them optional. */
import type { ProblemInput } from "./problem-input.ts";
import type { Path } from "./problem-issue.ts";
import type { References } from "./references.ts";

export function checkShortPlacements(
  { id: programme, shortPlacements, groups }: ProblemInput["programmes"][number],
  path: Path,
  owed: ReadonlySet<string>,
  references: References,
): void {
  const grouped = new Set(groups.flatMap(({ requirements }) => requirements));
  const named = new Set<string>();
  shortPlacements.forEach(({ requirement, within }, at) => {
    const here: Path = [...path, "shortPlacements", at];
    const parts: (readonly [id: string, where: Path])[] = [
      [requirement, [...here, "requirement"]],
      ...within.map((id, part) => [id, [...here, "within", part]] as const),
    ];
    for (const [id, where] of parts) {
      if (!references.knownIn(owed, "requirement", id, where)) continue;
      const params = { programme, requirement: id };
      const code = "short-placement-impossible";
      if (named.has(id)) references.say(code, where, { ...params, why: "twice" });
      else if (grouped.has(id)) references.say(code, where, { ...params, why: "optional" });
      named.add(id);
    }
  });
}
