/** From a hidden plan and its units to a problem file. */
import { type Plan, PlanRotations, type ProblemFile, readPlan } from "@placera/domain";
import type { Random } from "../random.ts";
import type { Block, Programme, Service } from "./deal.ts";
import { dayText } from "./half-months.ts";
import type { Seating } from "./seats.ts";
import type { Unit } from "./unit.ts";
import type { Wishing } from "./wishes.ts";

export interface Instance {
  readonly file: ProblemFile;
  /** Everyone's rotation, as the seats were dealt out by. Its value is no better than the optimum. */
  readonly hidden: Plan;
  /** How many must be left out, as the seats were dealt: no plan leaves out fewer. */
  readonly short: number;
}

/** A doctor with her rotation in the hidden plan. */
export interface Dealt {
  readonly id: string;
  readonly region: string;
  readonly programme: Programme;
  /** Half months from the first day. */
  readonly start: number;
  readonly baseSite?: string;
  readonly stays: readonly Service[];
}

/** Everything in a family's problem but seats and wishes. */
export interface Draft {
  readonly name: string;
  readonly periods: number;
  readonly regions: readonly { readonly id: string; readonly name: string }[];
  readonly sites: readonly {
    readonly id: string;
    readonly region: string;
    readonly name: string;
  }[];
  readonly sections?: NonNullable<ProblemFile["sections"]>;
  readonly units: readonly Unit[];
  readonly rulePacks: readonly string[];
  readonly rules?: NonNullable<ProblemFile["rules"]>;
  readonly programmes: readonly Programme[];
  readonly intakes: readonly IntakeFile[];
  readonly intakeOf: (doctor: Dealt) => string;
  readonly doctors: readonly Dealt[];
}

type IntakeFile = NonNullable<ProblemFile["intakes"]>[number];

/** Wishes are drawn before seats. */
export function writeInstance(
  draft: Draft,
  random: Random,
  { wishes, seats }: { readonly wishes: Wishing; readonly seats: Seating },
): Instance {
  const wished = draft.doctors.map(({ programme }) => wishes(random, programme));
  const file: ProblemFile = {
    schemaVersion: 1,
    name: draft.name,
    calendar: { from: dayText(0), to: dayText(draft.periods), grid: "half-month" },
    ...(draft.sections === undefined ? {} : { sections: draft.sections }),
    regions: [...draft.regions],
    sites: [...draft.sites],
    units: draft.units.map((unit) => ({
      id: unit.id,
      site: unit.site,
      name: unit.id,
      sections: [...unit.sections],
      seats: seats(unit, random),
    })),
    rulePacks: [...draft.rulePacks],
    ...(draft.rules === undefined ? {} : { rules: draft.rules }),
    programmes: draft.programmes.map(programmeFile),
    intakes: [...draft.intakes],
    doctors: draft.doctors.map((doctor, at) => ({
      id: doctor.id,
      region: doctor.region,
      intake: draft.intakeOf(doctor),
      ...(doctor.baseSite === undefined ? {} : { baseSite: doctor.baseSite }),
      wishes: [...(wished[at] ?? [])],
    })),
  };
  return { file, hidden: readPlan(PlanRotations.parse(draft.doctors.map(toRotation))), short: 0 };
}

function programmeFile({ id, track, name, blocks, length }: Programme) {
  return {
    id,
    track,
    name,
    requirements: blocks.map((block) => ({
      id: block.id,
      sections: [block.section],
      length: lengthFile(block.halves),
      ...(block.atBase === true ? { atBase: true } : {}),
    })),
    length: { months: length / 2 },
  };
}

function lengthFile(halves: Block["halves"]) {
  return typeof halves === "number"
    ? { months: halves / 2 }
    : { min: { months: halves.min / 2 }, max: { months: halves.max / 2 } };
}

export function toRotation({ id, start, stays }: Dealt) {
  return {
    doctor: id,
    start: dayText(start),
    placements: stays.map(({ block, unit, from, to }) => ({
      requirement: block.id,
      unit: unit.id,
      section: block.section,
      from: dayText(from),
      to: dayText(to),
    })),
  };
}
