/**
 * Problem → what a peer with variables for times and places is handed: blocks, stays and seats in
 * periods, read off the same encodings as our own formulations, so that the rules are the same.
 * A rule that this language has no words for refuses the problem.
 */
import { boundaryAt, lookup, type Problem, tiersOf } from "@placera/domain";
import {
  channelsOf,
  type DoctorFacts,
  doctorFacts,
  type Encoding,
  encodingsOf,
  type LineStep,
  leftOut,
  RULES,
  type Stay,
  stayEnds,
} from "@placera/solver";
import {
  type PeerDoctor,
  type PeerGroup,
  type PeerOrder,
  type PeerProblem,
  type PeerSeats,
  type PeerSplit,
  TooRich,
} from "./peer-problem.ts";

/** Throws `TooRich`. */
export function peerProblem(problem: Problem): PeerProblem {
  const { tiers, worstOff } = channelsOf(problem);
  if (worstOff !== undefined) throw new TooRich("worst-off");
  const siteNumber = new Map(problem.sites.map(({ id }, at) => [id, at]));
  return {
    name: problem.name,
    periods: problem.calendar.periods,
    tiers,
    siteOfUnit: problem.units.map(({ site }) => siteNumber.get(site) ?? -1),
    doctors: problem.doctors.map((doctor) => peerDoctor(doctorFacts(problem, doctor))),
    ...limitsOf(problem),
  };
}

function peerDoctor(facts: DoctorFacts): PeerDoctor {
  const { problem, doctor, programme, periods } = facts;
  const tiers = tiersOf(problem);
  const encodings = encodingsOf(facts);
  const blocks = blocksOf(facts, encodings, tiers.length);
  return {
    id: doctor.id,
    unplaced: leftOut(doctor, channelsOf(problem)),
    open: openBefore(periods.open),
    blocks,
    stays: programme.requirements.map((requirement) => ({
      id: requirement.id,
      groups: groupsOf(facts, encodings, requirement, blocks),
    })),
    ...sequenceOf(facts, encodings),
  };
}

function openBefore(open: readonly boolean[]): number[] {
  let count = 0;
  return [0, ...open.map((isOpen) => (isOpen ? ++count : count))];
}

/** Costs by tier; undefined where a rule that must hold is broken. */
function priced(
  encodings: readonly Encoding[],
  tiers: number,
  broken: (encoding: Encoding) => number,
): number[] | undefined {
  const costs = new Array<number>(tiers).fill(0);
  for (const each of encodings) {
    const magnitude = broken(each);
    if (magnitude === 0) continue;
    if (each.price === "must") return undefined;
    for (const { channel, weight } of each.price) {
      costs[channel] = (costs[channel] ?? 0) + magnitude * weight;
    }
  }
  return costs;
}

function blocksOf(
  { doctor, problem: { calendar } }: DoctorFacts,
  encodings: readonly Encoding[],
  tiers: number,
): number[][] {
  const first = boundaryAt(calendar, doctor.start.earliest) ?? 0;
  const last = Math.min(boundaryAt(calendar, doctor.start.latest) ?? -1, calendar.periods - 1);
  const blocks: number[][] = [];
  for (let start = first; start <= last; start++) {
    for (let end = start + 1; end <= calendar.periods; end++) {
      const costs = priced(
        encodings,
        tiers,
        ({ encoding }) => (encoding.start?.(start) ?? 0) + (encoding.block?.(start, end) ?? 0),
      );
      if (costs !== undefined) blocks.push([start, end, ...costs]);
    }
  }
  return blocks;
}

type Requirement = DoctorFacts["programme"]["requirements"][number];

/** Places that may be had at the same times are one group. */
function groupsOf(
  facts: DoctorFacts,
  encodings: readonly Encoding[],
  requirement: Requirement,
  blocks: readonly (readonly number[])[],
): PeerGroup[] {
  const { problem, periods } = facts;
  const tiers = tiersOf(problem).length;
  const earliest = Math.min(...blocks.map(([start = 0]) => start));
  const latest = Math.max(...blocks.map(([, end = 0]) => end));
  const times: [number, number][] = [];
  for (let from = earliest; from < latest; from++) {
    if (!periods.open[from]) continue;
    for (const to of stayEnds(periods, from, requirement.length)) {
      if (to <= latest) times.push([from, to]);
    }
  }
  const groups = new Map<string, { places: PeerGroup["places"][number][]; times: typeof times }>();
  for (const unit of problem.units) {
    for (const section of unit.sections) {
      if (!requirement.sections.includes(section)) continue;
      const costs = priced(
        encodings,
        tiers,
        ({ encoding }) => encoding.place?.(requirement, unit, section) ?? 0,
      );
      if (costs === undefined) continue;
      const own = times.filter(([from, to]) =>
        mayStay(encodings, { requirement, unit, section, from, to }),
      );
      if (own.length === 0) continue;
      const key = JSON.stringify(own);
      const group = groups.get(key) ?? { places: [], times: own };
      group.places.push({ unit: unit.index, section, costs });
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}

function mayStay(encodings: readonly Encoding[], stay: Stay): boolean {
  for (const { encoding, price, rule } of encodings) {
    if ((encoding.stay?.(stay) ?? 0) === 0) continue;
    if (price === "must") return false;
    throw new TooRich(`${rule} at a price`);
  }
  return true;
}

/** What encodings may say; a new way of saying something is not passed over in silence. */
const WORDS: readonly string[] = [
  "start",
  "place",
  "stay",
  "block",
  "contiguous",
  "remembers",
  "asksDone",
  "step",
  "automaton",
] satisfies (keyof Encoding["encoding"])[];

/** What the encodings say of the stays in order, rule by rule: these are the ones we have words for. */
function sequenceOf(facts: DoctorFacts, encodings: readonly Encoding[]) {
  const { programme } = facts;
  const orders: PeerOrder[] = [];
  let unbroken = false;
  let maxPlaces: number | null = null;
  let base: number[] = [];
  for (const each of encodings) {
    const { rule, encoding, price } = each;
    if (Object.keys(encoding).some((key) => !WORDS.includes(key))) throw new TooRich(rule);
    if (encoding.automaton === undefined && encoding.step === undefined) continue;
    if (rule === "section-order" || rule.startsWith("wish-")) {
      orders.push(...ordersOf(facts, each));
      continue;
    }
    if (price !== "must") throw new TooRich(`${rule} at a price`);
    if (rule === "one-unbroken-block") unbroken = true;
    else if (rule === "at-most-four-places") maxPlaces = maximumOf(programme, rule);
    else if (rule === "one-base-site")
      base = programme.requirements.filter(({ atBase }) => atBase).map(({ index }) => index);
    else throw new TooRich(rule);
  }
  return { orders, unbroken, maxPlaces, base };
}

function maximumOf(programme: DoctorFacts["programme"], rule: string): number {
  const params = programme.rules.find((setting) => setting.rule === rule)?.params;
  if (params !== undefined && "max" in params && typeof params.max === "number") return params.max;
  throw new TooRich(rule);
}

/** Which stays an order asks for before each: asked of its steps with all others done but one. */
function ordersOf(
  { programme: { requirements }, problem }: DoctorFacts,
  { encoding: { automaton, step }, price }: Encoding,
): PeerOrder[] {
  const brokenAt = (at: LineStep): number =>
    (step?.(at) ?? 0) + (automaton?.step(automaton.initial, at).broken ?? 0);
  const all = requirements.reduce((mask, { index }) => mask | (1 << index), 0);
  const costs =
    price === "must"
      ? null
      : tiersOf(problem).map((_, tier) =>
          price.reduce((sum, { channel, weight }) => sum + (channel === tier ? weight : 0), 0),
        );
  return requirements.flatMap((requirement): PeerOrder[] => {
    const isBrokenWithout = (index: number) => {
      const [unit] = problem.units;
      const [section] = requirement.sections;
      if (unit === undefined || section === undefined) return false;
      const stay = { requirement, unit, section, from: 0, to: 0 };
      const done = all & ~(1 << requirement.index) & ~(1 << index);
      return brokenAt({ stay, done, gap: false, idle: 0 }) > 0;
    };
    const earlier = requirements
      .map(({ index }) => index)
      .filter((index) => index !== requirement.index && isBrokenWithout(index));
    if (earlier.length === 0) return [];
    return [{ earlier, later: requirement.index, costs }];
  });
}

function limitsOf(problem: Problem): Pick<PeerProblem, "seats" | "splits"> {
  const { programme } = lookup(problem);
  const inForce = new Set(problem.unitRules.map(({ rule }) => rule as string));
  const seats: PeerSeats[] = [];
  const splits: PeerSplit[] = [];
  const numbers = (wanted: (doctor: Problem["doctors"][number]) => boolean) =>
    problem.doctors.filter(wanted).map(({ index }) => index);
  for (const rule of RULES) {
    if (rule.family !== "unit" || !inForce.has(rule.id)) continue;
    for (const limit of rule.encode(problem)) {
      if (limit.kind !== "base" && limit.kind !== "seats") throw new TooRich(rule.id);
      if (limit.kind === "base") {
        splits.push({
          site: problem.sites.findIndex(({ id }) => id === limit.site),
          doctors: numbers(({ intake }) => intake === limit.intake),
          atMost: limit.doctors,
        });
      } else if (limit.seats.some(Number.isFinite)) {
        const ofTrack = (doctor: Problem["doctors"][number]) =>
          limit.track === undefined || programme(doctor.programme).track === limit.track;
        seats.push({
          unit: limit.unit,
          doctors: numbers(ofTrack),
          seats: limit.seats.map((each) => (Number.isFinite(each) ? each : null)),
        });
      }
    }
  }
  return { seats, splits };
}
