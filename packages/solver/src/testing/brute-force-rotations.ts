/**
 * Every rotation of a doctor, in days: each start, order, unit, section and end the calendar has,
 * kept when every doctor-side rule that must hold finds nothing. Slow and meant to be plainly right.
 */
import {
  awaySpans,
  type Doctor,
  lookup,
  type Placement,
  type Problem,
  type Rotation,
  type RuleId,
  type RuleSetting,
  skipFixed,
  workingIn,
} from "@placera/domain";
import { ruleOf } from "../rules/index.ts";
import type { Break } from "../rules/rule.ts";

/** Rules about single placements: a placement that breaks one breaks it in every rotation. */
const ALONE: ReadonlySet<RuleId> = new Set<RuleId>([
  "one-placement-at-a-time",
  "owed-placements",
  "unit-gives-section",
  "fixed-spans",
  "absences",
  "fixed-placements",
  "published-placements",
  "forbidden-placements",
  "own-region",
  "home-unit",
  "commute",
]);

/** Rules that, once the first placements of a rotation break them, stay broken by all that follow. */
const LASTING: ReadonlySet<RuleId> = new Set<RuleId>([
  "start-after-degree",
  "eligible-for-track",
  "one-base-site",
  "one-unbroken-block",
  "section-order",
  "at-most-four-places",
  "begun-before",
  "idle-time",
  "site-changes",
  "site-limit",
]);

/**
 * The rotations of one doctor; `without` names a rule that is not asked, though it must hold. The
 * two sets of rules only prune: each rotation is given to every rule before it is handed out.
 */
export function* rotationsOf(
  problem: Problem,
  doctor: Doctor,
  without?: RuleId,
): Generator<Rotation> {
  const programme = lookup(problem).owed(doctor);
  const must = programme.rules.filter(({ rule, mode }) => mode === "must" && rule !== without);
  const alone = must.filter(({ rule }) => ALONE.has(rule));
  const lasting = must.filter(({ rule }) => LASTING.has(rule));
  const gapless = must.some(({ rule }) => rule === "one-unbroken-block");
  const breaksOf = (rotation: Rotation, setting: RuleSetting): readonly Break[] => {
    const rule = ruleOf(setting.rule);
    if (rule.family !== "doctor") return [];
    return rule.check({ problem, doctor, programme, rotation }, setting.params);
  };
  const obeysAll = (rotation: Rotation): boolean =>
    must.every((setting) => breaksOf(rotation, setting).length === 0);
  // What is missing may still come; every other fault of a part is one of the whole.
  const isBeyondHelp = (
    rotation: Rotation,
    settings: readonly RuleSetting[],
    mayPass: readonly unknown[] = ["missing"],
  ): boolean =>
    settings.some((setting) =>
      breaksOf(rotation, setting).some(({ params }) => !mayPass.includes(params?.["fault"])),
    );

  const placements = candidates(problem, doctor).filter((placement) => {
    const rotation = { doctor: doctor.id, start: placement.from, placements: [placement] };
    // A placement alone does not say when the rotation begins.
    return !isBeyondHelp(rotation, alone, ["missing", "start"]);
  });

  function* extend(rotation: Rotation): Generator<Rotation> {
    const done = new Set(rotation.placements.map(({ requirement }) => requirement));
    const left = programme.groups.map(
      ({ requirements, choose }) => choose - requirements.filter((id) => done.has(id)).length,
    );
    const owes = programme.requirements.some(
      ({ id, group }) => group === undefined && !done.has(id),
    );
    if (!owes && left.every((count) => count === 0)) {
      if (obeysAll(rotation)) yield rotation;
      return;
    }
    const full = new Set<string>(
      programme.groups.flatMap(({ requirements }, at) => (left[at] === 0 ? requirements : [])),
    );
    const at = rotation.placements.at(-1)?.to ?? rotation.start;
    const next = skipFixed(awaySpans(programme, doctor), at);
    for (const placement of placements) {
      if (placement.from < at || (gapless && placement.from !== next)) continue;
      if (done.has(placement.requirement) || full.has(placement.requirement)) continue;
      const longer = { ...rotation, placements: [...rotation.placements, placement] };
      if (!isBeyondHelp(longer, lasting)) yield* extend(longer);
    }
  }

  const { earliest, latest } = doctor.start;
  for (const start of problem.calendar.boundaries) {
    if (start < earliest || start > latest) continue;
    const rotation = { doctor: doctor.id, start, placements: [] };
    if (!isBeyondHelp(rotation, lasting)) yield* extend(rotation);
  }
}

/** Every placement one could write down for what the doctor owes. */
function candidates(problem: Problem, doctor: Doctor): Placement[] {
  const { boundaries } = problem.calendar;
  const { requirements } = lookup(problem).owed(doctor);
  const found: Placement[] = [];
  for (const { id, sections } of requirements) {
    for (const unit of problem.units) {
      for (const section of sections.filter((each) => unit.sections.includes(each))) {
        for (const from of boundaries) {
          for (const to of boundaries) {
            if (from >= to) continue;
            const working = workingIn(doctor, { from, to });
            found.push({ requirement: id, unit: unit.id, section, from, to, ...working });
          }
        }
      }
    }
  }
  return found;
}
