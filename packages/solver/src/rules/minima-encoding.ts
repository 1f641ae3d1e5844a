/** Minima of service in pools of sections, encoded: shared by the rules that ask for them. */
import { countsTowards, type Duration, lookup, type Requirement } from "@placera/domain";
import type { CompactDoctor } from "../compact/compact-doctor.ts";
import type { DoctorFacts } from "../formulation/facts.ts";
import type { LineEncoding } from "./rule.ts";

/** Service credited to any of the sections must together be at least `min`. */
export interface Pool {
  readonly sections: readonly string[];
  readonly min: Duration;
}

/** As lines: the state is what each pool has so far, no more than it needs, in mixed radix. */
export function encodeMinima(facts: DoctorFacts, all: readonly Pool[]): LineEncoding | undefined {
  const { service } = facts;
  const counts = counting(facts);
  const pools = all.filter((pool) => !alwaysMet(facts, pool));
  if (pools.length === 0) return undefined;
  const caps = pools.map(({ min }) => Math.max(0, service.needed(min)));
  return {
    remembers: (_requirement, _unit, section) =>
      pools.map((pool) => (counts(section, pool) ? "1" : "0")).join(""),
    automaton: {
      initial: 0,
      step(state, { stay }) {
        let rest = state;
        let radix = 1;
        let next = 0;
        pools.forEach((pool, at) => {
          const cap = caps[at] ?? 0;
          const had = rest % (cap + 1);
          rest = Math.floor(rest / (cap + 1));
          const more = counts(stay.section, pool) ? service.net(stay.from, stay.to, pool.min) : 0;
          next += radix * Math.min(cap, had + more);
          radix *= cap + 1;
        });
        return { state: next, broken: 0 };
      },
      finish(state) {
        let rest = state;
        let missed = 0;
        for (const cap of caps) {
          if (rest % (cap + 1) < cap) missed++;
          rest = Math.floor(rest / (cap + 1));
        }
        return missed;
      },
    },
  };
}

/** In the compact formulation: a row a pool. */
export function formulateMinima(
  compact: CompactDoctor,
  facts: DoctorFacts,
  pools: readonly Pool[],
): void {
  const counts = counting(facts);
  pools.forEach((pool, at) => {
    const need = Math.max(0, facts.service.needed(pool.min));
    const terms = compact.stays
      .filter(({ stay }) => counts(stay.section, pool))
      .map(({ variable, stay }) => ({
        variable,
        coefficient: facts.service.net(stay.from, stay.to, pool.min),
      }));
    const missed = compact.breaks(`${at}`, 1).map((term) => ({ ...term, coefficient: need }));
    const spared = { variable: compact.unplaced, coefficient: need };
    compact.row(`${at}`, [...terms, ...missed, spared], need, Number.POSITIVE_INFINITY);
  });
}

function counting({ problem }: DoctorFacts) {
  const { section } = lookup(problem);
  return (id: string, pool: Pool): boolean => countsTowards(section(id), pool.sections);
}

/**
 * Do the lengths of the requirements alone meet the pool, whatever the stays? A stay of n months
 * holds at least 30 n credit days less the tolerance, in the pool's measure if it is the same.
 */
function alwaysMet(facts: DoctorFacts, pool: Pool): boolean {
  const counts = counting(facts);
  const sure = ({ sections, length }: Requirement): number =>
    sections.every((section) => counts(section, pool)) &&
    "weeks" in length.min === "weeks" in pool.min
      ? Math.max(0, facts.service.needed(length.min))
      : 0;
  const owed = facts.programme.requirements.filter(({ group }) => group === undefined);
  const least = owed.reduce((sum, each) => sum + sure(each), 0);
  return least >= facts.service.needed(pool.min);
}
