/** A problem of some of its doctors only: what a part is solved as. */
import { contentHash, type Doctor, lookup, type Problem, type Unit } from "@placera/domain";
import { reachOf } from "./split.ts";

/**
 * The problem of these doctors (indices, ascending), with the units that they could use or that
 * their data name; renumbered, ids as before. Its hash is its own: it is another problem.
 */
export function restrict(problem: Problem, doctors: readonly number[]): Problem {
  if (doctors.length === problem.doctors.length) return problem;
  const own = doctors.map((at, index) => ({ ...(problem.doctors[at] as Doctor), index }));
  const reach = reachOf(problem);
  const wanted = new Set<number>();
  const seen = new Set<unknown>();
  for (const doctor of own) {
    const found = reach(doctor);
    if (!seen.has(found)) for (const unit of found.units) wanted.add(unit);
    seen.add(found);
    for (const unit of unitsNamed(doctor)) wanted.add(lookup(problem).unit(unit).index);
  }
  const units = [...wanted]
    .sort((a, b) => a - b)
    .map((at, index): Unit => ({ ...(problem.units[at] as Unit), index }));
  const kept = new Set(units.map(({ id }) => id));
  const onCallLines = problem.onCallLines
    .map((line) => ({ ...line, units: line.units.filter((id) => kept.has(id)) }))
    .filter((line) => line.units.length > 0);
  const supervisors = problem.supervisors
    .filter(({ unit }) => kept.has(unit))
    .map((each, index) => ({ ...each, index }));
  const hash = contentHash([problem.hash, own.map(({ id }) => id)]);
  // References still hold: only doctors, to whom nothing refers, and units nobody of these names are left
  // out, with their supervisors.
  const previousPlan = problem.previousPlan && restrictPlan(problem.previousPlan, own);
  return {
    ...problem,
    hash,
    doctors: own,
    units,
    onCallLines,
    supervisors,
    previousPlan,
  } as Problem;
}

type PreviousPlan = NonNullable<Problem["previousPlan"]>;

/** By previous plan: where in it each doctor's rotation is. Every part asks for its own. */
const places = new WeakMap<PreviousPlan, ReadonlyMap<string, number>>();

/** The rotations of these doctors, in the order of the whole plan. */
function restrictPlan(plan: PreviousPlan, doctors: readonly Doctor[]): PreviousPlan {
  const { rotations } = plan;
  const known = places.get(plan) ?? new Map(rotations.map(({ doctor }, at) => [doctor, at]));
  places.set(plan, known);
  const own = doctors.flatMap(({ id }) => known.get(id) ?? []).sort((a, b) => a - b);
  return { rotations: own.flatMap((at) => rotations[at] ?? []) };
}

function unitsNamed(doctor: Doctor): string[] {
  const { wishes, fixed, forbidden, employment, previous, published } = doctor;
  const units = [
    ...previous.map(({ unit }) => unit),
    ...(published?.placements.map(({ unit }) => unit) ?? []),
    ...wishes.map((wish) =>
      wish.kind === "unit" || wish.kind === "avoid" ? wish.unit : undefined,
    ),
    employment?.homeUnit,
    ...fixed.map(({ unit }) => unit),
    ...forbidden.map(({ unit }) => unit),
  ];
  return units.filter((unit) => unit !== undefined);
}
