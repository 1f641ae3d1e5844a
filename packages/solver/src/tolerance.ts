/** The one file of this package with small numbers in it. Bounds do not use them: they are exact. */

/** A linear program's value this close to a whole number is that number. */
export const WHOLE = 1e-6;

/** A column whose reduced cost is above minus this does not improve the linear program. */
export const IMPROVES = 1e-7;

/** Duals are cut to multiples of this power of two: sums of them and of whole costs are then exact. */
export const PRICE_GRID = 2 ** -20;

/** Sums on the price grid are exact while everything summed is together below this. */
export const EXACT_BELOW = 2 ** 53 * PRICE_GRID;

/** Cuts a price of either sign to the grid, towards zero. */
export function cutSignedPrice(price: number): number {
  return price < 0 ? -cutPrice(-price) : cutPrice(price);
}

/** Cuts a price (≥ 0) to the grid, towards zero; noise below zero becomes zero. */
export function cutPrice(price: number): number {
  return price <= 0 ? 0 : Math.floor(price / PRICE_GRID) * PRICE_GRID;
}

/** The least whole multiple of `grid` at or above `value`, for a value that is exact. */
export function roundUp(value: number, grid: number): number {
  return Math.ceil(value / grid) * grid;
}

/** An engine's bound on a whole number, rounded up with room for its noise. */
export function roundUpBound(bound: number): number {
  return Number.isFinite(bound) ? Math.ceil(bound - WHOLE) : 0;
}
