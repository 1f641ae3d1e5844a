/** What a solve may use and how: defaults here and nowhere else. */
import { z } from "zod";

export const FORMULATIONS = ["lines", "compact"] as const;
export const ENGINE_NAMES = ["auto", "highs", "jslp"] as const;

export const SolveParams = z.strictObject({
  /** Lines (column generation over whole rotations) or compact (one integer program). */
  formulation: z.enum(FORMULATIONS).default("lines"),
  /** `auto` chooses by size. */
  engine: z.enum(ENGINE_NAMES).default("auto"),
  /** Wall clock for the whole solve, in milliseconds. Changes how far it gets, never validity. */
  timeLimitMs: z.int().min(1).max(86_400_000).default(600_000),
  /** Search steps (dives and neighbourhoods) of each independent part; keeps results the same to the byte. */
  nodeLimit: z.int().min(1).default(1_000_000),
  /** Memory of the solver's threads together, in MiB. */
  memoryLimitMiB: z.int().min(64).max(65_536).default(2048),
  /** Same problem, seed and limits: same plan. */
  seed: z.int().min(0).max(2_147_483_647).default(1),
});
export type SolveParams = z.output<typeof SolveParams>;
export type SolveParamsInput = z.input<typeof SolveParams>;
