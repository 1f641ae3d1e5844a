/** Units of a problem file, with their seats and the doctors they want, and the duty rosters that units share. */
import { z } from "zod";
import { CivilDate, Goals, Id, Name } from "./problem-values.ts";
import { DurationInput } from "./rule-settings.ts";

const SeatCount = z.int().min(0).max(10_000).nullable();
/** A number, null for no limit, or steps: each holds from its date until the next. */
const Seats = z.union([
  SeatCount,
  z.array(z.strictObject({ from: CivilDate, seats: SeatCount })).min(1),
]);

const StaffCount = z.int().min(0).max(10_000);
const Staffing = z.union([
  StaffCount,
  z.array(z.strictObject({ from: CivilDate, doctors: StaffCount })).min(1),
]);

export const UnitInput = z.strictObject({
  id: Id,
  site: Id,
  name: Name,
  sections: z.array(Id).min(1),
  seats: Seats,
  /** Goals that can be met there, such as BT1 to BT18. */
  goals: Goals.default([]),
  trackSeats: z.strictObject({ AT: Seats.optional(), BT: Seats.optional() }).default({}),
  /** Doctors the unit wants at the least; a number, or steps. */
  staffing: Staffing.default(0),
  /** Per cent of the supervision that other professions give; doctors take so much less. */
  interprofessional: z.int().min(0).max(90).default(0),
  /** How long a place there rests after a placement, and how many places there are. */
  rest: z
    .strictObject({ length: DurationInput, doctors: z.int().min(1).max(100).default(1) })
    .optional(),
  /** Always, or between two days, a doctor who has been there so long already. */
  overlap: z
    .strictObject({
      length: DurationInput,
      from: CivilDate.optional(),
      to: CivilDate.optional(),
    })
    .optional(),
});

/** Units that share a duty roster, or those of a site that give a section. */
export const OnCallLineInput = z.strictObject({
  id: Id,
  name: Name,
  units: z.union([z.array(Id).min(1), z.strictObject({ section: Id, site: Id })]),
  /** How much a doctor of each track counts; 0 where the track takes no duty. */
  counts: z
    .strictObject({
      AT: z.int().min(0).max(100).default(1),
      BT: z.int().min(0).max(100).default(1),
    })
    .default({ AT: 1, BT: 1 }),
  most: Seats.default(null),
  least: Staffing.default(0),
});
