/** Random programmes and how the rules apply to them: rules that bind, yet as a rule can be met. */
import type { Duration, Grid, ProblemFile, RuleMode, Track } from "@placera/domain";
import { chance, type Draw, pick, shuffle } from "./random-problem-draw.ts";

type ProgrammeFile = ProblemFile["programmes"][number];
type Adjustment = NonNullable<ProblemFile["rules"]>[number];

/** A programme, with its lengths in periods, which the rest of the problem is sized by. */
export interface RandomProgramme {
  readonly file: ProgrammeFile;
  readonly rules: readonly Adjustment[];
  /** The shortest and longest stays one after another, in periods. */
  readonly shortest: number;
  readonly longest: number;
  /** Gaps multiply the rotations. */
  readonly gaps: boolean;
}

const SECTIONS: Readonly<Record<Track, readonly string[]>> = {
  AT: ["surgery", "medicine", "psychiatry", "primary-care", "orthopaedics"],
  BT: ["emergency-care", "primary-care", "psychiatry", "medicine"],
};

/** How long so many periods are, as people write it. */
export type Measure = (periods: number) => Duration;

/** Months where the grid has them; weeks on a week grid, or months that do not fit it. */
export function drawMeasure(draw: Draw, grid: Grid): Measure {
  if (grid === "month") return (periods) => ({ months: periods });
  if (grid === "half-month") return (periods) => ({ months: periods / 2 });
  if (!chance(draw, 40)) return (periods) => ({ weeks: periods });
  return (periods) => ({ months: Math.max(0.5, Math.floor(periods / 2) / 2) });
}

export function drawProgramme(draw: Draw, id: string, track: Track, grid: Grid): RandomProgramme {
  const count = draw.int(1, 4);
  const pool = SECTIONS[track];
  const measure = drawMeasure(draw, grid);
  const stays = shuffle(draw, pool)
    .slice(0, count)
    .map((section, at) => {
      const periods = draw.int(1, count > 2 ? 2 : 3);
      const longer = periods + (count < 4 && chance(draw, 40) ? draw.int(1, count < 3 ? 2 : 1) : 0);
      const other = chance(draw, 35) ? pick(draw, pool) : section;
      return {
        requirement: {
          id: `r${at + 1}`,
          sections: other === section ? [section] : [section, other],
          length:
            longer === periods ? measure(periods) : { min: measure(periods), max: measure(longer) },
          ...(chance(draw, 35) ? { atBase: true } : {}),
        },
        periods,
        longer,
      };
    });
  const shortest = stays.reduce((sum, { periods }) => sum + periods, 0);
  const longest = stays.reduce((sum, { longer }) => sum + longer, 0);
  const from = Math.max(1, shortest + draw.int(-1, longest > shortest ? 1 : 0));
  const to = Math.max(from, shortest) + draw.int(0, 1);
  const length = chance(draw, 40) ? { length: { min: measure(from), max: measure(to) } } : {};
  const file: ProgrammeFile = {
    id,
    track,
    name: `Programme ${id}`,
    requirements: stays.map(({ requirement }) => requirement),
    ...length,
    ...(chance(draw, 35)
      ? {
          order: drawOrder(
            draw,
            stays.map(({ requirement }) => requirement.id),
          ),
        }
      : {}),
  };
  drawChoices(draw, file);
  drawShortPlacement(draw, file, (more) => measure(shortest + more));
  const rules = drawRules(draw, file, measure, stays);
  const block = rules.find(({ rule }) => rule === "one-unbroken-block");
  const gaps = block?.mode !== undefined && block.mode !== "must";
  return { file, rules, shortest, longest, gaps };
}

/** Stays to choose from, and stays that build on others. */
function drawChoices(draw: Draw, programme: ProgrammeFile): void {
  const { requirements } = programme;
  const optional = requirements.filter(({ atBase }) => atBase !== true);
  if (optional.length > 1 && chance(draw, 40)) {
    const chosen = shuffle(draw, optional).slice(0, draw.int(2, optional.length));
    const choose = draw.int(Math.max(1, chosen.length - 2), chosen.length - 1);
    programme.groups = [{ requirements: chosen.map(({ id }) => id), choose }];
  }
  if (!chance(draw, 30)) return;
  const [first, second, third] = shuffle(draw, requirements);
  if (first === undefined || second === undefined) return;
  second.after = [first.id];
  if (third !== undefined && chance(draw, 50)) third.after = [pick(draw, [first, second]).id];
}

/** One of three stays inside the two others, which are then in the same sections; of all there are, or three of four. */
function drawShortPlacement(
  draw: Draw,
  programme: ProgrammeFile,
  lengthOf: (more: number) => Duration,
): void {
  const { requirements, groups = [] } = programme;
  const [first, inside, second] = requirements.filter(({ id }) =>
    groups.every((group) => !group.requirements.includes(id)),
  );
  if (first === undefined || inside === undefined || second === undefined) return;
  if (!chance(draw, 40)) return;
  const [requirement, ...within] = shuffle(draw, [inside.id, first.id, second.id]);
  const parts = requirements.filter(({ id }) => within.includes(id));
  for (const part of parts) part.sections = [...(parts[0]?.sections ?? part.sections)];
  if (chance(draw, 70)) delete programme.order;
  const all = requirements.length === 3;
  const least = draw.int(0, 1);
  programme.shortPlacements = [
    {
      requirement: requirement ?? inside.id,
      within: [within[0] ?? first.id, within[1] ?? second.id],
      ...(all && chance(draw, 60)
        ? { length: { min: lengthOf(least), max: lengthOf(least + draw.int(0, 1)) } }
        : {}),
    },
  ];
}

/** All the stays in groups, in an order of its own. */
function drawOrder(draw: Draw, ids: readonly string[]): string[][] {
  const groups: string[][] = [];
  for (const id of shuffle(draw, ids)) {
    const last = groups.at(-1);
    if (last === undefined || chance(draw, 60)) groups.push([id]);
    else last.push(id);
  }
  return groups;
}

/** `must`, `prefer` or `off`, in the shares asked for; the rest is off. */
function drawMode(draw: Draw, must: number, prefer: number): RuleMode {
  const roll = draw.int(0, 99);
  if (roll < must) return "must";
  if (roll >= must + prefer) return "off";
  return { prefer: { rank: draw.int(1, 3), weight: draw.int(1, 3) } };
}

function drawRules(
  draw: Draw,
  programme: ProgrammeFile,
  measure: Measure,
  stays: readonly { readonly periods: number; readonly longer: number }[],
): Adjustment[] {
  const { requirements, track } = programme;
  const total = stays.reduce((sum, { periods }) => sum + periods, 0);
  const longest = stays.reduce((sum, { longer }) => sum + longer, 0);
  const around = (count: number, spread: number): Duration =>
    measure(Math.max(1, count + draw.int(-1, spread)));
  const hasPsychiatry = requirements.some(({ sections }) => sections.includes("psychiatry"));
  const pools = Array.from({ length: draw.int(1, 2) }, () => {
    const first = draw.int(0, requirements.length - 1);
    const second = chance(draw, 30) ? draw.int(0, requirements.length - 1) : first;
    const named = [first, second].map((at) => requirements[at]?.sections[0] ?? "medicine");
    const periodsOf = (at: number): number => stays[at]?.periods ?? 1;
    const both = periodsOf(first) + (second === first ? 0 : periodsOf(second));
    return { sections: [...new Set(named)], min: around(both, chance(draw, 40) ? 1 : 0) };
  });
  const last = requirements[draw.int(0, requirements.length - 1)]?.sections ?? ["medicine"];
  const adjust = (rule: string, mode: RuleMode, params?: Adjustment["params"]): Adjustment => ({
    rule,
    programme: programme.id,
    mode,
    ...(params === undefined ? {} : { params }),
    override: { reason: "A small problem." },
  });
  const shared = [
    adjust("programme-length", drawMode(draw, 90, 0)),
    adjust("fixed-placements", drawMode(draw, 85, 0)),
    adjust("forbidden-placements", drawMode(draw, 40, 45)),
    adjust("own-region", drawMode(draw, 40, 40)),
    adjust("total-length", drawMode(draw, 65, 0), {
      min: around(total, longest > total || chance(draw, 20) ? 1 : 0),
    }),
    adjust("section-minima", drawMode(draw, 40, 40), { pools }),
    adjust("begun-before", drawMode(draw, 50, 40)),
    adjust("idle-time", drawMode(draw, 4, 25)),
    adjust("site-changes", drawMode(draw, 6, 25)),
    adjust("site-limit", drawMode(draw, 8, 30), {
      max: Math.max(1, requirements.length - draw.int(1, 2)),
    }),
    adjust("one-unbroken-block", drawMode(draw, 55, 30)),
    adjust("recommended-length", drawMode(draw, 12, 60), { length: around(total, 1) }),
    adjust("section-order", drawMode(draw, 35, 45), { last: last.slice(0, 1) }),
  ];
  if (track === "AT") return [...shared, adjust("start-after-degree", drawMode(draw, 80, 0))];
  return [
    ...shared,
    adjust("at-most-four-places", drawMode(draw, 40, 45), {
      max: Math.max(1, requirements.length - draw.int(0, 2)),
    }),
    adjust("psychiatry-in-bt", drawMode(draw, hasPsychiatry ? 35 : 0, 50), {
      min: around(1, 1),
    }),
  ];
}
