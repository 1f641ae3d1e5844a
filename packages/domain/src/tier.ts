/** What is counted in a plan, and the names of the tiers made of it. */

/** What one doctor's plan costs her: broken preferences by rank, and wishes. */
export const DOCTOR_COSTS = [
  "preferences-1",
  "preferences-2",
  "preferences-3",
  "preferences-4",
  "preferences-5",
  "preferences-6",
  "preferences-7",
  "preferences-8",
  "preferences-9",
  "wishes",
] as const;
export type DoctorCost = (typeof DOCTOR_COSTS)[number];

/**
 * Changes against the previous plan: doctors with a placement that is not as it was; placements not
 * where and when they were; placements not at the unit they were at. All of theirs, for who is left out.
 */
export const CHANGES = ["changes-people", "changes-placements", "changes-units"] as const;

/** What tiers may be made of; `unplaced` is a tier of its own before all of them. */
export const MEASURES = [...DOCTOR_COSTS, ...CHANGES, "worst-off", "evenness", "load"] as const;
export type Measure = "unplaced" | (typeof MEASURES)[number];

/** The measures that have a name each; broken preferences are told apart by rank. */
export type NamedMeasure = Exclude<Measure, `preferences-${number}`>;

/** A tier of the objective: its measures, joined by `+` where several are weighted together. */
export type TierId = Measure | `${Measure}+${string}`;
