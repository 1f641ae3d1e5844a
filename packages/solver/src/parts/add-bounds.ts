/** Bounds of doctors who are apart from each other → bounds of all of them, tier by tier. */
import type { Share } from "../lines/begin-lines.ts";

/**
 * In a plan that is as good as this one in the tiers before, some may cost more there than their share
 * here just as far as the others may cost less. So a bound that holds them to their share counts where
 * the others are proven to be best in all those tiers; elsewhere what they cost at least whatever the
 * tiers before come to. A share without values is one of which nothing is known.
 */
export function addBounds(shares: readonly Share[]): number[] {
  const tiers = Math.max(0, ...shares.map(({ values }) => values.length));
  const sums: number[] = [];
  // By tier before: how far all together may be below this plan, and each of them.
  const gaps: { readonly all: number; readonly of: readonly number[] }[] = [];
  for (let k = 0; k < tiers; k++) {
    const bounds = shares.map(({ bounds: held, unconditional }, at) => {
      const isHeld = gaps.every(({ all, of }) => all === of[at]);
      return (isHeld ? held[k] : unconditional[k]) ?? 0;
    });
    const of = shares.map(
      ({ values }, at) => (values[k] ?? Number.POSITIVE_INFINITY) - (bounds[at] ?? 0),
    );
    gaps.push({ all: of.reduce((sum, gap) => sum + gap, 0), of });
    sums.push(bounds.reduce((sum, bound) => sum + bound, 0));
  }
  return sums;
}
