/**
 * A doctor is in one placement at a time; placements begin and end where the calendar allows, none
 * before the block's first day.
 *
 *   start ∈ T;   ∀ p: from(p), to(p) ∈ T, start ≤ from(p) < to(p);   ∀ p before q: to(p) ≤ from(q)
 *
 * Source: definition of a placement (core@1).
 */

import { boundaryAt, type Day, type Placement } from "@placera/domain";
import type { Term } from "../compact/compact-doctor.ts";
import { placementBreak } from "./placement-break.ts";
import { type Break, doctorRule } from "./rule.ts";

export const onePlacementAtATime = doctorRule<"one-placement-at-a-time">({
  id: "one-placement-at-a-time",
  expresses: [],
  statement: {
    sv: "En läkare har en placering i taget; placeringar börjar och slutar på kalenderns bytesdagar, och ingen börjar före blockets första dag.",
    en: "A doctor is in one placement at a time; placements begin and end on the calendar's change days, and none before the block's first day.",
  },
  mathematics:
    "start ∈ T; ∀ p: from(p), to(p) ∈ T ∧ start ≤ from(p) < to(p); ∀ p before q: to(p) ≤ from(q)",

  // Lines are sequences of stays, each after the one before: nothing to encode.
  formulate(compact) {
    const covering = new Map<number, Term[]>();
    for (const { variable, stay } of compact.stays) {
      for (let t = stay.from; t < stay.to; t++) {
        const terms = covering.get(t);
        if (terms === undefined) covering.set(t, [{ variable, coefficient: 1 }]);
        else terms.push({ variable, coefficient: 1 });
      }
    }
    for (const [t, terms] of covering) compact.row(`${t}`, terms, 0, 1);
  },

  check({ problem, rotation }) {
    const onBoundary = (day: Day): boolean => boundaryAt(problem.calendar, day) !== undefined;
    const breaks: Break[] = [];
    const fault = (kind: string, placement: Placement) =>
      breaks.push(placementBreak(placement, { fault: kind }));
    if (!onBoundary(rotation.start)) {
      breaks.push({ magnitude: 1, from: rotation.start, params: { fault: "start-off-grid" } });
    }
    let busyUntil: Day = Number.NEGATIVE_INFINITY;
    for (const placement of rotation.placements) {
      const { from, to } = placement;
      if (!(from < to)) fault("reversed", placement);
      if (!onBoundary(from) || !onBoundary(to)) fault("off-grid", placement);
      if (from < rotation.start) fault("before-start", placement);
      if (from < busyUntil) fault("overlap", placement);
      busyUntil = Math.max(busyUntil, to);
    }
    return breaks;
  },
});
