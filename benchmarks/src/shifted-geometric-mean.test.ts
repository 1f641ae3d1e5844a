import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shiftedGeometricMean } from "./shifted-geometric-mean.ts";

describe("the shifted geometric mean", () => {
  it("is the root of the product of the shifted times, less the shift", () => {
    // √((0.3 + 0.1) × (0.8 + 0.1)) − 0.1 = √0.36 − 0.1
    expect(shiftedGeometricMean([0.3, 0.8])).toBeCloseTo(0.5, 12);
  });

  it("is the time itself when there is one", () => {
    expect(shiftedGeometricMean([2.5])).toBeCloseTo(2.5, 12);
  });

  it("lies between the least and the most, in whatever order they come", () => {
    const times = fc.array(fc.double({ min: 0, max: 1e5, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(times, (seconds) => {
        const mean = shiftedGeometricMean(seconds) ?? Number.NaN;
        expect(mean).toBeGreaterThanOrEqual(Math.min(...seconds) - 1e-6);
        expect(mean).toBeLessThanOrEqual(Math.max(...seconds) * (1 + 1e-9) + 1e-6);
        expect(shiftedGeometricMean(seconds.toReversed())).toBeCloseTo(mean, 3);
      }),
    );
  });

  it("hardly sees the difference between a millisecond and a microsecond", () => {
    const some = shiftedGeometricMean([0.001, 10]) ?? 0;
    const fewer = shiftedGeometricMean([0.000_001, 10]) ?? 0;
    expect(some / fewer).toBeLessThan(1.01);
  });

  it("is nothing of nothing", () => {
    expect(shiftedGeometricMean([])).toBeUndefined();
  });
});
