/** How the program ends; scripts may rely on it. */
export const EXIT = {
  /** A plan for everyone; whether it is proven best is in the text. */
  plan: 0,
  /** Something given is wrong: options, files, or a plan that breaks rules. */
  invalid: 2,
  /** Proven: not everyone can have a plan. What could be planned is written. */
  infeasible: 3,
  /** The limits ended the search before everyone had a plan; nothing is proven. */
  noPlan: 4,
  /** A fault of ours. */
  defect: 70,
  /** Something around us failed: Redis, a thread, a disk. Trying again may help. */
  fault: 75,
  /** Interrupted twice. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The exit code of an outcome's status. */
export function exitOf(status: "optimal" | "feasible" | "infeasible" | "no-plan-found"): ExitCode {
  switch (status) {
    case "optimal":
    case "feasible":
      return EXIT.plan;
    case "infeasible":
      return EXIT.infeasible;
    case "no-plan-found":
      return EXIT.noPlan;
  }
}
