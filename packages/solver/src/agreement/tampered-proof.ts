/** Proofs that no solver wrote: one with a change to it, and one drawn at random. */
import { formatDay, type PartProof, type Problem, type TierProof, tiersOf } from "@placera/domain";
import { limitingRules } from "../rules/limiting-rules.ts";

/** A whole number from 0 to below a limit. */
export type Draw = (below: number) => number;

const pick = <T>(items: readonly T[], draw: Draw): T | undefined => items[draw(items.length)];

/** The proofs with one thing about them changed. */
export function tampered(
  problem: Problem,
  proofs: readonly PartProof[],
  draw: Draw,
): readonly PartProof[] {
  const copy: Writable<PartProof>[] = structuredClone([...proofs]);
  const part = pick(copy, draw);
  const tier = part === undefined ? undefined : pick(part.tiers, draw);
  if (part === undefined || tier === undefined) return copy;
  const seats = pick(tier.seats, draw);
  switch (draw(7)) {
    case 0:
      tier.bound += 1;
      break;
    case 1:
      if (seats !== undefined) seats.unit = pick(problem.units, draw)?.id ?? "";
      break;
    case 2:
      for (const day of Object.keys(seats?.prices ?? {})) {
        if (seats !== undefined) seats.prices[day] = 1 + draw(2 ** (1 + draw(40)));
      }
      break;
    case 3:
      delete tier.closed;
      tier.held = tiersOf(problem)
        .slice(0, draw(3))
        .map((each) => ({ tier: each, weight: 1 + draw(2 ** (1 + draw(24))) }));
      break;
    case 4:
      part.doctors.pop();
      break;
    case 5:
      part.doctors.push(pick(problem.doctors, draw)?.id ?? "");
      break;
    default:
      part.tiers.splice(draw(part.tiers.length), 1);
  }
  return copy.filter(({ doctors }) => doctors.length > 0);
}

/** Prices of any seats and weights of any tiers, for doctors dealt out in any way. */
export function drawnProof(problem: Problem, draw: Draw): readonly PartProof[] {
  const parts = Array.from({ length: 1 + draw(3) }, (): string[] => []);
  for (const { id } of problem.doctors) if (draw(5) > 0) pick(parts, draw)?.push(id);
  const names = tiersOf(problem);
  return parts
    .filter((doctors) => doctors.length > 0)
    .map((doctors) => ({
      doctors,
      tiers: names.slice(0, 1 + draw(names.length)).map(
        (tier, k): TierProof => ({
          tier,
          bound: 0,
          held: names.slice(0, k).flatMap((each) => {
            const weight = draw(2) === 0 ? 0 : draw(2 ** 22);
            return weight === 0 ? [] : [{ tier: each, weight }];
          }),
          seats: problem.units.flatMap((unit) => drawnPrices(problem, unit, draw)),
          bases: [],
          staff: problem.units.flatMap((unit) => drawnEarnings(problem, unit, draw)),
          shared: drawnShared(problem, draw),
          burdens: doctors.flatMap((doctor) =>
            draw(2) === 0 ? [] : [{ doctor, price: 1 + draw(2 ** (1 + draw(22))) }],
          ),
        }),
      ),
    }));
}

function drawnPrices(
  { calendar }: Problem,
  unit: Problem["units"][number],
  draw: Draw,
): TierProof["seats"] {
  const limited = unit.seats.every(({ seats }) => seats !== null);
  const prices: Record<string, number> = {};
  for (const day of calendar.boundaries.slice(0, -1)) {
    if (limited && draw(4) === 0) prices[formatDay(day)] = 1 + draw(2 ** (18 + draw(6)));
  }
  return Object.keys(prices).length === 0 ? [] : [{ unit: unit.id, prices }];
}

/** What doctors earn where the unit wants any; half a doctor missing to four of them. */
function drawnEarnings(
  { calendar }: Problem,
  { id, staffing, seats }: Problem["units"][number],
  draw: Draw,
): { unit: string; prices: Record<string, number> }[] {
  const wanted = staffing.every(({ doctors }) => doctors > 0);
  if (!wanted || seats.some((step) => step.seats === 0)) return [];
  const prices: Record<string, number> = {};
  for (const day of calendar.boundaries.slice(0, -1)) {
    if (draw(2) === 0) prices[formatDay(day)] = 2 ** (19 + draw(4));
  }
  return staffing.length === 0 || Object.keys(prices).length === 0 ? [] : [{ unit: id, prices }];
}

/** What doctors pay or earn in what units share, where its limits are the same kind all the time. */
function drawnShared(problem: Problem, draw: Draw): NonNullable<TierProof["shared"]> {
  const limits = limitingRules(problem).flatMap((rule) => rule.encode(problem));
  return limits.flatMap((limit) => {
    if (limit.kind !== "shared" && limit.kind !== "shared-staff") return [];
    const rows = limit.kind === "shared" ? limit.most : limit.least;
    if (rows.some((each) => each === 0 || each === Number.POSITIVE_INFINITY)) return [];
    const prices: Record<string, number> = {};
    for (const day of problem.calendar.boundaries.slice(0, -1)) {
      if (draw(2) === 0) prices[formatDay(day)] = 2 ** (19 + draw(4));
    }
    const { rule, name } = limit;
    return Object.keys(prices).length === 0 ? [] : [{ rule, name, prices }];
  });
}

type Writable<T> = T extends object ? { -readonly [Key in keyof T]: Writable<T[Key]> } : T;
