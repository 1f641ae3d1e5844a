/** Doctors for whom no rotation at all can be made: told before any solve, with rules and dates. */
import type { DoctorId, Problem, RuleId, Text } from "@placera/domain";
import { askedText, windowText } from "../rules/asked-text.ts";
import { explainWithoutLines } from "./explain.ts";
import { limitsOf } from "./limits.ts";
import { profilesOf } from "./profile.ts";

/** Rules that cannot hold together for these doctors, whatever the others do. */
export interface Contradiction {
  readonly doctors: readonly DoctorId[];
  /** The window of starts of the first of them. */
  readonly start: Text;
  readonly rules: readonly {
    readonly rule: RuleId;
    /** What it asks of the first of them. */
    readonly asked: Text;
  }[];
}

/** So many kinds of doctors are explained; each takes a graph for every rule. */
const MOST_EXPLAINED = 25;

/** Every doctor without any rotation, those alike together. */
export function contradictionsIn(problem: Problem): Contradiction[] {
  const profiles = profilesOf(problem, limitsOf(problem));
  return profiles
    .filter(({ graph }) => graph.sinks.length === 0)
    .map(({ doctors }, at) => {
      const first = problem.doctors[doctors[0] ?? -1];
      const reason =
        at < MOST_EXPLAINED ? explainWithoutLines(problem, first?.index ?? -1) : undefined;
      const rules = reason?.kind === "rules-clash" ? reason.rules : [];
      return {
        doctors: doctors.map((index) => problem.doctors[index]?.id ?? ""),
        start: first === undefined ? { sv: "", en: "" } : windowText(first.start),
        rules: rules.map((rule) => ({
          rule,
          asked: first === undefined ? { sv: "", en: "" } : askedText(problem, first, rule),
        })),
      };
    });
}
