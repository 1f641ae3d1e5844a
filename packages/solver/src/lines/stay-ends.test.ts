/** Where stays may end is the same for all who have the same periods, and is looked for once. */
import { parseProblem } from "@placera/domain";
import { fixtureText } from "@placera/domain/testing";
import { expect, it } from "vitest";
import { doctorFacts, stayEnds } from "../formulation/facts.ts";
import { sideBySide } from "../testing/side-by-side.ts";
import { stayEndsOf } from "./stay-ends.ts";

function problemOf(name: string, copies = 1) {
  const parsed = parseProblem(sideBySide(JSON.parse(fixtureText("typical", name)), copies));
  if (!parsed.ok) throw new Error(`${name} is not valid`);
  return parsed.problem;
}

it("stays end where the facts say, whoever asked first", () => {
  const problem = problemOf("vasternorrland-bt", 2);
  for (const doctor of problem.doctors) {
    const facts = doctorFacts(problem, doctor);
    const endsOf = stayEndsOf(facts);
    for (const { index, length } of facts.programme.requirements) {
      for (let t = 0; t < problem.calendar.periods; t += 3) {
        expect(endsOf(index, t)).toEqual(stayEnds(facts.periods, t, length));
      }
    }
  }
});

it("doctors at full time have their periods in common", () => {
  const problem = problemOf("uppsala-at");
  const usual = problem.doctors.filter(
    ({ absences, percentages }) => absences.length + percentages.length === 0,
  );
  const [a, b] = usual.map((doctor) => doctorFacts(problem, doctor));
  expect(a?.periods).toBe(b?.periods);
  if (a === undefined || b === undefined) throw new Error("two doctors");
  expect(stayEndsOf(a)(0, 0)).toBe(stayEndsOf(b)(0, 0));
});
