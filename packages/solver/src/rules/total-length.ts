/**
 * A block is at least as long as the law asks.
 *
 *   [start, end) ⊒ min
 *
 * Source: AT 18 months, SOSFS 1999:5 (domain.md D1 [1]); BT 6 months, SFS 2020:1098 (D13 [9]).
 */
import { blockService } from "@placera/domain";
import { doctorRule } from "./rule.ts";
import { blockEnd, inDays, isEnough } from "./service.ts";

export const totalLength = doctorRule<"total-length">({
  id: "total-length",
  expresses: ["D1", "D13"],
  statement: {
    sv: "Tjänstgöringen är sammanlagt minst så lång som författningen kräver, räknat i kalendermånader.",
    en: "The service is altogether at least as long as the regulations ask, counted in calendar months.",
  },
  mathematics: "[start, end) ⊒ min",

  encode: ({ service }, { min }) => ({
    block: (start, end) => (service.blockHolds(start, end, min) ? 0 : 1),
  }),

  check({ problem: { calendar }, doctor, rotation }, { min }) {
    const block = { from: rotation.start, to: blockEnd(rotation) };
    if (isEnough(calendar, doctor, blockService(doctor, block, min), min)) return [];
    return [{ magnitude: 1, ...block }];
  },

  met({ doctor, rotation }, { min }) {
    const span = { from: rotation.start, to: blockEnd(rotation) };
    const counted = inDays(doctor, blockService(doctor, span, min));
    return [{ span, service: { counted, min } }];
  },
});
