/** The module a thread loads to solve: ours, or a test's. */
import { readFileSync } from "node:fs";
import type { Makers, Outcome, Problem, SolveParams, SolveWatch } from "@placera/domain";

export interface SolveModule {
  solve(problem: Problem, params: SolveParams, watch: SolveWatch): Promise<Outcome>;
  /** What can be done before there is a problem; whoever solves meanwhile goes first. */
  prepare?(): Promise<void>;
  /** Versions for the certificate, by the name of the engine that was used. */
  makers?(engine: string): Makers;
}

/** Loads a module that has `solve`; anything else is a mistake in how the thread was started. */
export async function loadSolveModule(url: string): Promise<SolveModule> {
  const loaded: Partial<SolveModule> = await import(url);
  const { solve, prepare, makers } = loaded;
  if (solve === undefined) throw new TypeError(`${url} has no function named solve.`);
  return {
    solve,
    ...(prepare === undefined ? {} : { prepare }),
    ...(makers === undefined ? {} : { makers }),
  };
}

/** Who made a plan, when the module does not say. */
export function makersOf(module: SolveModule, engine: string): Makers {
  return (
    module.makers?.(engine) ?? {
      product: { name: "placera", version: ownVersion() },
      engine: { name: engine, version: "unknown" },
    }
  );
}

/** The version of this package, which is the product's. The file lies two folders up, built or not. */
function ownVersion(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  const { version }: { readonly version?: unknown } = JSON.parse(text);
  return typeof version === "string" ? version : "unknown";
}
