/** Rows about a doctor's block as a whole: its start and end, and orders wished for. */
import type { DoctorFacts } from "../formulation/facts.ts";
import type { CompactDoctor, Term } from "./compact-doctor.ts";

/** Ties the block's start and end to its stays. */
export function formulateBlock(compact: CompactDoctor, { programme, periods }: DoctorFacts): void {
  const { starts, ends, stays, unplaced } = compact;
  const term = ({ variable }: { readonly variable: number }, coefficient = 1): Term => ({
    variable,
    coefficient,
  });
  const not = { variable: unplaced, coefficient: 1 };
  compact.row("start", [...starts.map((each) => term(each)), not], 1, 1);
  compact.row("end", [...ends.map((each) => term(each)), not], 1, 1);
  for (const requirement of programme.requirements) {
    const own = stays.filter(({ stay }) => stay.requirement.id === requirement.id);
    for (let t = 0; t < periods.count; t++) {
      if (own.some(({ stay }) => stay.from === t)) {
        const before = own.filter(({ stay }) => stay.from <= t).map((each) => term(each));
        const begun = starts.filter(({ period }) => period <= t).map((each) => term(each, -1));
        compact.row(
          `begun,${requirement.id},${t}`,
          [...before, ...begun],
          Number.NEGATIVE_INFINITY,
          0,
        );
      }
      if (own.some(({ stay }) => stay.to === t + 1)) {
        const after = own.filter(({ stay }) => stay.to > t).map((each) => term(each));
        const ended = ends.filter(({ period }) => period > t).map((each) => term(each, -1));
        compact.row(
          `ended,${requirement.id},${t}`,
          [...after, ...ended],
          Number.NEGATIVE_INFINITY,
          0,
        );
      }
    }
  }
  for (const end of ends) {
    const last = stays.filter(({ stay }) => stay.to === end.period).map((each) => term(each, -1));
    compact.row(`last,${end.period}`, [term(end), ...last], Number.NEGATIVE_INFINITY, 0);
  }
}

/** No start with an end that breaks the rule, or at a price. */
export function forbidBlocks(
  compact: CompactDoctor,
  broken: (start: number, end: number) => number,
): void {
  const bad = compact.starts.map((start) => ({
    start,
    ends: compact.ends.filter(
      ({ period }) => period > start.period && broken(start.period, period) > 0,
    ),
  }));
  if (bad.every(({ ends }) => ends.length === 0)) return;
  const out = compact.breaks("block", 1).map((term) => ({ ...term, coefficient: -1 }));
  for (const { start, ends } of bad) {
    if (ends.length === 0) continue;
    const terms = [start, ...ends].map(({ variable }) => ({ variable, coefficient: 1 }));
    compact.row(`block,${start.period}`, [...terms, ...out], Number.NEGATIVE_INFINITY, 1);
  }
}

export function formulateOrderWish(compact: CompactDoctor, first: string, then: string): void {
  const out = compact.breaks("order", 1).map((term) => ({ ...term, coefficient: -1 }));
  const later = compact.stays.filter(({ stay }) => stay.requirement.id === then);
  const earlier = compact.stays.filter(({ stay }) => stay.requirement.id === first);
  for (const t of new Set(later.map(({ stay }) => stay.from))) {
    const begun = later.filter(({ stay }) => stay.from <= t);
    const preceded = earlier.filter(({ stay }) => stay.from < t);
    const terms = [
      ...begun.map(({ variable }) => ({ variable, coefficient: 1 })),
      ...preceded.map(({ variable }) => ({ variable, coefficient: -1 })),
    ];
    compact.row(`order,${t}`, [...terms, ...out], Number.NEGATIVE_INFINITY, 0);
  }
}
