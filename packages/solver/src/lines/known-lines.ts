/** The lines known of a relaxed profile: the best under the prices of the moment, and a few to begin the next pricing with. */
import type { Line } from "./line.ts";
import type { RelaxedWork } from "./price-work.ts";

/** What lines cost under the prices of the moment. */
interface Costing {
  costOf(line: Line): number;
}

/** Forgets the best line, and looks for it anew among those kept. */
export function weighKnown(own: RelaxedWork, costs: Costing): void {
  own.line = undefined;
  own.lineCost = Number.POSITIVE_INFINITY;
  for (const line of own.pool) offer(own, line, costs);
}

/** Keeps a line, the oldest given up for it where there are `most` already. */
export function keepLine(own: RelaxedWork, line: Line, costs: Costing, most: number): void {
  if (!own.pool.some(({ key }) => key === line.key)) {
    own.pool.push(line);
    if (own.pool.length > most) own.pool.shift();
  }
  offer(own, line, costs);
}

/** A known line is as good as it costs now. */
function offer(own: RelaxedWork, line: Line, costs: Costing): void {
  const cost = costs.costOf(line);
  if (cost >= own.lineCost) return;
  own.lineCost = cost;
  own.line = line;
}
