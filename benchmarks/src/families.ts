/**
 * Instance families: problems made from a size, a tightness and a seed. Each is built round a
 * hidden plan in which everyone is placed, so that nobody need be left out of any of them.
 */
import {
  addHalfMonths,
  formatDay,
  type Plan,
  PlanRotations,
  type ProblemFile,
  parseDay,
  readPlan,
} from "@placera/domain";
import { type Random, seededRandom } from "./random.ts";

export const FAMILIES = ["at-tight", "at-loose"] as const;
export type FamilyName = (typeof FAMILIES)[number];

export interface Instance {
  readonly file: ProblemFile;
  /** Everyone's rotation, as the seats were dealt out by. Its value is no better than the optimum. */
  readonly hidden: Plan;
}

/** One problem of a family. The same arguments give the same problem. */
export function makeInstance(family: FamilyName, doctors: number, seed: number): Instance {
  switch (family) {
    case "at-tight":
      return makeAt({ name: family, doctors, seed, seatsFor: (peak) => peak });
    case "at-loose":
      return makeAt({
        name: family,
        doctors,
        seed,
        seatsFor: (peak) => peak + 1 + Math.floor(peak / 2),
      });
  }
}

interface AtFamily {
  readonly name: FamilyName;
  readonly doctors: number;
  readonly seed: number;
  /** A unit's seats, from the most doctors it has at once in the hidden plan. */
  readonly seatsFor: (peak: number) => number;
}

/** Eighteen months of AT; `units` is how many places there are for every thirty doctors. */
const BLOCKS = [
  { id: "kirurgi", section: "surgery", halves: 6, units: 2 },
  { id: "ortopedi", section: "surgery", halves: 3, units: 1 },
  { id: "medicin", section: "medicine", halves: 6, units: 3 },
  { id: "akut", section: "medicine", halves: 3, units: 1 },
  { id: "psykiatri", section: "psychiatry", halves: 6, units: 1 },
  { id: "primarvard", section: "primary-care", halves: 12, units: 8 },
] as const;
type Block = (typeof BLOCKS)[number];

/** Half months from one intake to the next, in all, and in AT. */
const INTAKE_EVERY = 12;
const INTAKES = 4;
const LENGTH = 36;
const PERIODS = (INTAKES - 1) * INTAKE_EVERY + LENGTH;
const FIRST_DAY = parseDay("2026-09-01") ?? 0;

const WISHES_PER_DOCTOR = 2;
/** Rotations drawn for each doctor, of which the one that crowds the units least is dealt. */
const DRAWS = 24;

interface Unit {
  readonly id: string;
  readonly block: Block;
  /** Doctors there by half month, in the hidden plan. */
  readonly present: Int32Array;
}

/** A stay in the hidden plan, in half months from the first day. */
interface Stay {
  readonly unit: Unit;
  readonly from: number;
  readonly to: number;
}

/** AT in one region: every doctor with wishes of her own, so that hardly two are alike. */
function makeAt({ name, doctors, seed, seatsFor }: AtFamily): Instance {
  const random = seededRandom(seed * 1_000_003 + doctors);
  const units = makeUnits(doctors);
  const rotations = Array.from({ length: doctors }, (_, at) => {
    const start = (at % INTAKES) * INTAKE_EVERY;
    return {
      id: `at-${String(at + 1).padStart(4, "0")}`,
      start,
      stays: deal(random, start, units),
    };
  });
  const file: ProblemFile = {
    schemaVersion: 1,
    name: `${name}-${doctors}-${seed}`,
    calendar: { from: dayText(0), to: dayText(PERIODS), grid: "half-month" },
    regions: [{ id: "region", name: "Region" }],
    sites: [{ id: "ort", region: "region", name: "Ort" }],
    units: units.map(({ id, block, present }) => ({
      id,
      site: "ort",
      name: id,
      sections: [block.section],
      seats: seatsFor(Math.max(...present)),
    })),
    rulePacks: ["at@2021-05"],
    programmes: [
      {
        id: "at",
        track: "AT",
        name: "AT 18 månader",
        requirements: BLOCKS.map(({ id, section, halves }) => ({
          id,
          sections: [section],
          length: { months: halves / 2 },
        })),
        length: { months: LENGTH / 2 },
      },
    ],
    intakes: Array.from({ length: INTAKES }, (_, at) => {
      const start = dayText(at * INTAKE_EVERY);
      return { id: start, programme: "at", start };
    }),
    doctors: rotations.map(({ id, start }) => ({
      id,
      region: "region",
      intake: dayText(start),
      wishes: Array.from({ length: WISHES_PER_DOCTOR }, () => drawWish(random, units)),
    })),
  };
  return { file, hidden: readPlan(PlanRotations.parse(rotations.map(toRotation))) };
}

function makeUnits(doctors: number): Unit[] {
  return BLOCKS.flatMap((block) =>
    Array.from({ length: Math.max(1, Math.round((block.units * doctors) / 30)) }, (_, at) => ({
      id: `${block.id}-${at + 1}`,
      block,
      present: new Int32Array(PERIODS),
    })),
  );
}

/** Deals one doctor a hidden rotation, and enters it at the units. */
function deal(random: Random, start: number, units: readonly Unit[]): readonly Stay[] {
  const drawn = Array.from({ length: DRAWS }, () => drawRotation(random, start, units));
  const [best] = drawn
    .map((stays) => ({ stays, crowding: stays.reduce((sum, stay) => sum + crowding(stay), 0) }))
    .sort((a, b) => a.crowding - b.crowding);
  const stays = best?.stays ?? [];
  for (const { unit, from, to } of stays) {
    for (let t = from; t < to; t++) unit.present[t] = (unit.present[t] ?? 0) + 1;
  }
  return stays;
}

/** Without gaps, primary care last for three in four, each stay where there is most room. */
function drawRotation(random: Random, start: number, units: readonly Unit[]): Stay[] {
  const shuffled = random.shuffle(BLOCKS);
  const isLast = ({ id }: Block) => id === "primarvard";
  const order =
    random.int(1, 4) === 1
      ? shuffled
      : [...shuffled.filter((block) => !isLast(block)), ...shuffled.filter(isLast)];
  let from = start;
  return order.map((block) => {
    const to = from + block.halves;
    const stays = random
      .shuffle(units.filter((unit) => unit.block === block))
      .map((unit) => ({ unit, from, to, crowding: crowding({ unit, from, to }) }))
      .sort((a, b) => a.crowding - b.crowding);
    from = to;
    return stays[0] as Stay;
  });
}

/** How much a stay adds where many are already; a new peak weighs more than anything else. */
function crowding({ unit: { present }, from, to }: Stay): number {
  const peak = Math.max(...present);
  let sum = 0;
  for (let t = from; t < to; t++) sum += present[t] ?? 0;
  return Math.max(...present.subarray(from, to)) === peak ? 1_000 + sum : sum;
}

function toRotation({ id, start, stays }: { id: string; start: number; stays: readonly Stay[] }) {
  return {
    doctor: id,
    start: dayText(start),
    placements: stays.map(({ unit, from, to }) => ({
      requirement: unit.block.id,
      unit: unit.id,
      section: unit.block.section,
      from: dayText(from),
      to: dayText(to),
    })),
  };
}

type WishFile = NonNullable<ProblemFile["doctors"][number]["wishes"]>[number];

function drawWish(random: Random, units: readonly Unit[]): WishFile {
  const weight = random.int(1, 5);
  const [block, other] = random.shuffle(BLOCKS) as [Block, Block];
  const own = units.filter((unit) => unit.block === block).map(({ id }) => id);
  return random.int(1, 3) === 1
    ? { kind: "order", first: block.id, then: other.id, weight }
    : { kind: "unit", requirement: block.id, unit: random.pick(own), weight };
}

/** The day so many half months after the first. */
function dayText(halves: number): string {
  return formatDay(addHalfMonths(FIRST_DAY, halves));
}
