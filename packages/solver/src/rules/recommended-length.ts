/**
 * A block is as long as recommended: long enough, and not going on once it is.
 *
 *   [start, end) ⊒ length,   end ≤ first b ∈ T after start with [start, b) ⊒ length
 *
 * Source: AT 18 months, the National Council on AT (domain.md D4 [F0][27]); BT norm 12 months
 * (D13 [17][19][20]).
 */
import { blockService } from "@placera/domain";
import { doctorRule } from "./rule.ts";
import { blockEnd, blockOutlasts, inDays, isEnough } from "./service.ts";

export const recommendedLength = doctorRule<"recommended-length">({
  id: "recommended-length",
  expresses: ["D4", "D13"],
  statement: {
    sv: "Blocket har den längd som rekommenderas, varken kortare eller längre.",
    en: "The block has the length that is recommended, neither shorter nor longer.",
  },
  mathematics: "[start, end) ⊒ length ∧ end ≤ min{b ∈ T, b > start : [start, b) ⊒ length}",

  encode: ({ service }, { length }) => ({
    block: (start, end) =>
      service.blockHolds(start, end, length) && service.blockWithin(start, end, length) ? 0 : 1,
  }),

  check({ problem: { calendar }, doctor, rotation }, { length }) {
    const block = { from: rotation.start, to: blockEnd(rotation) };
    const tooShort = !isEnough(calendar, doctor, blockService(doctor, block, length), length);
    if (!tooShort && !blockOutlasts(calendar, doctor, block, length)) return [];
    return [{ magnitude: 1, ...block, params: { fault: tooShort ? "too-short" : "too-long" } }];
  },

  met({ doctor, rotation }, { length }) {
    const span = { from: rotation.start, to: blockEnd(rotation) };
    const counted = inDays(doctor, blockService(doctor, span, length));
    return [{ span, service: { counted, min: length, max: length } }];
  },
});
