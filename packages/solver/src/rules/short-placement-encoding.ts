/** Short placements inside longer ones, encoded: as lines by what is under way, as rows by who follows whom. */
import type { Requirement, ShortPlacement } from "@placera/domain";
import type { CompactDoctor } from "../compact/compact-doctor.ts";
import type { RuleFacts, Stay } from "../formulation/facts.ts";
import type { LineEncoding } from "./rule.ts";

/** One to keep: its parts that are left to do, in order, as indices of requirements. */
interface Chain {
  readonly inside: ShortPlacement;
  readonly parts: readonly number[];
}

/** What is under way: the chain, the part that comes next, where the first one is and when it began. */
interface UnderWay {
  readonly chain: number;
  readonly next: number;
  readonly unit: string | undefined;
  readonly from: number | undefined;
}

export function encodeShortPlacements(facts: RuleFacts): LineEncoding | undefined {
  const { service } = facts;
  const chains = chainsOf(facts);
  if (chains.length === 0) return undefined;
  // Nothing is under way in state 0; where history began a longer placement, something is.
  const states: (UnderWay | undefined)[] = [undefined];
  const numbers = new Map<string, number>();
  const stateOf = (way: UnderWay): number => {
    const key = `${way.chain} ${way.next} ${way.unit ?? ""} ${way.from ?? ""}`;
    const known = numbers.get(key) ?? states.push(way) - 1;
    numbers.set(key, known);
    return known;
  };
  const opened = chains.findIndex(({ inside }) => inside.begunAt !== undefined);
  const begun = chains[opened]?.inside.begunAt;
  const initial =
    opened < 0 ? 0 : stateOf({ chain: opened, next: 0, unit: begun, from: undefined });
  const places = new Map<number, { readonly chain: number; readonly at: number }>();
  chains.forEach(({ parts }, chain) =>
    parts.forEach((requirement, at) => places.set(requirement, { chain, at })),
  );
  const advance = (way: UnderWay, stay: Stay): number | undefined => {
    const { parts, inside } = chains[way.chain] as Chain;
    const { id } = stay.requirement;
    const [first, second] = inside.within;
    if (id === second && way.unit !== undefined && way.unit !== stay.unit.id) return undefined;
    const from = way.from ?? stay.from;
    if (way.next + 1 < parts.length) {
      const unit = id === first ? stay.unit.id : way.unit;
      return stateOf({ chain: way.chain, next: way.next + 1, unit, from });
    }
    const { length } = inside;
    return length === undefined || service.stayWithin(from, stay.to, length) ? 0 : undefined;
  };
  return {
    remembers: ({ id }, unit) =>
      chains.some(({ inside }) => inside.within.includes(id)) ? unit.id : "",
    automaton: {
      initial,
      step(state, { stay, gap }) {
        const place = places.get(stay.requirement.index);
        const way = states[state];
        if (way === undefined) {
          if (place === undefined) return { state, broken: 0 };
          if (place.at > 0) return { state, broken: 1 };
          const fresh = { chain: place.chain, next: 0, unit: undefined, from: undefined };
          const next = advance(fresh, stay);
          return next === undefined ? { state, broken: 1 } : { state: next, broken: 0 };
        }
        const expected = place?.chain === way.chain && place.at === way.next;
        const next = expected && !gap ? advance(way, stay) : undefined;
        return next === undefined ? { state, broken: 1 } : { state: next, broken: 0 };
      },
    },
  };
}

export function formulateShortPlacements(compact: CompactDoctor, facts: RuleFacts): void {
  const { periods, service, programme } = facts;
  const { stays } = compact;
  const staysOf = (index: number | undefined) =>
    stays.filter(({ stay }) => stay.requirement.index === index);
  const terms = (of: typeof stays, coefficient = 1) =>
    of.map(({ variable }) => ({ variable, coefficient }));
  for (const { inside, parts } of chainsOf(facts)) {
    const { requirement, within, length, begunAt: begun } = inside;
    const key = (...names: readonly (string | number)[]) => [requirement, ...names].join(",");
    parts.forEach((part, at) => {
      if (at === 0 && begun === undefined) return;
      for (const t of new Set(staysOf(part).map(({ stay }) => stay.from))) {
        const here = staysOf(part).filter(({ stay }) => stay.from === t);
        const released =
          at > 0
            ? terms(
                staysOf(parts[at - 1]).filter(({ stay }) => periods.nextOpen[stay.to] === t),
                -1,
              )
            : compact.starts
                .filter(({ period }) => periods.nextOpen[period] === t)
                .map(({ variable }) => ({ variable, coefficient: -1 }));
        compact.row(
          key("after", at, t),
          [...terms(here), ...released],
          Number.NEGATIVE_INFINITY,
          0,
        );
      }
    });
    const index = (id: string) =>
      programme.requirements.find((each: Requirement) => each.id === id)?.index;
    const [first, second] = within.map(index);
    const back = second === undefined ? [] : staysOf(second);
    for (const unit of new Set(back.map(({ stay }) => stay.unit.id))) {
      const at = (of: typeof stays) => of.filter(({ stay }) => stay.unit.id === unit);
      if (first !== undefined) {
        const both = [...terms(at(back)), ...terms(at(staysOf(first)), -1)];
        compact.row(key("unit", unit), both, Number.NEGATIVE_INFINITY, 0);
      } else if (begun !== undefined && begun !== unit) {
        compact.row(key("unit", unit), terms(at(back)), Number.NEGATIVE_INFINITY, 0);
      }
    }
    if (length === undefined) continue;
    const ends = staysOf(parts.at(-1));
    for (const a of new Set(staysOf(parts[0]).map(({ stay }) => stay.from))) {
      const from = staysOf(parts[0]).filter(({ stay }) => stay.from === a);
      if (parts.length === 1) {
        const bad = from.filter(({ stay }) => !service.stayWithin(a, stay.to, length));
        compact.row(key("length", a), terms(bad), Number.NEGATIVE_INFINITY, 0);
        continue;
      }
      const bad = ends.filter(({ stay }) => stay.to > a && !service.stayWithin(a, stay.to, length));
      if (bad.length === 0) continue;
      compact.row(key("length", a), [...terms(from), ...terms(bad)], Number.NEGATIVE_INFINITY, 1);
    }
  }
}

function chainsOf({ programme }: RuleFacts): Chain[] {
  return programme.shortPlacements.map((inside) => {
    const [first, second] = inside.within;
    const parts = [first, inside.requirement, second].flatMap((id) => {
      const owed = programme.requirements.find((each) => each.id === id);
      return owed === undefined ? [] : [owed.index];
    });
    return { inside, parts };
  });
}
