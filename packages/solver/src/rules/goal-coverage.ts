/**
 * Every goal of the programme is met at some unit of the rotation.
 *
 *   G(programme) ⊆ ∪ {goals(unit(p))};   broken by the number of goals that are missing
 *
 * For a doctor under way G is what her history and credit leave.
 * Source: BT1–BT18, HSLF-FS 2021:8 (domain.md D17 [21]).
 */
import { lookup, type Unit } from "@placera/domain";
import type { RuleFacts } from "../formulation/facts.ts";
import { staysInRegion } from "./own-region.ts";
import { doctorRule } from "./rule.ts";

export const goalCoverage = doctorRule<"goal-coverage">({
  id: "goal-coverage",
  expresses: ["D17"],
  statement: {
    sv: "Varje mål i programmet kan nås på någon av de enheter där läkaren placeras.",
    en: "Each goal of the programme can be met at one of the units where the doctor is placed.",
  },
  mathematics: "G(programme) ⊆ ∪ₚ goals(unit(p)); broken by the number of goals missing",

  encode(facts) {
    const classes = classesOf(facts);
    if (classes.length === 0) return undefined;
    const masks = new Map<string, number>();
    const maskOf = ({ id, goals }: Unit): number => {
      const known = masks.get(id);
      if (known !== undefined) return known;
      const mask = classes.reduce(
        (sum, { goal }, at) => (goals.includes(goal) ? sum + 2 ** at : sum),
        0,
      );
      masks.set(id, mask);
      return mask;
    };
    return {
      remembers: (_requirement, unit) => String(maskOf(unit)),
      automaton: {
        initial: 0,
        steady: classes.length <= MOST_STEADY ? "few" : "many",
        step: (state, { stay }) => ({ state: state | maskOf(stay.unit), broken: 0 }),
        finish: (state) =>
          classes.reduce(
            (sum, { goals }, at) => ((state & (1 << at)) === 0 ? sum + goals : sum),
            0,
          ),
      },
    };
  },

  formulate(compact, { programme }) {
    for (const goal of programme.goals) {
      const met = compact.stays
        .filter(({ stay }) => stay.unit.goals.includes(goal))
        .map(({ variable }) => ({ variable, coefficient: 1 }));
      const spared = { variable: compact.unplaced, coefficient: 1 };
      compact.row(goal, [...met, ...compact.breaks(goal, 1), spared], 1, Number.POSITIVE_INFINITY);
    }
  },

  check({ problem, programme, rotation }) {
    const { unit: unitOf } = lookup(problem);
    const met = new Set(rotation.placements.flatMap(({ unit }) => unitOf(unit).goals));
    const missing = programme.goals.filter((goal) => !met.has(goal));
    if (missing.length === 0) return [];
    return [{ magnitude: missing.length, params: { goals: missing.join(", ") } }];
  },

  met({ problem, programme, rotation: { placements } }) {
    const { unit: unitOf } = lookup(problem);
    if (programme.goals.length === 0) return undefined;
    return programme.goals.map((goal) => ({
      what: { sv: goal, en: goal },
      placements: placements.filter(({ unit }) => unitOf(unit).goals.includes(goal)),
    }));
  },
});

/** So many classes of goals still make few states. */
const MOST_STEADY = 4;

/** Goals that the very same units have, as one; those that every rotation meets are left out. */
function classesOf({ problem, doctor, programme }: RuleFacts): {
  readonly goal: string;
  readonly goals: number;
}[] {
  if (programme.goals.length === 0) return [];
  const stays = staysInRegion(programme);
  const possible = programme.requirements.map(({ sections, group }) => ({
    sure: group === undefined,
    units: problem.units.filter(
      (unit) =>
        (!stays || unit.region === doctor.region) &&
        unit.sections.some((section) => sections.includes(section)),
    ),
  }));
  const classes = new Map<string, { goal: string; goals: number }>();
  for (const goal of programme.goals) {
    if (
      possible.some(({ sure, units }) => sure && units.every(({ goals }) => goals.includes(goal)))
    ) {
      continue;
    }
    const key = possible
      .flatMap(({ units }) => units.filter(({ goals }) => goals.includes(goal)))
      .map(({ id }) => id)
      .join(" ");
    const known = classes.get(key);
    if (known === undefined) classes.set(key, { goal, goals: 1 });
    else known.goals++;
  }
  return [...classes.values()];
}
