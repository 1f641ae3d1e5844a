/**
 * Whoever is placed at a unit that names its supervisors has one of them by name, who may supervise
 * and is there; and each takes another doctor only while she has room left.
 *
 *   ∀ named (d, h, [a, b)): unit(h) = unit(p), eligible(h), [a, b) ⊆ there(h) ∩ [from(p), to(p)), disjoint for one p
 *   ∀ h, t: Σ load − max load of those named to h on t < slots(h)
 *   ∀ p, t: named on t, or nobody at unit(p) has room on t
 *
 * Whoever follows a doctor through her whole block is of her region, there and within her own number.
 * Source: domain.md D34 [3][7]: specialist, or ST doctor with the supervisors' course.
 */
import {
  changesAmong,
  isPresent,
  lookup,
  type Plan,
  type Problem,
  type Supervision,
  type Supervisor,
  slotsOf,
  supervisionFigures,
  supervisorsByUnit,
} from "@placera/domain";
import { nameRule, type SharedBreak } from "./rule.ts";
import {
  canSupervise,
  type SupervisedStay,
  sortedDays,
  supervisedPlacements,
  supervisedStays,
} from "./supervised.ts";

export const namedSupervisor = nameRule<"named-supervisor">({
  id: "named-supervisor",
  expresses: ["D34"],
  statement: {
    sv: "Den som är placerad på en enhet som anger sina handledare har en namngiven handledare som är behörig och på plats, och en handledare tar en läkare till bara så länge hon har utrymme kvar.",
    en: "Whoever is placed at a unit that names its supervisors has a named supervisor who is eligible and present, and a supervisor takes another doctor only while she has room left.",
  },
  mathematics:
    "∀ (d, h, [a, b)): unit(h) = unit(p) ∧ eligible(h) ∧ [a, b) ⊆ there(h) ∩ p; ∀ h, t: Σ load − max load < slots(h); ∀ p, t: named, or nobody has room",

  check(problem, plan) {
    if (plan.supervision === undefined) return [];
    const stays = supervisedStays(problem, plan);
    return [
      ...wrongNames(problem, plan, plan.supervision),
      ...overlaps(stays),
      ...overfull(problem, stays),
      ...missing(problem, stays),
      ...wrongMains(problem, plan, plan.supervision),
    ];
  },

  met: supervisedPlacements,
});

const breakAt = (fault: string, each: Supervision, unit?: string): SharedBreak => ({
  magnitude: 1,
  ...(unit === undefined ? {} : { unit }),
  from: each.from,
  to: each.to,
  doctors: [each.doctor],
  params: { fault, supervisor: each.supervisor, requirement: each.requirement ?? "" },
});

/** Names of somebody who is not of the unit, may not supervise or is away, or outside the placement. */
function wrongNames(problem: Problem, plan: Plan, names: readonly Supervision[]): SharedBreak[] {
  const rotations = new Map(plan.rotations.map((rotation) => [rotation.doctor, rotation]));
  return names.flatMap((each) => {
    if (each.requirement === undefined) return [];
    const placement = rotations
      .get(each.doctor)
      ?.placements.find(({ requirement }) => requirement === each.requirement);
    const supervisor = lookup(problem).supervisor(each.supervisor);
    const inside = placement !== undefined && placement.from <= each.from;
    if (!inside || each.to > placement.to || each.from >= each.to) {
      return [breakAt("outside", each, supervisor.unit)];
    }
    const can = supervisor.unit === placement.unit && canSupervise(supervisor, each);
    return can ? [] : [breakAt("not-there", each, placement.unit)];
  });
}

const overlaps = (stays: readonly SupervisedStay[]): SharedBreak[] =>
  stays.flatMap(({ names, placement }) =>
    names
      .filter((each, at) => each.from < (names[at - 1]?.to ?? each.from))
      .map((each) => breakAt("overlap", each, placement.unit)),
  );

/** Who is named to each supervisor, and what each of them takes. */
function namedTo(stays: readonly SupervisedStay[]) {
  const bySupervisor = new Map<string, { readonly each: Supervision; readonly load: number }[]>();
  for (const { names, load } of stays) {
    for (const each of names) {
      const own = bySupervisor.get(each.supervisor) ?? [];
      bySupervisor.set(each.supervisor, own);
      own.push({ each, load });
    }
  }
  return bySupervisor;
}

function overfull(problem: Problem, stays: readonly SupervisedStay[]): SharedBreak[] {
  const figures = supervisionFigures(problem);
  return [...namedTo(stays)].flatMap(([id, named]) => {
    const supervisor = lookup(problem).supervisor(id);
    const slots = slotsOf(supervisor, figures);
    return named.flatMap(({ each }) => {
      const loads = named.filter((other) => isOn(other.each, each.from)).map(({ load }) => load);
      const others = loads.reduce((sum, load) => sum + load, 0) - Math.max(...loads);
      return others < slots ? [] : [breakAt("overfull", each, supervisor.unit)];
    });
  });
}

const isOn = ({ from, to }: { readonly from: number; readonly to: number }, day: number): boolean =>
  from <= day && day < to;

/** Placements without a name on a day on which somebody there has room; the first such day of each. */
function missing(problem: Problem, stays: readonly SupervisedStay[]): SharedBreak[] {
  const figures = supervisionFigures(problem);
  const named = namedTo(stays);
  return [...supervisorsByUnit(problem)].flatMap(([unit, supervisors]): SharedBreak[] => {
    const here = stays.filter(({ placement }) => placement.unit === unit);
    const days = sortedDays([
      ...here.flatMap(({ placement, names }) => [placement, ...names].flatMap(endsOf)),
      ...changesAmong(supervisors),
    ]);
    const hasRoom = (supervisor: Supervisor, day: number): boolean => {
      const own = (named.get(supervisor.id) ?? []).filter(({ each }) => isOn(each, day));
      const load = own.reduce((sum, each) => sum + each.load, 0);
      return isPresent(supervisor, day) && load < slotsOf(supervisor, figures);
    };
    return here.flatMap(({ doctor, placement, names }) => {
      const from = days.find(
        (day) =>
          isOn(placement, day) &&
          !names.some((each) => isOn(each, day)) &&
          supervisors.some((supervisor) => hasRoom(supervisor, day)),
      );
      if (from === undefined) return [];
      const { requirement, to } = placement;
      const params = { fault: "missing", requirement };
      return [{ magnitude: 1, unit, from, to, doctors: [doctor], params }];
    });
  });
}

const endsOf = ({ from, to }: { readonly from: number; readonly to: number }) => [from, to];

/** Names for the whole block, of somebody who is away, elsewhere, or follows too many. */
function wrongMains(problem: Problem, plan: Plan, names: readonly Supervision[]): SharedBreak[] {
  const rotations = new Map(plan.rotations.map((rotation) => [rotation.doctor, rotation]));
  const mains = names.filter(({ requirement }) => requirement === undefined);
  return mains.flatMap((each) => {
    const rotation = rotations.get(each.doctor);
    const supervisor = lookup(problem).supervisor(each.supervisor);
    const end = rotation?.placements.at(-1)?.to ?? 0;
    if (rotation === undefined || each.from < rotation.start || each.to > end) {
      return [breakAt("outside", each, supervisor.unit)];
    }
    const { region } = lookup(problem).unit(supervisor.unit);
    const own = lookup(problem).doctor(each.doctor).region === region;
    if (each.from >= each.to || !own || !canSupervise(supervisor, each)) {
      return [breakAt("not-there", each, supervisor.unit)];
    }
    const others = mains.filter((other) => isOn(other, each.from));
    if (others.filter(({ doctor }) => doctor === each.doctor).length > 1) {
      return [breakAt("overlap", each, supervisor.unit)];
    }
    const hers = others.filter((other) => other.supervisor === each.supervisor);
    return hers.length <= supervisor.main ? [] : [breakAt("overfull", each, supervisor.unit)];
  });
}
