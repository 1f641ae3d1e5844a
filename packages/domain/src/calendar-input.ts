/** The calendar of a problem file: its days, grid, exams and fixed spans. */
import { z } from "zod";
import { GRIDS } from "./calendar.ts";
import { CivilDate, Id, Text } from "./problem-values.ts";
import { TRACKS } from "./rule-settings.ts";

const OneOrMore = z.union([Id, z.array(Id).min(1)]);
const WEEK = { min: 1, max: 53 };
/** Days, or numbers of weeks that come every year; for all whom it does not leave out. */
const fixedSpan = {
  id: Id,
  programme: OneOrMore.optional(),
  intake: OneOrMore.optional(),
  track: z.enum(TRACKS).optional(),
  kind: z.enum(["teaching", "introduction", "vacation", "closed"]),
  name: Text.optional(),
};
const FixedSpan = z.union([
  z.strictObject({ ...fixedSpan, from: CivilDate, to: CivilDate }),
  z.strictObject({
    ...fixedSpan,
    weeks: z.array(z.int().min(WEEK.min).max(WEEK.max)).min(1).max(WEEK.max),
  }),
]);

export const CalendarInput = z.strictObject({
  from: CivilDate,
  to: CivilDate,
  grid: z.enum(GRIDS),
  toleranceDays: z.int().min(0).max(6).default(0),
  /** Sittings of the AT exam. */
  exams: z
    .array(
      z.strictObject({
        date: CivilDate,
        registrationCloses: CivilDate,
        /** Days from the exam until its result. */
        resultAfter: z.int().min(0).max(365).default(21),
      }),
    )
    .max(100)
    .default([]),
  fixedSpans: z.array(FixedSpan).default([]),
});
