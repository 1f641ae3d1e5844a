/** Whatever a problem has, by its id. */
import type { Doctor } from "./doctor.ts";
import type {
  DoctorId,
  HomeId,
  IntakeId,
  ProgrammeId,
  RegionId,
  SectionId,
  SiteId,
  SupervisorId,
  UnitId,
} from "./ids.ts";
import type { ProblemData } from "./problem.ts";
import type { Intake, Programme } from "./programme.ts";
import type { Section } from "./section.ts";
import type { Home, Region, Site } from "./site.ts";
import type { Supervisor } from "./supervisor.ts";
import type { Unit } from "./unit.ts";

/** Finds by id in constant time; an id that a checked problem does not have is our defect. */
export interface Lookup {
  doctor(id: DoctorId): Doctor;
  unit(id: UnitId): Unit;
  site(id: SiteId): Site;
  home(id: HomeId): Home;
  region(id: RegionId): Region;
  section(id: SectionId): Section;
  programme(id: ProgrammeId): Programme;
  /** What a doctor is to do by the plan: her programme with her intake's fixed spans, or what is left of it. */
  owed(doctor: Doctor): Programme;
  intake(id: IntakeId): Intake;
  supervisor(id: SupervisorId): Supervisor;
}

const lookups = new WeakMap<ProblemData, Lookup>();

const finder = <T extends { readonly id: string }>(what: string, items: readonly T[]) => {
  const byId = new Map(items.map((item) => [item.id as string, item]));
  return (id: string): T => {
    const item = byId.get(id);
    if (item === undefined) throw new Error(`No ${what} '${id}' in the problem.`);
    return item;
  };
};

/** The lookups of a problem, made once. */
export function lookup(problem: ProblemData): Lookup {
  let found = lookups.get(problem);
  if (found === undefined) {
    const programme = finder("programme", problem.programmes);
    const intake = finder("intake", problem.intakes);
    found = {
      doctor: finder("doctor", problem.doctors),
      unit: finder("unit", problem.units),
      site: finder("site", problem.sites),
      home: finder("home", problem.homes),
      region: finder("region", problem.regions),
      section: finder("section", problem.sections),
      programme,
      owed: (doctor) => {
        const own =
          doctor.intake === undefined
            ? undefined
            : intake(doctor.intake).programmes.get(doctor.programme);
        return doctor.remaining ?? own ?? programme(doctor.programme);
      },
      intake,
      supervisor: finder("supervisor", problem.supervisors),
    };
    lookups.set(problem, found);
  }
  return found;
}
