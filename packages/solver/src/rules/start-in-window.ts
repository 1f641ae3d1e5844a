/**
 * A doctor's block begins in the window given for her.
 *
 *   earliest(d) ≤ start(d) ≤ latest(d)
 *
 * Source: domain.md D27 [26]–[31]: intakes with their own first days.
 */
import { doctorRule } from "./rule.ts";

export const startInWindow = doctorRule<"start-in-window">({
  id: "start-in-window",
  expresses: ["D27"],
  statement: {
    sv: "Blocket börjar på läkarens startdag, eller inom det startfönster som är angivet.",
    en: "The block begins on the doctor's first day, or within the window given for it.",
  },
  mathematics: "earliest(d) ≤ start(d) ≤ latest(d)",

  check({ doctor, rotation }) {
    const { earliest, latest } = doctor.start;
    if (earliest <= rotation.start && rotation.start <= latest) return [];
    return [{ magnitude: 1, from: rotation.start, params: { earliest, latest } }];
  },

  met: ({ doctor, rotation }) => [{ day: rotation.start, window: doctor.start }],
});
