/** The tiers of the objective, first first: doctors unplaced, preferences by rank, wishes. */
export type TierId = "unplaced" | `preferences-${number}` | "wishes";
