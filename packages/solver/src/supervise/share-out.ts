/**
 * Who supervises whom at one unit: every stay is given a supervisor who has room when she takes it, and
 * keeps her until that one leaves. Of all ways the one with the fewest changes, then with the fewest
 * supervisors seldom on site, then the evenest. Exact as long as no state is dropped (`WIDTH`).
 */
import type { Day, Span } from "@placera/domain";

/** What is to be supervised. */
export interface Stay extends Span {
  /** In thousandths of a slot. */
  readonly load: number;
}

export interface Guide {
  readonly slots: number;
  /** Spans in which she is there, sorted and apart. */
  readonly there: readonly Span[];
  /** On site less than is wanted. */
  readonly seldom: boolean;
}

/** Guide `by` (an index) supervises from a day until another. */
export interface Share extends Span {
  readonly by: number;
}

export interface SharedOut {
  /** By stay, in order of time; days without anybody are left out. */
  readonly shares: readonly (readonly Share[])[];
  /** Changes of supervisor within a stay. */
  readonly changes: number;
  /** Is it known that there are no fewer changes? */
  readonly exact: boolean;
}

/** States kept from one day to the next. */
const WIDTH = 200;
/** Nobody as yet; and nobody since hers left. */
const NOBODY = -1;
const LEFT = -2;

interface State {
  /** By stay: the guide she has at present. */
  readonly of: readonly number[];
  readonly cost: readonly [changes: number, seldom: number, uneven: number];
  /** What led here, last first. */
  readonly last: Taken | undefined;
}

interface Taken {
  readonly stay: number;
  readonly by: number;
  readonly from: Day;
  readonly before: Taken | undefined;
}

export function shareOut(stays: readonly Stay[], guides: readonly Guide[]): SharedOut {
  const days = [
    ...stays.flatMap(({ from, to }) => [from, to]),
    ...guides.flatMap(({ there }) => there.flatMap(({ from, to }) => [from, to])),
  ];
  const first: State = { of: stays.map(() => NOBODY), cost: [0, 0, 0], last: undefined };
  let states = [first];
  let exact = true;
  for (const day of [...new Set(days)].sort((a, b) => a - b)) {
    const active = [...stays.keys()].filter((at) => isOn(stays[at], day));
    if (active.length === 0) continue;
    const marks = marksOn(day, guides);
    // Those who need somebody are the same in every state but for who has left.
    const order = active.sort((a, b) => (stays[a]?.load ?? 0) - (stays[b]?.load ?? 0) || a - b);
    for (const stay of order) {
      const next = new Map<string, State>();
      for (const state of states) {
        for (const each of choices(state, stay, day, { stays, guides, active })) {
          const key = keyOf(each, active, marks);
          const known = next.get(key);
          if (known === undefined || isBetter(each, known)) next.set(key, each);
        }
      }
      const kept = [...next.values()].sort(compare);
      if (kept.length > WIDTH) exact = false;
      states = kept.slice(0, WIDTH);
    }
  }
  const best = states.reduce((a, b) => (isBetter(b, a) ? b : a), states[0] ?? first);
  return { shares: sharesOf(best, stays, guides), changes: best.cost[0], exact };
}

interface Given {
  readonly stays: readonly Stay[];
  readonly guides: readonly Guide[];
  readonly active: readonly number[];
}

/** The state as it is where she still has somebody; else one for each who has room, or with nobody. */
function choices(state: State, stay: number, day: Day, given: Given): State[] {
  const { stays, guides, active } = given;
  const own = state.of[stay] ?? NOBODY;
  if (isThere(guides[own], day)) return [state];
  const took = guides.flatMap((guide, by) => {
    if (!isThere(guide, day)) return [];
    const load = active.reduce(
      (sum, other) => (state.of[other] === by ? sum + (stays[other]?.load ?? 0) : sum),
      0,
    );
    if (load >= guide.slots) return [];
    const cost: State["cost"] = [
      state.cost[0] + (own === NOBODY ? 0 : 1),
      state.cost[1] + (guide.seldom ? 1 : 0),
      state.cost[2] + (Number.isFinite(guide.slots) ? load / guide.slots : load),
    ];
    const of = state.of.map((each, at) => (at === stay ? by : each));
    return [{ of, cost, last: { stay, by, from: day, before: state.last } }];
  });
  if (took.length > 0) return took;
  return [own >= 0 ? { ...state, of: state.of.map((by, at) => (at === stay ? LEFT : by)) } : state];
}

/** By guide: a number that those share who are alike from this day on and may stand in for each other. */
function marksOn(day: Day, guides: readonly Guide[]): number[] {
  const known = new Map<string, number>();
  return guides.map(({ slots, there, seldom }) => {
    const left = there.filter(({ to }) => to > day);
    const mark = JSON.stringify([
      slots,
      seldom,
      left.map(({ from, to }) => [Math.max(from, day), to]),
    ]);
    const number = known.get(mark) ?? known.size;
    known.set(mark, number);
    return number;
  });
}

/** States with one key go on alike: guides are numbered, mark by mark, as stays come to them. */
function keyOf({ of }: State, active: readonly number[], marks: readonly number[]): string {
  const names: string[] = [];
  const counts: number[] = [];
  let key = "";
  for (const stay of active) {
    const by = of[stay] ?? NOBODY;
    const mark = marks[by];
    if (mark === undefined) key += `${by} `;
    else {
      let name = names[by];
      if (name === undefined) {
        const count = counts[mark] ?? 0;
        counts[mark] = count + 1;
        name = `${mark}.${count} `;
        names[by] = name;
      }
      key += name;
    }
  }
  return key;
}

function compare(a: State, b: State): number {
  const [changes, seldom, uneven] = a.cost;
  return changes - b.cost[0] || seldom - b.cost[1] || uneven - b.cost[2];
}

const isBetter = (a: State, b: State): boolean => compare(a, b) < 0;

const isOn = (span: Span | undefined, day: Day): boolean =>
  span !== undefined && span.from <= day && day < span.to;

const isThere = (guide: Guide | undefined, day: Day): boolean =>
  guide?.there.some((span) => isOn(span, day)) === true;

/** Each is there from when she takes a stay until the next does, it ends or she leaves. */
function sharesOf(state: State, stays: readonly Stay[], guides: readonly Guide[]): Share[][] {
  const shares: Share[][] = stays.map(() => []);
  for (let taken = state.last; taken !== undefined; taken = taken.before) {
    const { stay, by, from } = taken;
    const leaves = guides[by]?.there.find((span) => isOn(span, from))?.to ?? from;
    const to = Math.min(leaves, stays[stay]?.to ?? from);
    shares[stay]?.unshift({ by, from, to });
  }
  return shares;
}
