/** Units that want doctors (least-staffing), and what the doctors missing there cost a plan. */
import type { Plan, Problem } from "@placera/domain";
import { type Channels, chargesOfRank } from "../formulation/channels.ts";
import { leastStaffing } from "../rules/least-staffing.ts";

/** One unit in one period. */
export interface Wanted {
  /** Doctors wanted, as far as there are seats for them. */
  readonly least: number;
  /** Doctors of the plan who are there. */
  readonly there: number;
}

export interface Staffing {
  /** The tier that each doctor missing costs this much in. */
  readonly tier: number;
  readonly weight: number;
  /** By `wantedAt`. */
  readonly rows: ReadonlyMap<number, Wanted>;
  /** Doctors wanted beyond the seats there are: missing in every plan. */
  readonly beyond: number;
}

export const wantedAt = ({ calendar }: Problem, unit: number, period: number): number =>
  unit * calendar.periods + period;

/** `seats` tells how many doctors a unit can have in a period; undefined where nobody is wanted. */
export function staffingOf(
  problem: Problem,
  channels: Channels,
  plan: Plan,
  seats: (unit: number, period: number) => number,
): Staffing | undefined {
  const mode = problem.unitRules.find(({ rule }) => rule === leastStaffing.id)?.mode;
  if (typeof mode !== "object") return undefined;
  const { rank, weight } = mode.prefer;
  const charge = chargesOfRank(channels, rank, weight).find(
    ({ channel }) => channel < channels.tiers.length,
  );
  const { boundaries } = problem.calendar;
  const rows = new Map<number, Wanted>();
  let beyond = 0;
  for (const limit of leastStaffing.encode(problem)) {
    if (limit.kind !== "staff") continue;
    const id = problem.units[limit.unit]?.id;
    const stays = plan.rotations.flatMap(({ placements }) =>
      placements.filter(({ unit }) => unit === id),
    );
    for (const [period, wanted] of limit.least.entries()) {
      const least = Math.min(wanted, seats(limit.unit, period));
      beyond += wanted - least;
      if (least === 0) continue;
      const from = boundaries[period] ?? 0;
      const there = stays.filter((stay) => stay.from <= from && from < stay.to).length;
      rows.set(wantedAt(problem, limit.unit, period), { least, there });
    }
  }
  return { tier: charge?.channel ?? 0, weight: charge?.weight ?? 0, rows, beyond };
}

/** What the doctors missing in these rows cost, in the plan. */
export function missingIn({ weight, rows }: Staffing, at: Iterable<number>): number {
  let missing = 0;
  for (const row of at) {
    const { least, there } = rows.get(row) ?? { least: 0, there: 0 };
    missing += Math.max(0, least - there);
  }
  return weight * missing;
}

/** What is missing in every plan: beyond the seats, and where none of these rows is. */
export function missingAnyhow(
  { weight, rows, beyond }: Staffing,
  reached: ReadonlySet<number>,
): number {
  let missing = beyond;
  for (const [row, { least }] of rows) if (!reached.has(row)) missing += least;
  return weight * missing;
}
