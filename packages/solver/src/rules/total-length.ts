/**
 * A block, research left out, is at least as long as the law asks.
 *
 *   [start, end) − Σ {[from(p), to(p)) : sec(p) counts as research} ⊒ min
 *
 * Source: AT 18 months, SOSFS 1999:5 (domain.md D1 [1]); BT 6 months, SFS 2020:1098 (D13 [9]); forskar-AT
 * 18 + 12 months, akademiska.se (D39 [26]).
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
import { blockEnd, inDays, isEnough, researchIn } from "./service.ts";

export const totalLength = doctorRule<"total-length">({
  id: "total-length",
  expresses: ["D1", "D13", "D39"],
  statement: {
    sv: "Tjänstgöringen, forskning oräknad, är sammanlagt minst så lång som författningen kräver, räknat i kalendermånader.",
    en: "The service, research left out, is altogether at least as long as the regulations ask, counted in calendar months.",
  },
  mathematics: "[start, end) − Σ {[from(p), to(p)) : sec(p) counts as research} ⊒ min",

  blocks: true,
  encode(facts, { min }) {
    const { service } = facts;
    if (hasResearch(facts)) return encodeResearch(facts, research(facts, min), range(facts, min));
    return { block: (start, end) => (service.blockHolds(start, end, min) ? 0 : 1) };
  },

  formulate(compact, facts, { min }) {
    if (!hasResearch(facts)) return;
    formulateResearch(compact, facts, research(facts, min), range(facts, min));
  },

  check({ problem, doctor, rotation }, { min }) {
    const block = { from: rotation.start, to: blockEnd(rotation) };
    const service = blockService(doctor, block, min) - researchIn(problem, doctor, rotation, min);
    return isEnough(problem.calendar, doctor, service, min) ? [] : [{ magnitude: 1, ...block }];
  },

  met({ problem, doctor, rotation }, { min }) {
    const span = { from: rotation.start, to: blockEnd(rotation) };
    const service = blockService(doctor, span, min) - researchIn(problem, doctor, rotation, min);
    return [{ span, service: { counted: inDays(doctor, service), min } }];
  },
});

const research =
  ({ service }: RuleFacts, min: Duration) =>
  ({ from, to }: Stay): number =>
    service.block(from, to, min);

/** No more research than what the block has beyond the least. */
const range =
  ({ service }: RuleFacts, min: Duration) =>
  (start: number, end: number): ResearchRange => ({
    above: -1,
    most: service.block(start, end, min) - service.needed(min),
  });
