/** Values that problem files and local packs are made of. */
import { z } from "zod";
import { parseDay } from "./calendar.ts";

export const Id = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,79}$/u)
  .meta({
    id: "Id",
    description: "Letters, digits and . _ @ -, at most 80; a pseudonym, never a name.",
  });
export const Name = z.string().min(1).max(200);
export const Text = z.strictObject({ sv: Name, en: Name }).meta({ id: "Text" });
export const CivilDate = z
  .string()
  .refine((text) => parseDay(text) !== undefined, { params: { code: "bad-date" } })
  .meta({ id: "Day", format: "date", description: "A day that exists, YYYY-MM-DD." });

export const Goals = z.array(Id).max(60);
export const Weight = z.int().min(1).max(1000);

const Share = z.number().positive().max(100).multipleOf(0.5);
/** Per cent of full time, halves allowed; or steps: each holds from its date until the next. */
export const Percentage = z.union([
  Share,
  z.array(z.strictObject({ from: CivilDate, percentage: Share })).min(1),
]);
