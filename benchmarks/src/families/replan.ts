/**
 * Replanning: a plan that was in force, new absences of one doctor in fifty, and the fewest changes.
 * The hidden plan keeps everybody's rotation but theirs, and theirs are dealt anew round the
 * absence, where there is most room; units have the seats that both plans take.
 */
import type { ProblemFile } from "@placera/domain";
import type { Random } from "../random.ts";
import { drawRotation, leastCrowded, type Service } from "./deal.ts";
import { dayText } from "./half-months.ts";
import { enter, leave, peakOf } from "./unit.ts";
import type { Wishing } from "./wishes.ts";
import {
  type Dealt,
  type Draft,
  type Instance,
  toRotation,
  writeInstance,
} from "./write-instance.ts";

const ABSENT_ONE_IN = 50;
/** Half months of an absence, least and most. */
export const ABSENCE = { least: 2, most: 6 };
const DRAWS = 24;

interface Absence {
  readonly from: number;
  readonly to: number;
}

interface Redealt {
  readonly doctor: Dealt;
  readonly absence: Absence;
}

/**
 * `draft` has the plan in force, and room for the longest absence after it; its units are left with
 * the hidden plan.
 */
export function replan(draft: Draft, random: Random, wishes: Wishing): Instance {
  const before = new Map(draft.units.map((unit) => [unit, peakOf(unit)]));
  const count = Math.max(1, Math.round(draft.doctors.length / ABSENT_ONE_IN));
  const absent = new Set(random.shuffle(draft.doctors).slice(0, count));
  for (const { stays } of absent) for (const stay of stays) leave(stay);
  const redealt = new Map([...absent].map((doctor) => [doctor, redeal(doctor, random)]));
  const doctors = draft.doctors.map((doctor) => redealt.get(doctor)?.doctor ?? doctor);
  const instance = writeInstance({ ...draft, doctors }, random, {
    wishes,
    seats: (unit) => Math.max(before.get(unit) ?? 0, peakOf(unit)),
  });
  const absences = new Map([...redealt].map(([{ id }, { absence }]) => [id, absence]));
  const file: ProblemFile = {
    ...instance.file,
    doctors: instance.file.doctors.map((doctor) => {
      const absence = absences.get(doctor.id);
      if (absence === undefined) return doctor;
      return {
        ...doctor,
        absences: [{ from: dayText(absence.from), to: dayText(absence.to) }],
      };
    }),
    previousPlan: { rotations: draft.doctors.map(toRotation) },
    objective: { tiers: ["changes-people", "changes-placements", "changes-units"] },
  };
  return { ...instance, file };
}

/** Another rotation, with an absence between two of its stays. */
function redeal(doctor: Dealt, random: Random): Redealt {
  const drawn = Array.from({ length: DRAWS }, () => {
    const stays = drawRotation(random, doctor.start, doctor.programme);
    const from = random.pick(stays.slice(1)).from;
    const absence = { from, to: from + random.int(ABSENCE.least, ABSENCE.most) };
    return { absence, stays: stays.map((stay) => moved(stay, absence)) };
  });
  const stays = leastCrowded(drawn.map((each) => each.stays));
  for (const stay of stays) enter(stay);
  const absence = drawn.find((each) => each.stays === stays)?.absence ?? { from: 0, to: 0 };
  return { doctor: { ...doctor, stays }, absence };
}

/** Stays after the absence begin as much later. */
function moved(stay: Service, { from, to }: Absence): Service {
  if (stay.from < from) return stay;
  return { ...stay, from: stay.from + to - from, to: stay.to + to - from };
}
