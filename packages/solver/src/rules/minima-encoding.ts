/** Minima of service in pools of sections, encoded: shared by the rules that ask for them. */
import { countsTowards, type Duration, lookup, type Requirement } from "@placera/domain";
import type { CompactDoctor } from "../compact/compact-doctor.ts";
import type { RuleFacts } from "../formulation/facts.ts";
import type { LineEncoding } from "./rule.ts";

/** Service credited to any of the sections must together be at least `min`. */
export interface Pool {
  readonly sections: readonly string[];
  readonly min: Duration;
}

/** As lines: the state is what each pool has so far, no more than it needs, as one number. */
export function encodeMinima(facts: RuleFacts, all: readonly Pool[]): LineEncoding | undefined {
  const { service } = facts;
  const counts = counting(facts);
  const pools = all.filter((pool) => !alwaysMet(facts, pool));
  if (pools.length === 0) return undefined;
  const caps = pools.map(({ min }) => Math.max(0, service.needed(min)));
  const numbers = numbering(caps);
  return {
    remembers: (_requirement, _unit, section) =>
      pools.map((pool) => (counts(section, pool) ? "1" : "0")).join(""),
    automaton: {
      initial: 0,
      step(state, { stay }) {
        const had = numbers.read(state);
        const has = pools.map((pool, at) => {
          const more = counts(stay.section, pool) ? service.net(stay.from, stay.to, pool.min) : 0;
          return Math.min(caps[at] ?? 0, (had[at] ?? 0) + more);
        });
        return { state: numbers.write(has), broken: 0 };
      },
      finish: (state) =>
        numbers.read(state).filter((service, at) => service < (caps[at] ?? 0)).length,
    },
  };
}

/** Rows of whole numbers from 0 to `caps` as one number and back; all zeros are 0. */
interface Numbering {
  read(state: number): readonly number[];
  write(row: readonly number[]): number;
}

function numbering(caps: readonly number[]): Numbering {
  const sizes = caps.map((cap) => cap + 1);
  return Number.isSafeInteger(sizes.reduce((product, size) => product * size, 1))
    ? mixedRadix(sizes)
    : inOrderOfUse(caps.map(() => 0));
}

const mixedRadix = (sizes: readonly number[]): Numbering => ({
  read(state) {
    let rest = state;
    return sizes.map((size) => {
      const digit = rest % size;
      rest = Math.floor(rest / size);
      return digit;
    });
  },
  write: (row) => row.reduceRight((state, digit, at) => state * (sizes[at] ?? 1) + digit, 0),
});

/** Where the product is past whole doubles, as with odd shares of full time: numbered as they come. */
function inOrderOfUse(zeros: readonly number[]): Numbering {
  const rows: (readonly number[])[] = [zeros];
  const known = new Map<string, number>([[zeros.join(), 0]]);
  return {
    read: (state) => rows[state] ?? zeros,
    write(row) {
      const key = row.join();
      const state = known.get(key) ?? rows.push(row) - 1;
      known.set(key, state);
      return state;
    },
  };
}

/** In the compact formulation: a row a pool. */
export function formulateMinima(
  compact: CompactDoctor,
  facts: RuleFacts,
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

function counting({ problem }: RuleFacts) {
  const { section } = lookup(problem);
  return (id: string, pool: Pool): boolean => countsTowards(section(id), pool.sections);
}

/**
 * Do the lengths of the requirements alone meet the pool, whatever the stays? A stay of n months
 * holds at least 30 n credit days less the tolerance, in the pool's measure if it is the same.
 */
function alwaysMet(facts: RuleFacts, pool: Pool): boolean {
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
