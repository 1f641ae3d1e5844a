/** Which sitting of the AT exam a doctor is in time for by her rotation, and what her sit-ins wait for. */
import type { Day, ExamSitting } from "./calendar.ts";
import type { Doctor } from "./doctor.ts";
import { lookup } from "./lookup.ts";
import type { Rotation } from "./plan.ts";
import type { ProblemData } from "./problem.ts";
import type { RuleParams } from "./rule-settings.ts";
import { countsTowards } from "./section.ts";

type Params = RuleParams<"exam-in-time">;

/** One doctor, and where the plan has her. */
export interface Examined {
  readonly problem: ProblemData;
  readonly doctor: Doctor;
  readonly rotation: Rotation;
}

/** By section of the sit-ins: the first placement in it, done or planned; undefined where there is none. */
export function firstEntries(
  { problem, doctor, rotation }: Examined,
  { sections }: Params,
): readonly (Rotation["placements"][number] | Doctor["history"][number] | undefined)[] {
  const { section } = lookup(problem);
  const stays = [...doctor.history, ...rotation.placements].sort((a, b) => a.from - b.from);
  return sections.map((wanted) =>
    stays.find((each) => countsTowards(section(each.section), [wanted])),
  );
}

/** The day on which she enters the last of the sections; infinity where she enters not all. */
export function lastEntered(given: Examined, params: Params): Day {
  return Math.max(
    ...firstEntries(given, params).map((each) => each?.from ?? Number.POSITIVE_INFINITY),
  );
}

/** The first sitting that the doctor is in time for and not absent on; and those before it that she is absent on. */
export function sittingOf(
  given: Examined,
  params: Params,
): { readonly sitting: ExamSitting | undefined; readonly missed: readonly ExamSitting[] } {
  const { problem, doctor, rotation } = given;
  const ready = lastEntered(given, params) + 7 * params.sitInWeeks;
  const end = rotation.placements.at(-1)?.to ?? rotation.start;
  const inTime = problem.calendar.exams.filter(
    ({ date, registrationCloses }) => ready <= registrationCloses && date < end,
  );
  const at = inTime.findIndex(({ date }) => !isAway(doctor, date));
  return {
    sitting: inTime[at],
    missed: at < 0 ? inTime : inTime.slice(0, at),
  };
}

/** Nobody sits an exam who is away, whether or not the time is made up for. */
export const isAway = (
  { absences, tolerated }: Pick<Doctor, "absences" | "tolerated">,
  day: Day,
): boolean => [...absences, ...tolerated].some(({ from, to }) => from <= day && day < to);
