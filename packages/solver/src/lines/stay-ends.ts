/** Where stays may end: looked for once for all doctors who have the same periods, whatever their programme. */
import type { Programme } from "@placera/domain";
import { type DoctorFacts, type ProgrammePeriods, stayEnds } from "../formulation/facts.ts";

/** By first period. */
type Ends = Map<number, readonly number[]>;

interface Known {
  readonly byLength: Map<string, Ends>;
  /** By index of the requirement. */
  readonly byProgramme: WeakMap<Programme, readonly Ends[]>;
}

const known = new WeakMap<ProgrammePeriods, Known>();

/** The boundaries at which a stay for a requirement (by index) may end that begins in open period t. */
export function stayEndsOf({
  periods,
  programme,
}: DoctorFacts): (requirement: number, t: number) => readonly number[] {
  const { requirements } = programme;
  const own = endsIn(periods, programme);
  return (requirement, t) => {
    const ends = own[requirement] as Ends;
    let found = ends.get(t);
    if (found === undefined) {
      const length = requirements[requirement]?.length;
      found = length === undefined ? [] : stayEnds(periods, t, length);
      ends.set(t, found);
    }
    return found;
  };
}

function endsIn(periods: ProgrammePeriods, programme: Programme): readonly Ends[] {
  const { byLength, byProgramme } = known.get(periods) ?? {
    byLength: new Map<string, Ends>(),
    byProgramme: new WeakMap<Programme, readonly Ends[]>(),
  };
  known.set(periods, { byLength, byProgramme });
  let own = byProgramme.get(programme);
  if (own === undefined) {
    own = programme.requirements.map(({ length }) => {
      const key = JSON.stringify(length);
      const ends = byLength.get(key) ?? new Map<number, readonly number[]>();
      byLength.set(key, ends);
      return ends;
    });
    byProgramme.set(programme, own);
  }
  return own;
}
