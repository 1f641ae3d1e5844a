/**
 * Rules about a block's length, research left out, encoded. Without research they look at the block's
 * ends alone; with it lines remember how much of it they have had.
 */
import { isResearch, lookup } from "@placera/domain";
import type { CompactDoctor, Term } from "../compact/compact-doctor.ts";
import type { RuleFacts, Stay } from "../formulation/facts.ts";
import type { LineEncoding } from "./rule.ts";

/** What a block asks of the research in it: more than `above`, no more than `most`. */
export interface ResearchRange {
  readonly above: number;
  readonly most: number;
}

/** How much of a stay is research. */
export type ResearchOf = (stay: Stay) => number;

/** Can any of the doctor's stays be research? */
export function hasResearch({ problem, programme }: RuleFacts): boolean {
  const { section } = lookup(problem);
  return programme.requirements.some(({ sections }) =>
    sections.some((id) => isResearch(section(id))),
  );
}

/** As lines: the state is the research so far. */
export function encodeResearch(
  { problem }: RuleFacts,
  research: ResearchOf,
  rangeOf: (start: number, end: number) => ResearchRange,
): LineEncoding {
  const { section } = lookup(problem);
  return {
    remembers: (_requirement, _unit, id) => (isResearch(section(id)) ? "research" : ""),
    automaton: {
      initial: 0,
      step: (state, { stay }) => ({
        state: isResearch(section(stay.section)) ? state + research(stay) : state,
        broken: 0,
      }),
      finish(state, end) {
        if (end === undefined) return 1;
        const { above, most } = rangeOf(end.start, end.end);
        return above < state && state <= most ? 0 : 1;
      },
    },
  };
}

/** As rows: for each start and end, what research there is to the range of that block. */
export function formulateResearch(
  compact: CompactDoctor,
  { problem, programme }: RuleFacts,
  research: ResearchOf,
  rangeOf: (start: number, end: number) => ResearchRange,
): void {
  const { section } = lookup(problem);
  const terms = compact.stays
    .filter(({ stay }) => isResearch(section(stay.section)))
    .map(({ variable, stay }) => ({ variable, stay, coefficient: research(stay) }));
  const all = programme.requirements.reduce((sum, { id }) => {
    const own = terms.filter(({ stay }) => stay.requirement.id === id);
    return sum + Math.max(0, ...own.map(({ coefficient }) => coefficient));
  }, 0);
  const out = compact.breaks("block", 1);
  const sum: Term[] = terms.map(({ variable, coefficient }) => ({ variable, coefficient }));
  for (const start of compact.starts) {
    for (const end of compact.ends) {
      if (end.period <= start.period) continue;
      const { above, most } = rangeOf(start.period, end.period);
      const key = `block,${start.period},${end.period}`;
      // Each row says nothing unless the block begins and ends there, and the rule is kept.
      const bound = (coefficient: number): Term[] => [
        ...sum,
        { variable: start.variable, coefficient },
        { variable: end.variable, coefficient },
        ...out.map((term) => ({ ...term, coefficient: -coefficient })),
      ];
      const over = all - most;
      if (over > 0) compact.row(`${key},most`, bound(over), Number.NEGATIVE_INFINITY, all + over);
      const least = above + 1;
      if (least > 0) {
        compact.row(`${key},least`, bound(-least), -least, Number.POSITIVE_INFINITY);
      }
    }
  }
}
