/** How times of very different sizes are summed up: by ratio, with little weight on the tiniest. */

/** In seconds: differences well below this do not count. */
export const SHIFT_SECONDS = 0.1;

/** (∏ (xᵢ + shift))^(1/n) − shift, all in seconds; undefined of nothing. */
export function shiftedGeometricMean(
  seconds: readonly number[],
  shift: number = SHIFT_SECONDS,
): number | undefined {
  if (seconds.length === 0) return undefined;
  const logs = seconds.reduce((sum, each) => sum + Math.log(each + shift), 0);
  return Math.exp(logs / seconds.length) - shift;
}
