/**
 * A block has no gaps: each placement begins where the one before ended, fixed spans passed over.
 *
 *   e₀ = start, eᵢ = to(pᵢ):   from(pᵢ) = skip(eᵢ₋₁) for i = 1, 2, …
 *
 * where skip gives the first day, from then on, outside every fixed span.
 * Source: blockförordnande, legitimation.socialstyrelsen.se (domain.md D9 [1]).
 */
import { skipFixed } from "@placera/domain";
import type { Break } from "./rule.ts";
import { doctorRule } from "./rule.ts";

export const oneUnbrokenBlock = doctorRule<"one-unbroken-block">({
  id: "one-unbroken-block",
  expresses: ["D9"],
  statement: {
    sv: "Tjänstgöringen är ett sammanhängande block utan uppehåll mellan placeringarna; programmets fasta veckor är inga uppehåll.",
    en: "The service is one coherent block without gaps between placements; the programme's fixed weeks are no gaps.",
  },
  mathematics: "e₀ = start, eᵢ = to(pᵢ): from(pᵢ) = skip(eᵢ₋₁) ∀ i",

  check({ programme, rotation }) {
    const gaps: Break[] = [];
    let at = rotation.start;
    for (const { from, to } of rotation.placements) {
      const next = skipFixed(programme.fixedSpans, at);
      if (next !== from) gaps.push({ magnitude: 1, from: next, to: from });
      at = to;
    }
    return gaps;
  },
});
