/** Supervisors of a problem file: each at a unit there is, in spans that are the right way round. */
import type { ProblemInput } from "./problem-input.ts";
import type { Path } from "./problem-issue.ts";
import type { References } from "./references.ts";

export function checkSupervisors({ supervisors }: ProblemInput, references: References): void {
  supervisors.forEach(({ unit, from, to, leave }, at) => {
    const path: Path = ["supervisors", at];
    references.known("unit", unit, [...path, "unit"]);
    // They come and go on any day, also outside the calendar: only the order can be wrong.
    const span = (given: { readonly from: string; readonly to: string }, here: Path): void => {
      if (given.to <= given.from) references.say("span-reversed", here, given);
    };
    if (from !== undefined && to !== undefined) span({ from, to }, path);
    leave.forEach((each, l) => span(each, [...path, "leave", l]));
  });
}
