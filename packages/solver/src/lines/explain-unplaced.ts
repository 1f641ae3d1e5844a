/** Reasons for doctors whom another formulation left unplaced: the lines say why, whoever searched. */

import type { Problem, Reason } from "@placera/domain";
import { openLinearProgram } from "@placera/milp";
import type { SearchHost } from "../searched.ts";
import { divide } from "./divide.ts";
import { explainShortage, explainWithoutLines } from "./explain.ts";
import { beginComponent } from "./solve-component.ts";

/** By index of the doctor. `proven`: it is certain that so many must be left out. */
export async function explainUnplaced(
  problem: Problem,
  unplaced: ReadonlySet<number>,
  given: { readonly seed: number; readonly proven: boolean; readonly host: SearchHost },
): Promise<Map<number, Reason>> {
  const { host, proven, seed } = given;
  const reasons = new Map<number, Reason>();
  const divided = divide(problem);
  const watch = {
    stopped: () => host.stopped(),
    step: () => true,
    better: () => {},
    turn: () => {},
  };
  for (const component of divided.components) {
    const concerned = component.profiles.filter(({ doctors }) =>
      doctors.some((at) => unplaced.has(at)),
    );
    if (concerned.length === 0) continue;
    const open = (s: number) => openLinearProgram({ seed: s });
    const seated = concerned.some(({ graph }) => graph.sinks.length > 0);
    const begun = beginComponent(component, divided.limits, { seed, open, watch, warm: [] });
    const shortage = seated ? await begun.shortage() : undefined;
    for (const profile of concerned) {
      const reason =
        profile.graph.sinks.length === 0
          ? explainWithoutLines(problem, profile.doctors[0] ?? -1)
          : explainShortage(divided, { shortage, proven }, profile);
      for (const at of profile.doctors) if (unplaced.has(at)) reasons.set(at, reason);
    }
  }
  return reasons;
}
