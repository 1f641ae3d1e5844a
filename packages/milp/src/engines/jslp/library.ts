/** javascript-lp-solver behind one typed function. */

import solver from "javascript-lp-solver";

/** A bound on a row; `equal` stands alone. */
export interface JslpBound {
  readonly min?: number;
  readonly max?: number;
  readonly equal?: number;
}

/** The model as the library reads it. A name in `variables` that no constraint knows is silently free. */
export interface JslpRequest {
  readonly optimize: "cost";
  readonly opType: "min";
  readonly constraints: Record<string, JslpBound>;
  readonly variables: Record<string, Record<string, number>>;
  readonly ints: Record<string, 1>;
  readonly unrestricted: Record<string, 1>;
  readonly options?: { readonly timeout: number };
}

/** The library's flat answer: flags and variables side by side, zero variables left out. */
export interface JslpAnswer {
  readonly feasible?: boolean;
  readonly bounded?: boolean;
  readonly isIntegral?: boolean;
  readonly result?: number;
  readonly [name: string]: number | boolean | undefined;
}

// The package's types describe a CommonJS default that ES modules do not get; the runtime has `Solve` at the top.
const library = solver as unknown as { Solve(request: JslpRequest): JslpAnswer };

/** Solves synchronously. `options.timeout`, in milliseconds, is looked at only between nodes. */
export function solveWithJslp(request: JslpRequest): JslpAnswer {
  return library.Solve(request);
}
