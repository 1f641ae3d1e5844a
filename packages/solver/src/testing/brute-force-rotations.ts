/**
 * Every rotation of a doctor, in days: each start, order, unit, section and end the calendar has,
 * kept when every doctor-side rule that must hold finds nothing. Slow and meant to be plainly right.
 */
import {
  type Doctor,
  lookup,
  type Placement,
  type Problem,
  type Rotation,
  type RuleId,
  type RuleSetting,
  skipFixed,
} from "@placera/domain";
import { ruleOf } from "../rules/index.ts";
import type { Break } from "../rules/rule.ts";

/**
 * Rules that, once broken by the first placements of a rotation, stay broken whatever is appended:
 * they may prune. The others are asked of whole rotations only.
 */
const LASTING: ReadonlySet<RuleId> = new Set<RuleId>([
  "one-placement-at-a-time",
  "owed-placements",
  "unit-gives-section",
  "start-in-window",
  "fixed-spans",
  "fixed-placements",
  "forbidden-placements",
  "own-region",
  "one-base-site",
  "one-unbroken-block",
  "start-after-degree",
  "section-order",
  "at-most-four-places",
]);

/** The rotations of one doctor; `without` names a rule that is not asked, though it must hold. */
export function* rotationsOf(
  problem: Problem,
  doctor: Doctor,
  without?: RuleId,
): Generator<Rotation> {
  const programme = lookup(problem).programme(doctor.programme);
  const must = programme.rules.filter(({ rule, mode }) => mode === "must" && rule !== without);
  const lasting = must.filter(({ rule }) => LASTING.has(rule));
  const gapless = must.some(({ rule }) => rule === "one-unbroken-block");
  const breaks = (rotation: Rotation, settings: readonly RuleSetting[]): readonly Break[] =>
    settings.flatMap((setting) => {
      const rule = ruleOf(setting.rule);
      if (rule.family !== "doctor") return [];
      return rule.check({ problem, doctor, programme, rotation }, setting.params);
    });
  // What is missing may still come; every other fault of a part is one of the whole.
  const beyondHelp = (rotation: Rotation): boolean =>
    breaks(rotation, lasting).some(({ params }) => params?.["fault"] !== "missing");

  function* extend(rotation: Rotation): Generator<Rotation> {
    const done = new Set(rotation.placements.map(({ requirement }) => requirement));
    if (done.size === programme.requirements.length) {
      if (breaks(rotation, must).length === 0) yield rotation;
      return;
    }
    const at = rotation.placements.at(-1)?.to ?? rotation.start;
    const next = skipFixed(programme.fixedSpans, at);
    for (const placement of placements) {
      if (done.has(placement.requirement) || placement.from < at) continue;
      if (gapless && placement.from !== next) continue;
      const longer = { ...rotation, placements: [...rotation.placements, placement] };
      if (!beyondHelp(longer)) yield* extend(longer);
    }
  }

  // Taken alone, from its own first day: what breaks a rule so breaks it in every rotation.
  const alone = (placement: Placement): boolean =>
    !breaks({ doctor: doctor.id, start: placement.from, placements: [placement] }, [
      ...lasting.filter(({ rule }) => rule !== "start-in-window" && rule !== "start-after-degree"),
    ]).some(({ params }) => params?.["fault"] !== "missing");
  const placements = candidates(problem, doctor).filter(alone);
  const { earliest, latest } = doctor.start;
  for (const start of problem.calendar.boundaries) {
    if (start < earliest || start > latest) continue;
    yield* extend({ doctor: doctor.id, start, placements: [] });
  }
}

/** Every placement one could write down for what the doctor owes. */
function candidates(problem: Problem, doctor: Doctor): Placement[] {
  const { boundaries } = problem.calendar;
  const { requirements } = lookup(problem).programme(doctor.programme);
  const found: Placement[] = [];
  for (const { id, sections } of requirements) {
    for (const unit of problem.units) {
      for (const section of sections.filter((each) => unit.sections.includes(each))) {
        for (const from of boundaries) {
          for (const to of boundaries) {
            if (from < to) found.push({ requirement: id, unit: unit.id, section, from, to });
          }
        }
      }
    }
  }
  return found;
}
