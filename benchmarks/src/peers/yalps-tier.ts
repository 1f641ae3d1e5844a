/** YALPS, a simplex and branch and cut in plain TypeScript, on one tier. */
import { solve } from "yalps";
import { answerOf, rowsOf, type SolveTier } from "./solve-tier.ts";

const OBJECTIVE = -1;

export const yalpsTier: SolveTier = (program, tier, held, limitMs) => {
  const rows = rowsOf(program, held);
  const columns = program.upper.map(() => [] as (readonly [row: number, weight: number])[]);
  for (const [column, cost] of program.tiers[tier] ?? []) columns[column]?.push([OBJECTIVE, cost]);
  for (const [row, { terms }] of rows.entries()) {
    for (const [column, weight] of terms) columns[column]?.push([row, weight]);
  }
  const isBinary = (column: number): boolean => program.upper[column] === 1;
  // It has upper bounds for binary variables only; others are rows.
  const others = [...columns.keys()].filter((column) => !isBinary(column));
  const bounds = others.map((column, at) => {
    columns[column]?.push([rows.length + at, 1]);
    return [rows.length + at, { max: program.upper[column] ?? 0 }] as const;
  });
  const solution = solve<number, number>(
    {
      direction: "minimize",
      objective: OBJECTIVE,
      constraints: [
        ...rows.map(
          ({ lower, upper }, row) =>
            [
              row,
              {
                ...(lower === null ? {} : { min: lower }),
                ...(upper === null ? {} : { max: upper }),
              },
            ] as const,
        ),
        ...bounds,
      ],
      variables: columns.map((own, column) => [column, own] as const),
      integers: others,
      binaries: [...columns.keys()].filter(isBinary),
    },
    {
      timeout: limitMs,
      // Its limits of steps are low; time alone is to end it, or the simplex going in circles.
      checkCycles: true,
      maxPivots: Number.POSITIVE_INFINITY,
      maxIterations: Number.POSITIVE_INFINITY,
    },
  );
  if (Number.isNaN(solution.result)) return undefined;
  if (solution.status !== "optimal" && solution.status !== "timedout") return undefined;
  return { optimal: solution.status === "optimal", answer: answerOf(solution.variables) };
};
