/** A part of a problem has the units and earlier rotations of its doctors, in the problem's order. */
import { parseProblem } from "@placera/domain";
import { fixtureText } from "@placera/domain/testing";
import { expect, it } from "vitest";
import { sideBySide } from "../testing/side-by-side.ts";
import { restrict } from "./restrict.ts";

it("keeps what its doctors could use or name, and nothing else", () => {
  const file = sideBySide(JSON.parse(fixtureText("tiny", "fewest-changes")), 3);
  // One wishes for a unit of another region, where she cannot be.
  const [other] = file.units.filter(({ id }) => id.endsWith("-2"));
  const wishing = file.doctors.find(({ id }) => id.endsWith("-1"));
  const requirement = file.programmes[0]?.requirements[0]?.id;
  if (other === undefined || wishing === undefined || requirement === undefined) {
    throw new Error("the fixture has other units and doctors");
  }
  wishing.wishes = [{ kind: "unit", requirement, unit: other.id, weight: 1 }];
  const parsed = parseProblem(file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const { problem } = parsed;
  const doctors = problem.doctors.flatMap(({ id, index }) => (id.endsWith("-1") ? [index] : []));
  const part = restrict(problem, doctors);
  const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);
  expect(ids(part.doctors)).toEqual(ids(problem.doctors).filter((id) => id.endsWith("-1")));
  const units = ids(problem.units).filter((id) => id.endsWith("-1") || id === other.id);
  expect(ids(part.units)).toEqual(units);
  expect(part.units.map(({ index }) => index)).toEqual(units.map((_, at) => at));
  const rotations = problem.previousPlan?.rotations ?? [];
  expect(part.previousPlan?.rotations).toEqual(
    rotations.filter(({ doctor }) => doctor.endsWith("-1")),
  );
});
