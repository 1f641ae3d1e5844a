/** Problems to test one rule on: a year of months, four units, doctors named anna, åsa and so on. */
import { type Doctor, type Problem, type ProblemFile, parseProblem } from "@placera/domain";

type Filled = Omit<ProblemFile, "schemaVersion" | "name">;
type DoctorFile = ProblemFile["doctors"][number];

/** Units K, M, P and V: surgery, medicine, psychiatry and primary care; K and M at alby, P and V at berga. */
const UNITS: ProblemFile["units"] = [
  { id: "K", site: "alby", name: "Kirurgen", sections: ["surgery"], seats: null },
  { id: "M", site: "alby", name: "Medicin", sections: ["medicine"], seats: null },
  { id: "P", site: "berga", name: "Psykiatrin", sections: ["psychiatry"], seats: null },
  { id: "V", site: "berga", name: "Vårdcentralen", sections: ["primary-care"], seats: null },
];

/** What a test says of its problem; the rest is as here. */
export interface TinyProblem extends Partial<Omit<Filled, "calendar" | "programmes" | "doctors">> {
  readonly calendar?: Partial<ProblemFile["calendar"]>;
  /** The one programme, `p`: surgery for two months and medicine for two, unless said. */
  readonly programme?: Partial<ProblemFile["programmes"][number]>;
  /** By name; each begins on the calendar's first day, unless said. */
  readonly doctors?: Readonly<Record<string, Partial<DoctorFile>>>;
}

export function tinyProblem({ calendar, programme, doctors, ...rest }: TinyProblem): Problem {
  const from = calendar?.from ?? "2026-09-01";
  const named = Object.entries(doctors ?? { anna: {} });
  const result = parseProblem({
    schemaVersion: 1,
    name: "Tiny",
    regions: [{ id: "north", name: "North" }],
    sites: [
      { id: "alby", region: "north", name: "Alby" },
      { id: "berga", region: "north", name: "Berga" },
    ],
    units: UNITS,
    rulePacks: [],
    ...rest,
    calendar: { from, to: "2027-09-01", grid: "month", ...calendar },
    programmes: [
      {
        id: "p",
        track: "AT",
        name: "P",
        requirements: [
          { id: "surgery", sections: ["surgery"], length: { months: 2 } },
          { id: "medicine", sections: ["medicine"], length: { months: 2 } },
        ],
        ...programme,
      },
    ],
    doctors: named.map(([id, doctor]) => ({
      id,
      region: "north",
      ...(doctor.intake === undefined ? { programme: "p", start: from } : {}),
      ...doctor,
    })),
  } satisfies ProblemFile);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.problem;
}

/** The units of the tiny problem, with changes to some. */
export function tinyUnits(
  changes: Readonly<Record<string, Partial<ProblemFile["units"][number]>>>,
): ProblemFile["units"] {
  return UNITS.map((unit) => ({ ...unit, ...changes[unit.id] }));
}

/** The doctor of a name. */
export function doctorNamed(problem: Problem, name: string): Doctor {
  const doctor = problem.doctors.find(({ id }) => id === name);
  if (doctor === undefined) throw new Error(`No doctor '${name}'.`);
  return doctor;
}
