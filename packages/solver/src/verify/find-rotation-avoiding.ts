/**
 * Can a doctor do all she owes without any of the seats a counting certificate counts?
 *
 * Looks from boundary to boundary at which stays could be done by then, with the rules about single
 * placements; what the other rules say is asked of the rotation found. So a rotation that is found
 * refutes the certificate; that none is found does not prove it where such a rule was in the way.
 */
import {
  awaySpans,
  type Day,
  type Doctor,
  fewestSeats,
  type IntakeId,
  type LengthRange,
  lookup,
  type Placement,
  type Problem,
  type Programme,
  placementService,
  type Rotation,
  type RuleId,
  type SiteId,
  skipFixed,
  type Track,
  type Unit,
  type UnitId,
  workingIn,
} from "@placera/domain";
import { isEnough, placementOutlasts } from "../rules/service.ts";
import { checkRotation } from "./check-rules.ts";

/** Seats not to take. */
export interface Avoided {
  readonly points: readonly {
    readonly unit: UnitId;
    readonly track: Track | undefined;
    readonly from: Day;
    readonly to: Day;
  }[];
  readonly bases: readonly { readonly intake: IntakeId; readonly site: SiteId }[];
}

/** Stays past which the states are too many to look through. */
const MOST_STAYS = 12;

/** Rules about single placements; a break of another rule by a lone placement means nothing. */
const ALONE: ReadonlySet<RuleId> = new Set<RuleId>([
  "one-placement-at-a-time",
  "owed-placements",
  "unit-gives-section",
  "fixed-spans",
  "absences",
  "fixed-placements",
  "published-placements",
  "forbidden-placements",
  "own-region",
  "one-base-site",
]);

/** A legal rotation of the doctor that takes none of the seats; undefined when none was found. */
export function findRotationAvoiding(
  problem: Problem,
  doctor: Doctor,
  avoided: Avoided,
): Rotation | undefined {
  const programme = lookup(problem).owed(doctor);
  const { requirements, groups, rules } = programme;
  const away = awaySpans(programme, doctor);
  if (requirements.length > MOST_STAYS) return undefined;
  const gapless = rules.some(({ rule, mode }) => rule === "one-unbroken-block" && mode === "must");
  const free = new Map<Day, readonly Placement[]>();
  const freeFrom = (day: Day): readonly Placement[] => {
    const known = free.get(day) ?? freePlacements(problem, doctor, avoided, day);
    free.set(day, known);
    return known;
  };
  const { boundaries } = problem.calendar;
  const bitOf = new Map<string, number>(requirements.map(({ id, index }) => [id, 2 ** index]));
  const owed = requirements.filter(({ group }) => group === undefined);
  const all = owed.reduce((mask, { index }) => mask | (1 << index), 0);
  const chosen = groups.map((group) => ({
    choose: group.choose,
    bits: group.requirements.map((id) => bitOf.get(id) ?? 0),
  }));
  const complete = (done: number): boolean =>
    (done & all) === all &&
    chosen.every(({ bits, choose }) => bits.filter((bit) => (done & bit) !== 0).length >= choose);

  for (const start of boundaries) {
    if (start < doctor.start.earliest || start > doctor.start.latest) continue;
    // By day and stays done: the placements that led there, one way of many.
    const reached = new Map<Day, Map<number, readonly Placement[]>>([[start, new Map([[0, []]])]]);
    const reach = (day: Day, done: number, placements: readonly Placement[]): void => {
      const there = reached.get(day);
      if (there === undefined) reached.set(day, new Map([[done, placements]]));
      else if (!there.has(done)) there.set(done, placements);
    };
    for (const [at, day] of boundaries.entries()) {
      for (const [done, placements] of reached.get(day) ?? []) {
        if (complete(done)) {
          const rotation = { doctor: doctor.id, start, placements };
          if (!checkRotation(problem, rotation).some(({ kind }) => kind === "broken")) {
            return rotation;
          }
          continue;
        }
        for (const next of freeFrom(skipFixed(away, day))) {
          const bit = bitOf.get(next.requirement) ?? 0;
          if ((done & bit) === 0) reach(next.to, done | bit, [...placements, next]);
        }
        const later = boundaries[at + 1];
        if (!gapless && later !== undefined) reach(later, done, placements);
      }
    }
  }
  return undefined;
}

/** Every placement from a day that takes none of the seats, nor a seat where there is none at all. */
function freePlacements(
  problem: Problem,
  doctor: Doctor,
  { points, bases }: Avoided,
  from: Day,
): Placement[] {
  const programme = lookup(problem).owed(doctor);
  const { requirements, track } = programme;
  const counted = (unit: Unit, to: Day): boolean =>
    points.some(
      (point) =>
        point.unit === unit.id &&
        (point.track ?? track) === track &&
        point.from < to &&
        from < point.to,
    );
  const closed = (unit: Unit, to: Day): boolean =>
    [unit.seats, unit.trackSeats[track] ?? []].some(
      (steps) => fewestSeats(steps, { from, to }) === 0,
    );
  return requirements.flatMap(({ id, sections, length, atBase }) => {
    const ends = endsOf(problem, programme, doctor, { length, from });
    return problem.units.flatMap((unit): Placement[] => {
      const section = sections.find((each) => unit.sections.includes(each));
      const base = bases.some(({ intake, site }) => intake === doctor.intake && site === unit.site);
      if (section === undefined || (atBase && base)) return [];
      return ends
        .filter((to) => !counted(unit, to) && !closed(unit, to))
        .map((to) => {
          const working = workingIn(doctor, { from, to });
          return { requirement: id, unit: unit.id, section, from, to, ...working };
        })
        .filter((placement) => fits(problem, doctor, placement));
    });
  });
}

/** The days on which a stay that begins on `from` is long enough and not yet too long. */
function endsOf(
  { calendar }: Problem,
  programme: Programme,
  doctor: Doctor,
  { length: { min, max }, from }: { readonly length: LengthRange; readonly from: Day },
): Day[] {
  const ends: Day[] = [];
  for (const to of calendar.boundaries) {
    if (to <= from) continue;
    if (placementOutlasts(calendar, programme, doctor, { from, to }, max)) break;
    const service = placementService(programme, doctor, { from, to }, min);
    if (isEnough(calendar, doctor, service, min)) ends.push(to);
  }
  return ends;
}

/** Faults of a lone placement that it need not have among others. */
const OF_THE_WHOLE: readonly unknown[] = ["missing", "start"];

/** Does a placement, taken alone, obey the rules about single placements? */
function fits(problem: Problem, doctor: Doctor, placement: Placement): boolean {
  const alone = { doctor: doctor.id, start: placement.from, placements: [placement] };
  return !checkRotation(problem, alone).some(
    ({ kind, rule, params }) =>
      kind === "broken" && ALONE.has(rule) && !OF_THE_WHOLE.includes(params["fault"]),
  );
}
