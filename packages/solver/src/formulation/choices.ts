/** What a doctor owes as bit masks: which requirements she may still do, and when she has done enough. */
import type { Programme, Requirement } from "@placera/domain";

export interface Choices {
  /** May the requirement be done by one who has done these? */
  open(done: number, requirement: Requirement): boolean;
  /** Is everything done that all do, and as many of each group as are to be chosen? */
  complete(done: number): boolean;
}

export function choicesOf({ requirements, groups }: Programme): Choices {
  const owed = requirements.reduce(
    (mask, { index, group }) => (group === undefined ? mask | (1 << index) : mask),
    0,
  );
  const masks = groups.map((_, at) =>
    requirements.reduce((mask, { index, group }) => (group === at ? mask | (1 << index) : mask), 0),
  );
  const left = (done: number, group: number): number =>
    (groups[group]?.choose ?? 0) - bits(done & (masks[group] ?? 0));
  return {
    open: (done, { index, group }) =>
      (done & (1 << index)) === 0 && (group === undefined || left(done, group) > 0),
    complete: (done) => (done & owed) === owed && groups.every((_, at) => left(done, at) === 0),
  };
}

/** How many sets of stays a doctor of the programme can have done at some time. */
export function selections({ requirements, groups }: Programme): number {
  const owed = requirements.filter(({ group }) => group === undefined).length;
  return groups.reduce((product, { choose }, at) => {
    const size = requirements.filter(({ group }) => group === at).length;
    let sets = 1;
    let more = 1;
    for (let taken = 1; taken <= choose; taken++) {
      more = (more * (size - taken + 1)) / taken;
      sets += more;
    }
    return product * sets;
  }, 2 ** owed);
}

/** How many bits are set. */
function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
