/** Index sets the way HiGHS wants them: strictly rising, their values in the same order. */

import { Defect } from "../../defect.ts";
import type { Indices } from "../../linear-program.ts";

type Numbers = Float64Array | readonly number[];

/** Sorts indices and, alongside them, every list of values. Throws when lengths differ or an index comes twice. */
export function ascending(
  indices: Indices,
  lists: readonly Numbers[],
): { readonly indices: Int32Array; readonly values: readonly Float64Array[] } {
  if (lists.some((list) => list.length !== indices.length)) {
    throw new Defect("linear-program-bad-input", "there must be one value per index", {
      indices: indices.length,
    });
  }
  const order = Array.from(indices, (_, place) => place).sort(
    (a, b) => (indices[a] ?? 0) - (indices[b] ?? 0),
  );
  const sorted = Int32Array.from(order, (place) => indices[place] ?? 0);
  assertRising(sorted);
  return {
    indices: sorted,
    values: lists.map((list) => Float64Array.from(order, (place) => list[place] ?? 0)),
  };
}

/** The columns to delete, rising, from a list of indices or a mask with one 0 or 1 per column. */
export function deletionOf(which: Indices | Uint8Array, columns: number): Int32Array {
  if (!(which instanceof Uint8Array)) {
    const sorted = Int32Array.from(which).sort();
    assertRising(sorted);
    return sorted;
  }
  if (which.length !== columns) {
    throw new Defect("linear-program-bad-input", "a mask needs one entry per column", {
      mask: which.length,
      columns,
    });
  }
  const gone: number[] = [];
  which.forEach((flag, column) => {
    if (flag !== 0) gone.push(column);
  });
  return Int32Array.from(gone);
}

function assertRising(sorted: Int32Array): void {
  for (let k = 1; k < sorted.length; k++) {
    if (sorted[k] === sorted[k - 1]) {
      throw new Defect("linear-program-bad-input", `index ${sorted[k]} is given twice`);
    }
  }
}
