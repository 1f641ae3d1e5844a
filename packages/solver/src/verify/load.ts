/** Load at units, counted in a plan: doctors beyond half and beyond three quarters of the seats, by period. */
import { fewestSeats, type Plan, type Problem } from "@placera/domain";

/** Each doctor beyond half of the seats of a unit in a period counts 1, beyond three quarters 1 more. */
export function loadOf({ units, calendar }: Problem, { rotations }: Plan): number {
  const { boundaries } = calendar;
  const stays = rotations.flatMap(({ placements }) => placements);
  let load = 0;
  for (const { id, seats } of units) {
    const here = stays.filter(({ unit }) => unit === id);
    if (here.length === 0) continue;
    for (let t = 0; t + 1 < boundaries.length; t++) {
      const span = { from: boundaries[t] ?? 0, to: boundaries[t + 1] ?? 0 };
      const limit = fewestSeats(seats, span);
      if (limit === null) continue;
      const doctors = here.filter(({ from, to }) => from < span.to && span.from < to).length;
      load += Math.max(0, doctors - Math.ceil(limit / 2));
      load += Math.max(0, doctors - Math.ceil((3 * limit) / 4));
    }
  }
  return load;
}
