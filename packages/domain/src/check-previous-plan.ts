/**
 * The plan to stay close to: doctors, requirements and units the problem has. Its dates may be any,
 * but for what is frozen and not done already.
 */
import type { ProblemInput } from "./problem-input.ts";
import type { Path } from "./problem-issue.ts";
import type { References } from "./references.ts";

export function checkPreviousPlan(input: ProblemInput, references: References): void {
  const { previousPlan, doctors, intakes, programmes } = input;
  if (previousPlan === undefined) return;
  const programmeOf = new Map(intakes.map(({ id, programme }) => [id, programme]));
  const owedBy = new Map(
    programmes.map(({ id, requirements }) => [id, new Set(requirements.map((each) => each.id))]),
  );
  const owed = new Map(
    doctors.map(({ id, programme, intake }) => [
      id,
      owedBy.get(programme ?? programmeOf.get(intake ?? "") ?? ""),
    ]),
  );
  const histories = new Map(doctors.map(({ id, history }) => [id, history]));
  const seen = new Set<string>();
  const { freezeBefore = "" } = previousPlan;
  previousPlan.rotations.forEach(({ doctor, start, placements }, at) => {
    const path: Path = ["previousPlan", "rotations", at];
    references.known("doctor", doctor, [...path, "doctor"]);
    if (seen.has(doctor)) {
      references.say("duplicate-id", [...path, "doctor"], { what: "doctor", id: doctor });
    }
    seen.add(doctor);
    const own = owed.get(doctor);
    // What is frozen must be a part of the plan, and so of its calendar; the history is not.
    const history = histories.get(doctor) ?? [];
    const begun = new Map(history.map(({ requirement, to }) => [requirement, to]));
    if (history.length === 0 && placements.some(({ from }) => from < freezeBefore)) {
      references.date(start, [...path, "start"]);
    }
    const met = new Set<string>();
    placements.forEach(({ requirement, unit, section, from, to }, p) => {
      const here: Path = [...path, "placements", p];
      if (own !== undefined) {
        references.knownIn(own, "requirement", requirement, [...here, "requirement"]);
      }
      if (met.has(requirement)) {
        const params = { what: "requirement", id: requirement };
        references.say("duplicate-id", [...here, "requirement"], params);
      }
      met.add(requirement);
      references.known("unit", unit, [...here, "unit"]);
      references.known("section", section, [...here, "section"]);
      if (from < freezeBefore) {
        if (!begun.has(requirement)) references.date(from, [...here, "from"]);
        if (to > (begun.get(requirement) ?? "")) references.date(to, [...here, "to"]);
      }
      if (to <= from) references.say("span-reversed", here, { from, to });
    });
  });
}
