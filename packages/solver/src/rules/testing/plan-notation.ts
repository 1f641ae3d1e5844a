/**
 * Plans in a line: `anna: K*2 .*1 M*2 · åsa@3: M*2`. Each word is a unit and a number of periods,
 * or a gap; `@3` begins the block in period 3, counted from 0. The stay is the first the unit can
 * give that is not yet done; `K=medicine` names it, `K=medicine/surgery` the section as well.
 */
import {
  lookup,
  type Placement,
  type Plan,
  type Problem,
  type Rotation,
  workingIn,
} from "@placera/domain";
import { doctorNamed } from "./tiny-problem.ts";

export function readPlanNotation(problem: Problem, text: string): Plan {
  const rotations = text.split("·").map((line) => readRotation(problem, line.trim()));
  return { rotations };
}

function readRotation(problem: Problem, line: string): Rotation {
  const [head, rest] = line.split(":");
  const [name, offset] = (head ?? "").split("@");
  const doctor = doctorNamed(problem, name ?? "");
  const { requirements } = lookup(problem).owed(doctor);
  const { boundaries } = problem.calendar;
  const first = offset === undefined ? boundaries.indexOf(doctor.start.earliest) : Number(offset);
  const day = (period: number): number => boundaries[period] ?? Number.NaN;
  const placements: Placement[] = [];
  let at = first;
  for (const word of (rest ?? "").trim().split(/\s+/)) {
    const [place, periods] = word.split("*");
    const [unitId, stay] = (place ?? "").split("=");
    const [from, to] = [day(at), day(at + Number(periods))];
    at += Number(periods);
    if (unitId === ".") continue;
    const unit = lookup(problem).unit(unitId ?? "");
    const [named, section] = (stay ?? "").split("/");
    const done = new Set(placements.map(({ requirement }) => requirement));
    const owed = requirements.find(({ id, sections }) =>
      named === undefined || named === ""
        ? !done.has(id) && sections.some((each) => unit.sections.includes(each))
        : id === named,
    );
    const given = owed?.sections.find((each) => unit.sections.includes(each));
    placements.push({
      requirement: named || owed?.id || "none",
      unit: unit.id,
      section: section ?? given ?? unit.sections[0] ?? "",
      from,
      to,
      ...workingIn(doctor, { from, to }),
    });
  }
  return { doctor: doctor.id, start: day(first), placements };
}
