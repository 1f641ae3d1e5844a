/** Groups to choose from and what comes after what, in a programme whose ids are unique. */
import type { ProblemInput } from "./problem-input.ts";
import type { Path } from "./problem-issue.ts";
import type { References } from "./references.ts";

type ProgrammeInput = ProblemInput["programmes"][number];

/** Reports groups that cannot be chosen from, and requirements that wait for each other. */
export function checkGroups(
  { id: programme, requirements, groups }: ProgrammeInput,
  path: Path,
  owed: ReadonlySet<string>,
  references: References,
): void {
  const atBase = new Set(requirements.filter((each) => each.atBase).map(({ id }) => id));
  const grouped = new Set<string>();
  groups.forEach((group, g) => {
    const here: Path = [...path, "groups", g];
    group.requirements.forEach((id, i) => {
      const there: Path = [...here, "requirements", i];
      if (!references.knownIn(owed, "requirement", id, there)) return;
      if (grouped.has(id)) {
        references.say("group-impossible", there, { programme, requirement: id, why: "twice" });
      } else if (atBase.has(id)) {
        references.say("group-impossible", there, { programme, requirement: id, why: "base" });
      }
      grouped.add(id);
    });
    if (group.choose <= group.requirements.length) return;
    const params = { programme, requirement: group.requirements.join(", "), why: "too-few" };
    references.say("group-impossible", [...here, "choose"], params);
  });
  checkAfter(requirements, path, owed, references);
}

function checkAfter(
  requirements: ProgrammeInput["requirements"],
  path: Path,
  owed: ReadonlySet<string>,
  references: References,
): void {
  requirements.forEach(({ after }, r) =>
    after.forEach((id, i) =>
      references.knownIn(owed, "requirement", id, [...path, "requirements", r, "after", i]),
    ),
  );
  // Whatever waits for nothing that is left can go; what never can waits for itself.
  let left = requirements.map(({ id, after }, at) => ({ id, after, at }));
  for (;;) {
    const waiting = new Set(left.map(({ id }) => id));
    const stuck = left.filter(({ after }) => after.some((id) => waiting.has(id)));
    if (stuck.length === left.length) break;
    left = stuck;
  }
  const [first] = left;
  if (first === undefined) return;
  const params = { requirement: left.map(({ id }) => id).join(", ") };
  references.say("after-cycle", [...path, "requirements", first.at, "after"], params);
}
