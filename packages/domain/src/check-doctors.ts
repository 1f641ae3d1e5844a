/** Doctors of a problem file: programme, start, and that wishes and fixed placements are hers to have. */
import { checkCredit, checkHistory } from "./check-earlier-service.ts";
import type { ProblemInput } from "./problem-input.ts";
import type { Path } from "./problem-issue.ts";
import type { References } from "./references.ts";

type DoctorInput = ProblemInput["doctors"][number];
type ProgrammeInput = ProblemInput["programmes"][number];

/** By id, made once: there may be thousands of doctors. */
interface Things {
  readonly regions: ReadonlyMap<string, ProblemInput["regions"][number]>;
  readonly intakes: ReadonlyMap<string, ProblemInput["intakes"][number]>;
  readonly sites: ReadonlyMap<string, ProblemInput["sites"][number]>;
  readonly units: ReadonlyMap<string, ProblemInput["units"][number]>;
  /** By programme. */
  readonly tracks: ReadonlyMap<string, string>;
  /** Requirements by id, by programme. */
  readonly owed: ReadonlyMap<string, Owed>;
}
type Owed = ReadonlyMap<string, ProgrammeInput["requirements"][number]>;

export function checkDoctors(input: ProblemInput, references: References): void {
  const things: Things = {
    regions: byId(input.regions),
    intakes: byId(input.intakes),
    sites: byId(input.sites),
    units: byId(input.units),
    tracks: new Map(input.programmes.map(({ id, track }) => [id, track])),
    owed: new Map(input.programmes.map(({ id, requirements }) => [id, byId(requirements)])),
  };
  input.doctors.forEach((doctor, at) => {
    const path: Path = ["doctors", at];
    references.known("region", doctor.region, [...path, "region"]);
    checkBelonging(doctor, path, things, references);
    checkBaseSite(doctor, path, things, references);
    references.known("home", doctor.home, [...path, "home"]);
    references.known("unit", doctor.employment?.homeUnit, [...path, "employment", "homeUnit"]);
    checkStart(doctor.start, [...path, "start"], references);
    checkSteps(doctor.percentage, [...path, "percentage"], references);
    doctor.absences.forEach((away, a) =>
      checkAbsence(away, [...path, "absences", a], doctor, input, references),
    );
    const programme = doctor.programme ?? things.intakes.get(doctor.intake ?? "")?.programme;
    const owed = things.owed.get(programme ?? "");
    if (owed === undefined) return;
    checkWishes(doctor, path, owed, things, references);
    checkCredit(doctor, path, owed, references);
    checkHistory(doctor, path, { ...things, owed, calendarFrom: input.calendar.from }, references);
    checkFixed(doctor, path, owed, references);
    checkForbidden(doctor, path, owed, references);
  });
}

/** Absence is in the calendar; that of a doctor under way may be before it too. Vacation and what is tolerated move nothing. */
function checkAbsence(
  away: DoctorInput["absences"][number],
  path: Path,
  { history }: DoctorInput,
  { calendar }: ProblemInput,
  references: References,
): void {
  const before = history.length > 0 && away.to <= calendar.from;
  if (away.kind !== "vacation" && !away.tolerated && !before) references.span(away, path);
  else if (away.to <= away.from) {
    references.say("span-reversed", path, { from: away.from, to: away.to });
  }
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));

/** Which programme, and from when: by an intake, or both said for her alone. */
function checkBelonging(
  doctor: DoctorInput,
  path: Path,
  things: Things,
  references: References,
): void {
  references.known("programme", doctor.programme, [...path, "programme"]);
  references.known("intake", doctor.intake, [...path, "intake"]);
  const who = { doctor: doctor.id };
  if (doctor.programme === undefined && doctor.intake === undefined) {
    references.say("programme-missing", path, who);
  } else if ((doctor.intake ?? doctor.start ?? doctor.history[0]) === undefined) {
    references.say("start-missing", path, who);
  }
  if (doctor.intake === undefined) return;
  // Who is under way has her block's start in her history, and may go on later.
  if (doctor.start !== undefined && doctor.history.length === 0) {
    references.say("start-twice", [...path, "start"], { ...who, intake: doctor.intake });
  }
  const theirs = things.intakes.get(doctor.intake)?.programme;
  const own = doctor.programme;
  if (theirs === undefined || own === undefined) return;
  // 18 or 21 months is each doctor's choice; an intake of AT has none of BT.
  if (things.tracks.get(theirs) === things.tracks.get(own)) return;
  const params = { ...who, intake: doctor.intake, theirs, own };
  references.say("intake-of-other-programme", [...path, "intake"], params);
}

function checkBaseSite(
  doctor: DoctorInput,
  path: Path,
  things: Things,
  references: References,
): void {
  if (!references.known("site", doctor.baseSite, [...path, "baseSite"])) return;
  const site = things.sites.get(doctor.baseSite ?? "");
  if (site === undefined || site.region === doctor.region) return;
  if (!things.regions.has(site.region) || !things.regions.has(doctor.region)) return;
  const params = { doctor: doctor.id, site: site.id, theirs: site.region, own: doctor.region };
  references.say("region-of-other-site", [...path, "baseSite"], params);
}

function checkStart(start: DoctorInput["start"], path: Path, references: References): void {
  if (start === undefined) return;
  if (typeof start === "string") {
    references.date(start, path);
    return;
  }
  references.date(start.earliest, [...path, "earliest"]);
  references.date(start.latest, [...path, "latest"]);
  if (start.latest >= start.earliest) return;
  references.say("span-reversed", path, { from: start.earliest, to: start.latest });
}

/** Steps of working time: on the grid, one after another. */
function checkSteps(
  percentage: DoctorInput["percentage"],
  path: Path,
  references: References,
): void {
  if (!Array.isArray(percentage)) return;
  percentage.forEach(({ from }, at) => {
    const here: Path = [...path, at, "from"];
    references.date(from, here);
    const before = percentage[at - 1]?.from;
    if (before !== undefined && from <= before) {
      references.say("seats-out-of-order", here, { after: before });
    }
  });
}

function checkWishes(
  doctor: DoctorInput,
  path: Path,
  owed: Owed,
  things: Things,
  references: References,
): void {
  const requirements = new Set(owed.keys());
  doctor.wishes.forEach((wish, w) => {
    const here: Path = [...path, "wishes", w];
    const hers = (id: string, key: string) =>
      references.knownIn(requirements, "requirement", id, [...here, key]);
    if (wish.kind === "no-gaps" || wish.kind === "stay-put") return;
    if (wish.kind === "site") {
      if (wish.requirement !== undefined) hers(wish.requirement, "requirement");
      references.known("site", wish.site, [...here, "site"]);
      references.span(wish, here);
      return;
    }
    if (wish.kind === "avoid") {
      if (wish.requirement !== undefined) hers(wish.requirement, "requirement");
      references.known("unit", wish.unit, [...here, "unit"]);
      references.known("site", wish.site, [...here, "site"]);
      if ((wish.requirement ?? wish.unit ?? wish.site) === undefined) {
        references.say("forbids-everything", here, { doctor: doctor.id });
      }
      return;
    }
    if (wish.kind === "order") {
      const both = [hers(wish.first, "first"), hers(wish.then, "then")];
      if (both.includes(false) || wish.first !== wish.then) return;
      references.say("bad-value", [...here, "then"], { why: "same", value: wish.then });
      return;
    }
    const fits = hers(wish.requirement, "requirement");
    if (!references.known("unit", wish.unit, [...here, "unit"]) || !fits) return;
    const wanted = owed.get(wish.requirement)?.sections ?? [];
    if (things.units.get(wish.unit)?.sections.some((id) => wanted.includes(id))) return;
    references.say("wish-of-other-section", [...here, "unit"], {
      unit: wish.unit,
      requirement: wish.requirement,
      sections: wanted.join(", "),
    });
  });
}

function checkFixed(doctor: DoctorInput, path: Path, owed: Owed, references: References): void {
  const requirements = new Set(owed.keys());
  const before = new Set<string>();
  doctor.fixed.forEach((fixed, f) => {
    const here: Path = [...path, "fixed", f];
    references.knownIn(requirements, "requirement", fixed.requirement, [...here, "requirement"]);
    references.known("unit", fixed.unit, [...here, "unit"]);
    references.span(fixed, here);
    if (before.has(fixed.requirement)) {
      const params = { doctor: doctor.id, requirement: fixed.requirement };
      references.say("fixed-contradiction", here, params);
    }
    before.add(fixed.requirement);
  });
}

function checkForbidden(doctor: DoctorInput, path: Path, owed: Owed, references: References): void {
  const requirements = new Set(owed.keys());
  doctor.forbidden.forEach((forbidden, f) => {
    const here: Path = [...path, "forbidden", f];
    const { requirement } = forbidden;
    if (requirement !== undefined) {
      references.knownIn(requirements, "requirement", requirement, [...here, "requirement"]);
    }
    references.known("unit", forbidden.unit, [...here, "unit"]);
    references.known("site", forbidden.site, [...here, "site"]);
    references.span(forbidden, here);
    if (Object.values(forbidden).some((value) => value !== undefined)) return;
    references.say("forbids-everything", here, { doctor: doctor.id });
  });
}
