/** What a peer is handed → data for rotations.mzn: numbers from 1, sets as MiniZinc's JSON has them. */
import { type PeerDoctor, type PeerProblem, TooRich } from "./peer-problem.ts";

export interface PlaceRow {
  readonly stay: number;
  readonly unit: number;
  readonly section: string;
  readonly starts: readonly number[];
  readonly costs: readonly number[];
}

/** The rows that places are numbered by, and everything else the model asks for but tier and held. */
export interface MiniZincData {
  readonly rows: readonly PlaceRow[];
  /** By stay. */
  readonly sizes: readonly number[];
  readonly data: Readonly<Record<string, unknown>>;
}

const set = (members: readonly number[]) => ({ set: members });
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at);

/** Throws `TooRich`. */
export function miniZincData(problem: PeerProblem): MiniZincData {
  const { doctors, tiers, periods } = problem;
  const stays = doctors.flatMap((doctor, at) => doctor.stays.map((stay) => ({ ...stay, at })));
  const rows = stays.flatMap(({ groups }, stay) =>
    groups.flatMap(({ places, times }) =>
      places.map((place): PlaceRow => ({ ...place, stay, starts: times.map(([from]) => from) })),
    ),
  );
  const first = doctors.map((_, at) => stays.findIndex((stay) => stay.at === at));
  const numbers = (wanted: (at: number) => boolean) =>
    upTo(stays.length)
      .filter((stay) => wanted(stays[stay]?.at ?? -1))
      .map((stay) => stay + 1);
  const blocks = doctors.flatMap((doctor, at) => doctor.blocks.map((block) => ({ block, at })));
  if (blocks.some(({ block }) => block.slice(2).some((cost) => cost > 0))) {
    throw new TooRich("a price on lengths");
  }
  const orders = doctors.flatMap((doctor, at) =>
    doctor.orders.map((order) => ({ ...order, first: first[at] ?? 0 })),
  );
  const sizes = stays.map(sizeOf);
  return {
    rows,
    sizes,
    data: {
      tiers: tiers.length,
      periods,
      doctors: doctors.length,
      stays: stays.length,
      places: rows.length,
      staysOf: doctors.map((_, at) => set(numbers((other) => other === at))),
      possible: doctors.map(isPossible),
      unbroken: doctors.map(({ unbroken }) => unbroken),
      maxPlaces: doctors.map(({ maxPlaces }) => maxPlaces ?? -1),
      unplacedCost: tiers.map((_, k) => doctors.map(({ unplaced }) => unplaced[k] ?? 0)),
      blocks: blocks.length,
      block: blocks.map(({ block: [start = 0, end = 0] }) => [start, end]),
      blocksOf: doctors.map((_, at) =>
        set(
          upTo(blocks.length)
            .filter((b) => blocks[b]?.at === at)
            .map((b) => b + 1),
        ),
      ),
      doctorOf: stays.map(({ at }) => at + 1),
      size: sizes,
      placesOf: upTo(stays.length).map((stay) =>
        set(
          upTo(rows.length)
            .filter((row) => rows[row]?.stay === stay)
            .map((row) => row + 1),
        ),
      ),
      unitOf: rows.map(({ unit }) => unit + 1),
      startsOf: rows.map(({ starts }) => set(starts)),
      placeCost: tiers.map((_, k) => rows.map(({ costs }) => costs[k] ?? 0)),
      orders: orders.length,
      earlier: orders.map((order) => set(order.earlier.map((stay) => order.first + stay + 1))),
      later: orders.map((order) => order.first + order.later + 1),
      must: orders.map(({ costs }) => costs === null),
      orderCost: tiers.map((_, k) => orders.map(({ costs }) => costs?.[k] ?? 0)),
      ...limitsOf(problem, numbers),
    },
  };
}

function isPossible({ blocks, stays }: PeerDoctor): boolean {
  return blocks.length > 0 && stays.every(({ groups }) => groups.length > 0);
}

function sizeOf({ id, groups }: PeerDoctor["stays"][number]): number {
  const sizes = new Set(groups.flatMap(({ times }) => times.map(([from, to]) => to - from)));
  if (sizes.size > 1) throw new TooRich(`lengths of ${id} that vary`);
  const [size = 0] = sizes;
  return size;
}

function limitsOf(
  { seats, doctors, periods }: PeerProblem,
  numbers: (wanted: (doctor: number) => boolean) => number[],
) {
  const limits = seats.map((limit, at) => {
    const own = limit.seats.map((each) => each ?? doctors.length);
    const capacity = Math.max(...own);
    const less = upTo(periods).filter((t) => (own[t] ?? 0) < capacity);
    return { ...limit, at, capacity, less: less.map((t) => ({ at, t, seats: own[t] ?? 0 })) };
  });
  const gaps = limits.flatMap(({ less }) => less);
  return {
    limits: limits.length,
    limitUnit: limits.map(({ unit }) => unit + 1),
    limitStays: limits.map((limit) => set(numbers((doctor) => limit.doctors.includes(doctor)))),
    capacity: limits.map(({ capacity }) => capacity),
    gaps: gaps.length,
    gapLimit: gaps.map(({ at }) => at + 1),
    gapFrom: gaps.map(({ t }) => t),
    gapLength: gaps.map(() => 1),
    gapSeats: gaps.map((gap) => gap.seats),
  };
}
