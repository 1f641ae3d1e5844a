/**
 * A block is as long as recommended and the research in it: long enough, and not going on once it is.
 *
 *   R = Σ {[from(p), to(p)) : sec(p) counts as research}
 *   [start, end) − R ⊒ length,   end ≤ first b ∈ T after start with [start, b) − R ⊒ length
 *
 * Source: AT 18 months, the National Council on AT (domain.md D4 [F0][27]); BT norm 12 months
 * (D13 [17][19][20]); forskar-AT 18 + 12 months (D39 [26]).
 */
import { blockService, type Duration } from "@placera/domain";
import type { RuleFacts, Stay } from "../formulation/facts.ts";
import {
  encodeResearch,
  formulateResearch,
  hasResearch,
  type ResearchRange,
} from "./research-encoding.ts";
import { doctorRule } from "./rule.ts";
import { blockEnd, blockOutlasts, inDays, isEnough, researchIn } from "./service.ts";

export const recommendedLength = doctorRule<"recommended-length">({
  id: "recommended-length",
  expresses: ["D4", "D13", "D39"],
  statement: {
    sv: "Blocket har den längd som rekommenderas, forskning oräknad, varken kortare eller längre.",
    en: "The block has the length that is recommended, research left out, neither shorter nor longer.",
  },
  mathematics:
    "[start, end) − R ⊒ length ∧ end ≤ min{b ∈ T, b > start : [start, b) − R ⊒ length}, R = Σ {[from(p), to(p)) : sec(p) counts as research}",

  blocks: true,
  encode(facts, { length }) {
    const { service } = facts;
    if (hasResearch(facts)) {
      return encodeResearch(facts, research(facts, length), range(facts, length));
    }
    return {
      block: (start, end) =>
        service.blockHolds(start, end, length) && service.blockWithin(start, end, length) ? 0 : 1,
    };
  },

  formulate(compact, facts, { length }) {
    if (!hasResearch(facts)) return;
    formulateResearch(compact, facts, research(facts, length), range(facts, length));
  },

  check({ problem, doctor, rotation }, { length }) {
    const { calendar } = problem;
    const block = { from: rotation.start, to: blockEnd(rotation) };
    const besides = researchIn(problem, doctor, rotation, length);
    const service = blockService(doctor, block, length) - besides;
    const tooShort = !isEnough(calendar, doctor, service, length);
    if (!tooShort && !blockOutlasts(calendar, doctor, block, length, besides)) return [];
    return [{ magnitude: 1, ...block, params: { fault: tooShort ? "too-short" : "too-long" } }];
  },

  met({ problem, doctor, rotation }, { length }) {
    const span = { from: rotation.start, to: blockEnd(rotation) };
    const service =
      blockService(doctor, span, length) - researchIn(problem, doctor, rotation, length);
    return [{ span, service: { counted: inDays(doctor, service), min: length, max: length } }];
  },
});

const research =
  ({ service }: RuleFacts, length: Duration) =>
  ({ from, to }: Stay): number =>
    service.block(from, to, length);

/** As much research as the block has beyond the length at its end, and more than it had before. */
const range =
  ({ service }: RuleFacts, length: Duration) =>
  (start: number, end: number): ResearchRange => ({
    above: service.blockBefore(start, end, length) - service.needed(length),
    most: service.block(start, end, length) - service.needed(length),
  });
