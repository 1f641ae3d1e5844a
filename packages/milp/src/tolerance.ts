/** The one place with small numbers in it: how much floating-point noise we accept, and where. */

/** A row or a bound may be missed by this much, times the size of the bound when that exceeds 1. */
export const FEASIBILITY_TOLERANCE = 1e-6;

/** An integer variable may be this far from a whole number before we call it fractional. */
export const INTEGRALITY_TOLERANCE = 1e-6;

/** A number this close to a whole number (relative above 1) is that whole number with noise on it. */
export const NOISE = 1e-9;

/** Two objective values are the same when they differ by less, relative above 1. */
export const OBJECTIVE_TOLERANCE = 1e-6;

/** Default absolute gap at which an engine may call an incumbent optimal; far below one unit of integer cost. */
export const DEFAULT_ABSOLUTE_GAP = 1e-6;

/** A matrix coefficient at or below this would silently be dropped by HiGHS, so the builder refuses it. */
export const SMALLEST_COEFFICIENT = 1e-9;

/** Is `value` outside [lower, upper] by more than the feasibility tolerance? Returns by how much, or 0. */
export function excessOutside(value: number, lower: number, upper: number): number {
  const below = lower - value;
  const above = value - upper;
  if (below > FEASIBILITY_TOLERANCE * Math.max(1, Math.abs(lower))) return below;
  if (above > FEASIBILITY_TOLERANCE * Math.max(1, Math.abs(upper))) return above;
  return 0;
}

/** Removes noise around whole numbers, and the sign of zero. Infinite values pass unchanged. */
export function withoutNoise(value: number): number {
  const whole = Math.round(value);
  if (Math.abs(value - whole) <= NOISE * Math.max(1, Math.abs(value))) return whole + 0;
  return value;
}

/** Are two objective values the same number, noise aside? */
export function sameObjective(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= OBJECTIVE_TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));
}
