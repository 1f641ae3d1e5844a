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
  { id: "kirurgi", section: "surgery", months: 3, units: 2 },
  { id: "ortopedi", section: "surgery", months: 1.5, units: 1 },
  { id: "medicin", section: "medicine", months: 3, units: 3 },
  { id: "akut", section: "medicine", months: 1.5, units: 1 },
  { id: "psykiatri", section: "psychiatry", months: 3, units: 1 },
  { id: "primarvard", section: "primary-care", months: 6, units: 8 },
] as const;
type Block = (typeof BLOCKS)[number];

const INTAKES = ["2026-09-01", "2027-03-01", "2027-09-01", "2028-03-01"] as const;
const WISHES_PER_DOCTOR = 2;

/** AT in one region: every doctor with wishes of her own, so that no two are alike. */
function makeAt({ name, doctors, seed, seatsFor }: AtFamily): Instance {
  const random = seededRandom(seed * 1_000_003 + doctors);
  const unitsOf = (block: Block): string[] =>
    Array.from(
      { length: Math.max(1, Math.round((block.units * doctors) / 30)) },
      (_, at) => `${block.id}-${at + 1}`,
    );
  const rotations = Array.from({ length: doctors }, (_, at) => ({
    doctor: `at-${String(at + 1).padStart(4, "0")}`,
    ...dealRotation(random, INTAKES[at % INTAKES.length] ?? INTAKES[0], unitsOf),
  }));
  const stays = rotations.flatMap(({ placements }) => placements);
  const [first, last] = [INTAKES[0], INTAKES[INTAKES.length - 1] ?? INTAKES[0]];
  const file: ProblemFile = {
    schemaVersion: 1,
    name: `${name}-${doctors}-${seed}`,
    calendar: { from: first, to: later(last, 18), grid: "half-month" },
    regions: [{ id: "region", name: "Region" }],
    sites: [{ id: "ort", region: "region", name: "Ort" }],
    units: BLOCKS.flatMap((block) =>
      unitsOf(block).map((id) => ({
        id,
        site: "ort",
        name: id,
        sections: [block.section],
        seats: seatsFor(peakAt(stays.filter(({ unit }) => unit === id))),
      })),
    ),
    rulePacks: ["at@2021-05"],
    programmes: [
      {
        id: "at",
        track: "AT",
        name: "AT 18 månader",
        requirements: BLOCKS.map(({ id, section, months }) => ({
          id,
          sections: [section],
          length: { months },
        })),
        length: { months: 18 },
      },
    ],
    intakes: INTAKES.map((start) => ({ id: start, programme: "at", start })),
    doctors: rotations.map(({ doctor, start }) => ({
      id: doctor,
      region: "region",
      intake: start,
      wishes: Array.from({ length: WISHES_PER_DOCTOR }, () => drawWish(random, unitsOf)),
    })),
  };
  return { file, hidden: readPlan(PlanRotations.parse(rotations)) };
}

/** One doctor's hidden rotation: without gaps, primary care last for three in four. */
function dealRotation(random: Random, start: string, unitsOf: (block: Block) => string[]) {
  const shuffled = random.shuffle(BLOCKS);
  const isLast = ({ id }: Block) => id === "primarvard";
  const order =
    random.int(1, 4) === 1
      ? shuffled
      : [...shuffled.filter((block) => !isLast(block)), ...shuffled.filter(isLast)];
  let from = start;
  const placements = order.map((block) => {
    const to = later(from, block.months);
    const placement = {
      requirement: block.id,
      unit: random.pick(unitsOf(block)),
      section: block.section,
      from,
      to,
    };
    from = to;
    return placement;
  });
  return { start, placements };
}

type WishFile = NonNullable<ProblemFile["doctors"][number]["wishes"]>[number];

function drawWish(random: Random, unitsOf: (block: Block) => string[]): WishFile {
  const weight = random.int(1, 5);
  const [block, other] = random.shuffle(BLOCKS) as [Block, Block];
  return random.int(1, 3) === 1
    ? { kind: "order", first: block.id, then: other.id, weight }
    : { kind: "unit", requirement: block.id, unit: random.pick(unitsOf(block)), weight };
}

/** The most that are there at once. */
function peakAt(stays: readonly { readonly from: string; readonly to: string }[]): number {
  const present = stays.map(
    ({ from }) => stays.filter((other) => other.from <= from && from < other.to).length,
  );
  return Math.max(0, ...present);
}

function later(day: string, months: number): string {
  const from = parseDay(day);
  if (from === undefined) throw new RangeError(`No day: ${day}`);
  return formatDay(addHalfMonths(from, 2 * months));
}
