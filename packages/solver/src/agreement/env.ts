/** How large the agreement test is: small by default, thousands when the environment asks. */
import { env } from "node:process";

const whole = (name: string, otherwise: number): number => {
  const value = Number(env[name] ?? otherwise);
  if (!Number.isInteger(value) || value < 0) throw new Error(`${name} is not a whole number.`);
  return value;
};

/** Random problems that are tried. */
export const RUNS = whole("PLACERA_AGREEMENT_RUNS", 120);
/** Added to every problem's number, so that runs on several machines differ. */
export const FIRST = whole("PLACERA_AGREEMENT_FIRST", 0);
/** The compact model, the slowest of them, solves one problem in so many. */
export const COMPACT_EACH = Math.max(1, whole("PLACERA_AGREEMENT_COMPACT_EACH", 1));
