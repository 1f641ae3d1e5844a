/** Random small models for property tests: whole coefficients, at most 12 binaries. */

import * as fc from "fast-check";
import type { Model } from "../model.ts";
import { createModelBuilder } from "../model-builder.ts";

const coefficient = fc.integer({ min: -4, max: 4 });
const relation = fc.constantFrom(
  "at-least" as const,
  "at-most" as const,
  "equal" as const,
  "between" as const,
);

/** Models with 1 to `binaries` binaries and up to five rows. About half of them are feasible. */
export function arbitraryModel(binaries = 12): fc.Arbitrary<Model> {
  return fc.integer({ min: 1, max: binaries }).chain((columns) =>
    fc
      .record({
        costs: fc.array(fc.integer({ min: -9, max: 9 }), {
          minLength: columns,
          maxLength: columns,
        }),
        rows: fc.array(
          fc.record({
            terms: fc.array(coefficient, { minLength: columns, maxLength: columns }),
            side: fc.integer({ min: -3, max: 6 }),
            relation,
          }),
          { maxLength: 5 },
        ),
        offset: fc.integer({ min: -5, max: 5 }),
      })
      .map(({ costs, rows, offset }) => {
        const b = createModelBuilder("random");
        const x = costs.map((cost, j) =>
          b.addVariable({ name: `x-${j}`, upper: 1, cost, integer: true }),
        );
        rows.forEach(({ terms, side, relation: kind }, i) => {
          b.addRow({
            name: `row-${i}`,
            terms: x.map((v, j) => [v, terms[j] ?? 0]),
            ...(kind === "at-most" ? {} : { lower: side }),
            ...(kind === "at-least" ? {} : { upper: kind === "between" ? side + 2 : side }),
            mayBeEmpty: true,
          });
        });
        b.addOffset(offset);
        return b.build();
      }),
  );
}
