/** A local pack: a region's own rules as data, beside the national ones. Shape only. */
import { z } from "zod";
import { CivilDate, Id, Name, Text } from "./problem-values.ts";
import { RuleModeInput, TRACKS } from "./rule-settings.ts";

/** What a region may make of a rule; law and definition are not its to make. */
const LOCAL_CLASSES = ["local", "contract", "recommendation"] as const;

const LocalRule = z.strictObject({
  rule: Id,
  class: z.enum(LOCAL_CLASSES).default("local"),
  source: Name,
  mode: RuleModeInput.default("must"),
  /** Left out: those of the rule it takes the place of. */
  params: z.record(z.string(), z.unknown()).optional(),
});

export const LocalPack = z
  .strictObject({
    id: Id.regex(/^[^@]+@[^@]+$/u),
    title: Text,
    track: z.enum(TRACKS),
    /** Left out: every programme of the track. */
    programmes: z.array(Id).min(1).optional(),
    /** The blocks it is for begin in these days; half-open, either end may be left open. */
    valid: z.strictObject({ from: CivilDate.optional(), to: CivilDate.optional() }).default({}),
    rules: z.array(LocalRule).min(1).max(100),
  })
  .meta({
    id: "LocalPack",
    description: "Rules of a region, with the version in the id: name@version.",
  });

/** A local pack with defaults filled in. */
export type LocalPack = z.output<typeof LocalPack>;
