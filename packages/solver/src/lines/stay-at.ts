/** The stay that an option of a graph is, in the problem's own terms. */
import type { DoctorFacts, Stay } from "../formulation/facts.ts";
import type { LineGraph } from "./line-graph.ts";

export function stayAt(graph: LineGraph, facts: DoctorFacts, slot: number, option: number): Stay {
  const requirement = facts.programme.requirements[graph.optionRequirement[option] as number];
  const unit = facts.problem.units[graph.optionUnit[option] as number];
  const section = graph.sections[graph.optionSection[option] as number];
  if (requirement === undefined || unit === undefined || section === undefined) {
    throw new Error("A graph names something that its problem does not have.");
  }
  const from = graph.slotFrom[slot] as number;
  const to = graph.slotTo[slot] as number;
  return { requirement, unit, section, from, to };
}
