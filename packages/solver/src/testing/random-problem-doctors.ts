/** Random intakes and doctors: starts, wishes, what is fixed and what is ruled out. */
import { type Day, formatDay, type ProblemFile } from "@placera/domain";
import { chance, type Draw, pick } from "./random-problem-draw.ts";

type DoctorFile = ProblemFile["doctors"][number];
type IntakeFile = NonNullable<ProblemFile["intakes"]>[number];
type RequirementFile = ProblemFile["programmes"][number]["requirements"][number];

/** What doctors are drawn from. */
interface Surroundings extends Pick<ProblemFile, "programmes" | "regions" | "sites" | "units"> {
  readonly intakes: readonly IntakeFile[];
  readonly boundaries: readonly Day[];
}

const dayText = (boundaries: readonly Day[], at: number): string =>
  formatDay(boundaries[Math.min(at, boundaries.length - 1)] ?? 0);

export function drawIntakes(
  draw: Draw,
  programmes: ProblemFile["programmes"],
  sites: ProblemFile["sites"],
  boundaries: readonly Day[],
): IntakeFile[] {
  return programmes.flatMap(({ id, requirements }) => {
    if (!chance(draw, 60)) return [];
    const divided = requirements.some(({ atBase }) => atBase === true) || chance(draw, 20);
    const named = divided ? sites.filter(() => chance(draw, 85)) : [];
    const split = Object.fromEntries(named.map((site) => [site.id, pick(draw, [1, 1, 1, 0, 2])]));
    return [
      {
        id: `intake-${id}`,
        programme: id,
        start: dayText(boundaries, draw.int(0, 1)),
        ...(named.length === 0 ? {} : { split }),
      },
    ];
  });
}

export function drawDoctors(draw: Draw, around: Surroundings): DoctorFile[] {
  const doctors: DoctorFile[] = [];
  const count = draw.int(1, 4);
  while (doctors.length < count) {
    const id = `d${doctors.length + 1}`;
    const before = doctors.at(-1);
    // Some doctors are alike, so that they can be planned as one profile.
    doctors.push(
      before !== undefined && chance(draw, 45) ? { ...before, id } : drawDoctor(draw, id, around),
    );
  }
  return doctors;
}

function drawDoctor(draw: Draw, id: string, around: Surroundings): DoctorFile {
  const { programmes, regions, sites, units, boundaries, intakes } = around;
  const programme = pick(draw, programmes);
  const intake = intakes.find((each) => each.programme === programme.id);
  const home = pick(draw, units).site;
  const nearby = sites.find((site) => site.id === home)?.region ?? "";
  const region = chance(draw, 15) ? pick(draw, regions).id : nearby;
  const used = new Set(units.map(({ site }) => site));
  const own = sites.filter((site) => site.region === region && used.has(site.id));
  const start = draw.int(0, 1);
  const latest = chance(draw, 45) ? start + draw.int(1, 2) : start;
  const needsBase = programme.requirements.some(({ atBase }) => atBase === true);
  const degree = (boundaries[chance(draw, 60) ? latest : start] ?? 0) + draw.int(-10, 1);
  return {
    id,
    region,
    ...(intake !== undefined && chance(draw, 65)
      ? { intake: intake.id }
      : {
          programme: programme.id,
          start:
            latest === start
              ? dayText(boundaries, start)
              : { earliest: dayText(boundaries, start), latest: dayText(boundaries, latest) },
        }),
    ...(chance(draw, latest > start ? 80 : 40) ? { degreeDate: formatDay(degree) } : {}),
    ...(needsBase && own.length > 0 && chance(draw, 30) ? { baseSite: pick(draw, own).id } : {}),
    ...(chance(draw, 60) ? { wishes: drawWishes(draw, programme.requirements, around) } : {}),
    ...(chance(draw, 25) ? { carried: draw.int(1, 6) } : {}),
    ...(chance(draw, 30) ? { fixed: [drawFixed(draw, programme.requirements, around)] } : {}),
    ...(chance(draw, 40)
      ? { forbidden: [drawForbidden(draw, programme.requirements, around)] }
      : {}),
  };
}

function drawWishes(
  draw: Draw,
  requirements: readonly RequirementFile[],
  around: Surroundings,
): NonNullable<DoctorFile["wishes"]> {
  return Array.from({ length: draw.int(1, 3) }, () => {
    const wanted = pick(draw, requirements);
    const weight = draw.int(1, 5);
    if (chance(draw, 25)) return drawPriced(draw, wanted.id, weight, around);
    const other = requirements.find(({ id }) => id !== wanted.id);
    if (other !== undefined && chance(draw, 40)) {
      return { kind: "order" as const, first: wanted.id, then: other.id, weight };
    }
    return {
      kind: "unit" as const,
      requirement: wanted.id,
      unit: drawUnitFor(draw, wanted, around.units),
      weight,
    };
  });
}

/** Wishes that can fail more than once. */
function drawPriced(
  draw: Draw,
  requirement: string,
  weight: number,
  { units, sites, boundaries }: Pick<Surroundings, "units" | "sites" | "boundaries">,
): NonNullable<DoctorFile["wishes"]>[number] {
  const kind = pick(draw, ["avoid", "no-gaps", "stay-put", "site"] as const);
  if (kind === "site") return drawSiteWish(draw, requirement, weight, { sites, boundaries });
  if (kind !== "avoid") return { kind, weight };
  return pick(draw, [
    { kind, requirement, weight },
    { kind, site: pick(draw, sites).id, weight },
    { kind, unit: pick(draw, units).id, requirement, weight },
  ]);
}

/** At a site, for one stay or all, at all times or some. */
function drawSiteWish(
  draw: Draw,
  requirement: string,
  weight: number,
  { sites, boundaries }: Pick<Surroundings, "sites" | "boundaries">,
): NonNullable<DoctorFile["wishes"]>[number] {
  const from = draw.int(0, boundaries.length - 2);
  return {
    kind: "site",
    site: pick(draw, sites).id,
    ...(chance(draw, 30) ? { requirement } : {}),
    ...(chance(draw, 50) ? { from: dayText(boundaries, from) } : {}),
    ...(chance(draw, 50) ? { to: dayText(boundaries, from + draw.int(1, 4)) } : {}),
    weight,
  };
}

/** A unit where the stay can be done. */
function drawUnitFor(
  draw: Draw,
  { sections }: RequirementFile,
  units: ProblemFile["units"],
): string {
  return pick(
    draw,
    units.filter((unit) => unit.sections.some((each) => sections.includes(each))),
  ).id;
}

/** The doctors, some of them absent for a while. */
export function withAbsences(
  draw: Draw,
  doctors: readonly DoctorFile[],
  boundaries: readonly Day[],
): DoctorFile[] {
  return doctors.map((doctor) =>
    chance(draw, 20) ? { ...doctor, absences: drawAbsences(draw, boundaries) } : doctor,
  );
}

/** The doctors, some of them part-time, all the time or for a while. */
export function withPartTime(
  draw: Draw,
  doctors: readonly DoctorFile[],
  boundaries: readonly Day[],
): DoctorFile[] {
  return doctors.map((doctor) =>
    chance(draw, 15) ? { ...doctor, percentage: drawPercentage(draw, boundaries) } : doctor,
  );
}

function drawPercentage(draw: Draw, boundaries: readonly Day[]): DoctorFile["percentage"] {
  const percentage = pick(draw, [50, 75, 80, 87.5]);
  if (chance(draw, 40)) return percentage;
  const from = draw.int(0, Math.max(0, boundaries.length - 4));
  return [
    { from: dayText(boundaries, from), percentage },
    { from: dayText(boundaries, from + draw.int(1, 3)), percentage: pick(draw, [100, 100, 60]) },
  ];
}

function drawAbsences(draw: Draw, boundaries: readonly Day[]): NonNullable<DoctorFile["absences"]> {
  return Array.from({ length: draw.int(1, 2) }, () => {
    const from = draw.int(0, Math.max(0, boundaries.length - 4));
    return {
      from: dayText(boundaries, from),
      to: dayText(boundaries, from + pick(draw, [1, 1, 2])),
      ...(chance(draw, 50) ? { across: true } : {}),
      ...(chance(draw, 40) ? { kind: pick(draw, ["parental", "sick", "vacation"] as const) } : {}),
    };
  });
}

function drawFixed(
  draw: Draw,
  requirements: readonly RequirementFile[],
  { units, boundaries }: Surroundings,
): NonNullable<DoctorFile["fixed"]>[number] {
  const requirement = pick(draw, requirements);
  const from = draw.int(0, Math.min(4, boundaries.length - 2));
  const to = draw.int(from + 1, boundaries.length - 1);
  return {
    requirement: requirement.id,
    ...(chance(draw, 70) ? { unit: drawUnitFor(draw, requirement, units) } : {}),
    ...(chance(draw, 25) ? { from: dayText(boundaries, from) } : {}),
    ...(chance(draw, 10) ? { to: dayText(boundaries, to) } : {}),
  };
}

function drawForbidden(
  draw: Draw,
  requirements: readonly RequirementFile[],
  { units, sites, boundaries }: Surroundings,
): NonNullable<DoctorFile["forbidden"]>[number] {
  const from = draw.int(0, Math.max(0, boundaries.length - 3));
  const to = Math.min(boundaries.length - 1, from + draw.int(1, 2));
  const given = {
    ...(chance(draw, 55) ? { unit: pick(draw, units).id } : {}),
    ...(chance(draw, 15) ? { site: pick(draw, sites).id } : {}),
    ...(chance(draw, 45) ? { requirement: pick(draw, requirements).id } : {}),
    ...(chance(draw, 50) ? { from: dayText(boundaries, from) } : {}),
    ...(chance(draw, 50) ? { to: dayText(boundaries, to) } : {}),
  };
  return Object.keys(given).length > 0 ? given : { unit: pick(draw, units).id };
}
