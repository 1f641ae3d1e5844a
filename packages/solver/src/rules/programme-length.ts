/**
 * A block is at least as long as the programme's shortest length and no longer than its longest needs.
 *
 *   [start, end) ⊒ min,   end ≤ first b ∈ T after start with [start, b) ⊒ max
 *
 * Source: domain.md D4 [F0][27]: 18 or 21 months, set per programme.
 */
import { blockService } from "@placera/domain";
import { doctorRule } from "./rule.ts";
import { blockEnd, blockOutlasts, inDays, isEnough } from "./service.ts";

export const programmeLength = doctorRule<"programme-length">({
  id: "programme-length",
  expresses: ["D4"],
  statement: {
    sv: "Blocket är så långt som programmet anger: inte kortare än den kortaste tiden och inte längre än den längsta.",
    en: "The block is as long as the programme says: no shorter than its shortest length and no longer than its longest.",
  },
  mathematics: "[start, end) ⊒ min ∧ end ≤ min{b ∈ T, b > start : [start, b) ⊒ max}",

  blocks: true,
  encode({ programme, service }) {
    const { length } = programme;
    if (length === undefined) return undefined;
    return {
      block: (start, end) =>
        service.blockHolds(start, end, length.min) && service.blockWithin(start, end, length.max)
          ? 0
          : 1,
    };
  },

  check({ problem: { calendar }, doctor, programme, rotation }) {
    if (programme.length === undefined) return [];
    const { min, max } = programme.length;
    const block = { from: rotation.start, to: blockEnd(rotation) };
    const tooShort = !isEnough(calendar, doctor, blockService(doctor, block, min), min);
    if (!tooShort && !blockOutlasts(calendar, doctor, block, max)) return [];
    return [{ magnitude: 1, ...block, params: { fault: tooShort ? "too-short" : "too-long" } }];
  },

  met({ doctor, programme: { length }, rotation }) {
    if (length === undefined) return undefined;
    const span = { from: rotation.start, to: blockEnd(rotation) };
    const counted = inDays(doctor, blockService(doctor, span, length.min));
    return [{ span, service: { counted, ...length } }];
  },
});
