/** The time axis of a text grid: which days each character stands for, and the rulers above it. */
import { type Calendar, type Day, formatWeek, parseDay } from "@placera/domain";
import { civilDate } from "../dates.ts";
import type { Texts } from "../texts/texts.ts";

export interface Axis {
  /** Characters across. */
  readonly width: number;
  /** Characters a month, about. */
  readonly perMonth: number;
  /** The first character of a day; days outside lie at the ends. */
  at(day: Day): number;
  /** The days a character stands for. */
  span(character: number): { readonly from: Day; readonly to: Day };
  readonly rulers: readonly string[];
  /** What the numbers in the last ruler count; nothing where they are names. */
  readonly counts: string;
}

type Step = "week" | "four-weeks" | "month" | "quarter" | "year";
const MONTHS: Readonly<Record<Step, number>> = {
  week: 0.23,
  "four-weeks": 0.92,
  month: 1,
  quarter: 3,
  year: 12,
};

interface Scale {
  readonly step: Step;
  /** Characters per step. */
  readonly wide: number;
}

const scale = (step: Step, ...widths: number[]): Scale[] => widths.map((wide) => ({ step, wide }));
const LONG = [...scale("quarter", 3, 2), ...scale("year", 4, 2, 1)];
/** Widest first. */
const SCALES: Readonly<Record<Calendar["grid"], readonly Scale[]>> = {
  week: [...scale("week", 3, 2, 1), ...scale("four-weeks", 3, 2, 1), ...LONG],
  "half-month": [...scale("month", 6, 4, 3, 2), ...LONG],
  month: [...scale("month", 6, 5, 4, 3, 2), ...LONG],
};

export interface AxisRoom {
  /** Characters across at most. */
  readonly room: number;
  /** Characters a month at most, for axes that are to be alike. */
  readonly perMonth?: number;
}

/** The widest axis over [from, to) that fits. */
export function createAxis(
  { grid }: Calendar,
  [from, to]: readonly [Day, Day],
  { room, perMonth: most = Number.POSITIVE_INFINITY }: AxisRoom,
  texts: Texts,
): Axis {
  const candidates = SCALES[grid].map((each) => ({ ...each, edges: edgesOf(each.step, from, to) }));
  const fitting = candidates.find(
    ({ step, wide, edges }) => (edges.length - 1) * wide <= room && wide / MONTHS[step] <= most,
  );
  const chosen = fitting ?? candidates.at(-1);
  if (chosen === undefined) throw new Error(`No scale for the grid '${grid}'.`);
  const { edges, wide, step } = chosen;
  const width = (edges.length - 1) * wide;

  const at = (day: Day): number => {
    let column = 0;
    while (column < edges.length - 1 && (edges[column + 1] ?? 0) <= day) column++;
    const start = edges[column] ?? 0;
    const end = edges[column + 1];
    if (end === undefined) return width;
    const part = Math.max(0, day - start) / (end - start);
    // The 16th is half a month, however long the month.
    return column * wide + Math.round((Math.abs(part - 0.5) < 0.05 ? 0.5 : part) * wide);
  };
  const span = (character: number) => {
    const column = Math.floor(character / wide);
    const start = edges[column] ?? 0;
    const days = (edges[column + 1] ?? start) - start;
    const part = (index: number) => start + Math.round((days * index) / wide);
    return { from: part(character % wide), to: part((character % wide) + 1) };
  };
  const perMonth = wide / MONTHS[step];
  const counts = step === "quarter" ? texts.quarters : "";
  return { width, perMonth, counts, at, span, rulers: rulersOf(step, wide, edges, at, texts) };
}

/** Where each step begins, and where the last one ends. */
function edgesOf(step: Step, from: Day, to: Day): Day[] {
  if (step === "week" || step === "four-weeks") {
    const days = step === "week" ? 7 : 28;
    const steps = Math.max(1, Math.ceil((to - from) / days));
    return Array.from({ length: steps + 1 }, (_, index) => from + index * days);
  }
  const months = step === "month" ? 1 : step === "quarter" ? 3 : 12;
  const { year, month } = civilDate(from);
  const first = year * 12 + Math.floor((month - 1) / months) * months;
  const edges: Day[] = [];
  for (let index = first; ; index += months) {
    const edge = firstOfMonth(index);
    edges.push(edge);
    if (edge >= to) return edges;
  }
}

/** The first day of the month `index`, counted from year 0. */
function firstOfMonth(index: number): Day {
  const text = `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}-01`;
  return parseDay(text) ?? 0;
}

interface Mark {
  readonly at: number;
  readonly text: string;
}

/** Years above; months or quarters below; for weeks also the week numbers. */
function rulersOf(
  step: Step,
  wide: number,
  edges: readonly Day[],
  at: (day: Day) => number,
  texts: Texts,
): string[] {
  const width = (edges.length - 1) * wide;
  const begin = edges[0] ?? 0;
  const end = edges.at(-1) ?? 0;
  const inside = (months: number): { day: Day; year: number; month: number }[] => {
    const { year, month } = civilDate(begin);
    const first = year * 12 + Math.floor((month - 1) / months) * months;
    const found = [];
    for (let index = first; firstOfMonth(index) < end; index += months) {
      const day = Math.max(begin, firstOfMonth(index));
      found.push({ day, year: Math.floor(index / 12), month: (index % 12) + 1 });
    }
    return found;
  };
  const years = inside(12).map(({ day, year }): Mark => ({ at: at(day), text: String(year) }));
  if (step === "year") {
    return [
      ruler(
        years.map((mark) => ({ ...mark, text: wide < 4 ? mark.text.slice(-wide) : mark.text })),
        width,
      ),
    ];
  }
  if (step === "quarter") {
    const quarters = inside(3).map(({ day, month }): Mark => {
      return { at: at(day), text: String(Math.ceil(month / 3)) };
    });
    return [ruler(years, width), ruler(quarters, width)];
  }
  const roomy = step === "month" ? wide >= 4 : step === "week";
  const months = inside(1).map(({ day, month }): Mark => {
    const name = texts.months[month - 1] ?? "";
    return { at: at(day), text: roomy ? name : name.slice(0, 1).toUpperCase() };
  });
  if (step === "month") return [ruler(years, width), ruler(months, width)];
  const every = step === "week" && wide > 1 ? 2 : step === "week" ? 4 : wide === 1 ? 4 : 2;
  const weeks = edges
    .slice(0, -1)
    .flatMap((day, index): Mark[] =>
      index % every === 0
        ? [{ at: index * wide, text: texts.week + formatWeek(day).slice(-2) }]
        : [],
    );
  return [ruler(years, width), ruler(months, width), ruler(weeks, width)];
}

/** The marks on one line; one that would touch the next is left out. */
function ruler(marks: readonly Mark[], width: number): string {
  let line = "";
  marks.forEach(({ at, text }, index) => {
    const next = marks[index + 1]?.at ?? width + 1;
    const gap = text.length > 1 ? 1 : 0;
    if (at + text.length + gap > next || at + text.length > width) return;
    line = line.padEnd(at) + text;
  });
  return line.padEnd(width);
}
