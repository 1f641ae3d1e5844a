/** A plan → the same plan with its supervisors named: at each unit, and for whole blocks by region. */
import {
  type Day,
  type DoctorId,
  isEligible,
  loadAt,
  lookup,
  type Plan,
  type Problem,
  type RequirementId,
  type RuleParams,
  SLOT,
  type Span,
  type Supervision,
  type Supervisor,
  slotsOf,
  supervisionFigures,
  supervisorsByUnit,
} from "@placera/domain";
import { type Guide, type Stay, shareOut } from "./share-out.ts";

/** A stay, and whose it is. */
interface Charge extends Stay {
  readonly doctor: DoctorId;
  readonly requirement: RequirementId | undefined;
}

/** The plan itself where the problem names no supervisors. */
export function nameSupervisors(problem: Problem, plan: Plan): Plan {
  if (problem.supervisors.length === 0) return plan;
  const names = [...namedAtUnits(problem, plan), ...namedForBlocks(problem, plan)];
  const place = new Map<string, number>(problem.doctors.map(({ id, index }) => [id, index]));
  const order = ({ doctor }: Supervision): number => place.get(doctor) ?? 0;
  const sorted = names.sort(
    (a, b) => order(a) - order(b) || rankOf(a) - rankOf(b) || a.from - b.from,
  );
  return { rotations: plan.rotations, supervision: sorted };
}

/** Whoever follows the whole block comes first. */
const rankOf = ({ requirement }: Supervision): number => (requirement === undefined ? 0 : 1);

function namedAtUnits(problem: Problem, plan: Plan): Supervision[] {
  const figures = supervisionFigures(problem);
  const least = leastPresence(problem);
  return [...supervisorsByUnit(problem)].flatMap(([unit, supervisors]) => {
    const charges = plan.rotations.flatMap(({ doctor, placements }) => {
      const { track } = lookup(problem).programme(lookup(problem).doctor(doctor).programme);
      const load = loadAt(lookup(problem).unit(unit), track, figures);
      return placements
        .filter((placement) => placement.unit === unit)
        .map(({ requirement, from, to }) => ({ doctor, requirement, from, to, load }));
    });
    const guides = supervisors.map(
      (each): Guide => ({
        slots: slotsOf(each, figures),
        there: presenceOf(each),
        seldom: each.percentage < least,
      }),
    );
    return namesOf(charges, guides, supervisors);
  });
}

function namedForBlocks(problem: Problem, plan: Plan): Supervision[] {
  return problem.regions.flatMap(({ id }) => {
    const own = problem.supervisors.filter(
      (each) => each.main > 0 && isEligible(each) && lookup(problem).unit(each.unit).region === id,
    );
    if (own.length === 0) return [];
    const charges = plan.rotations.flatMap(({ doctor, start, placements }): Charge[] => {
      const to = placements.at(-1)?.to;
      if (to === undefined || lookup(problem).doctor(doctor).region !== id) return [];
      return [{ doctor, requirement: undefined, from: start, to, load: SLOT }];
    });
    const guides = own.map(
      (each): Guide => ({ slots: each.main * SLOT, there: presenceOf(each), seldom: false }),
    );
    return namesOf(charges, guides, own);
  });
}

function namesOf(
  charges: readonly Charge[],
  guides: readonly Guide[],
  supervisors: readonly Supervisor[],
): Supervision[] {
  const { shares } = shareOut(charges, guides);
  return charges.flatMap(({ doctor, requirement }, at) =>
    (shares[at] ?? []).map(({ by, from, to }) => ({
      doctor,
      ...(requirement === undefined ? {} : { requirement }),
      supervisor: supervisors[by]?.id ?? "",
      from,
      to,
    })),
  );
}

/** Spans in which she is there. */
export function presenceOf({ from, to, leave }: Supervisor): Span[] {
  const there: Span[] = [];
  let since: Day = from ?? Number.NEGATIVE_INFINITY;
  const end = to ?? Number.POSITIVE_INFINITY;
  for (const away of leave) {
    if (since < Math.min(away.from, end)) there.push({ from: since, to: Math.min(away.from, end) });
    since = Math.max(since, away.to);
  }
  if (since < end) there.push({ from: since, to: end });
  return there;
}

/** The percentage below which a supervisor is seldom there; 0 where nobody looks. */
function leastPresence({ unitRules }: Problem): number {
  const setting = unitRules.find(({ rule }) => rule === "supervisor-presence");
  if (setting === undefined) return 0;
  return (setting.params as RuleParams<"supervisor-presence">).percentage;
}
