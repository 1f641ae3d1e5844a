/** GLPK in WebAssembly (glpk.js) on one tier. */
import GLPK from "glpk.js/node";
import { answerOf, rowsOf, type SolveTier } from "./solve-tier.ts";

/** Loads it. */
export async function glpkTier(): Promise<SolveTier> {
  const glpk = await GLPK();
  return (program, tier, held, limitMs) => {
    const name = (column: number): string => `x${column}`;
    const bounds = (lower: number | null, upper: number | null) => {
      const type =
        lower === null
          ? upper === null
            ? glpk.GLP_FR
            : glpk.GLP_UP
          : upper === null
            ? glpk.GLP_LO
            : lower === upper
              ? glpk.GLP_FX
              : glpk.GLP_DB;
      return { type, lb: lower ?? 0, ub: upper ?? 0 };
    };
    const { result } = glpk.solve(
      {
        name: "compact",
        objective: {
          direction: glpk.GLP_MIN,
          name: "tier",
          vars: (program.tiers[tier] ?? []).map(([column, coef]) => ({ name: name(column), coef })),
        },
        subjectTo: rowsOf(program, held).map(({ terms, lower, upper }, row) => ({
          name: `r${row}`,
          vars: terms.map(([column, coef]) => ({ name: name(column), coef })),
          bnds: bounds(lower, upper),
        })),
        bounds: program.upper.map((upper, column) => ({
          name: name(column),
          ...bounds(0, upper),
        })),
        generals: program.upper.map((_, column) => name(column)),
      },
      { msglev: glpk.GLP_MSG_OFF, presol: true, mipgap: 0, tmlim: Math.max(1, limitMs / 1_000) },
    );
    if (result.status !== glpk.GLP_OPT && result.status !== glpk.GLP_FEAS) return undefined;
    const values = Object.entries(result.vars).map(
      ([key, value]) => [Number(key.slice(1)), value] as const,
    );
    return { optimal: result.status === glpk.GLP_OPT, answer: answerOf(values) };
  };
}
