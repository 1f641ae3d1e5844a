/**
 * No placement begins or ends inside the fixed teaching, introduction or closed spans of the doctor's
 * programme or intake.
 *
 *   ∀ p, s ∈ F: from(p) ∉ [from(s), to(s)),   to(p) ∉ (from(s), to(s)]
 *
 * A placement that runs across a span keeps its seat; the span's days are not service there.
 * Source: domain.md D28 [25][30].
 */
import { placementBreak } from "./placement-break.ts";
import { doctorRule } from "./rule.ts";
import { blockEnd } from "./service.ts";

export const fixedSpans = doctorRule<"fixed-spans">({
  id: "fixed-spans",
  expresses: ["D28"],
  statement: {
    sv: "Ingen placering börjar eller slutar under programmets eller intagets fasta veckor, såsom undervisning och introduktion; de dagarna räknas inte som tjänstgöring på enheten.",
    en: "No placement begins or ends during the fixed weeks of the programme or the intake, such as teaching and introduction; those days do not count as service at the unit.",
  },
  mathematics: "∀ p, s ∈ F: from(p) ∉ [from(s), to(s)) ∧ to(p) ∉ (from(s), to(s)]",

  check({ programme, rotation }) {
    return rotation.placements.flatMap((placement) => {
      const { from, to } = placement;
      const span = programme.fixedSpans.find(
        (each) => (each.from <= from && from < each.to) || (each.from < to && to <= each.to),
      );
      return span === undefined ? [] : [placementBreak(placement, { span: span.id })];
    });
  },

  met({ programme, rotation }) {
    const [from, to] = [rotation.start, blockEnd(rotation)];
    const inside = programme.fixedSpans.filter((span) => span.from < to && from < span.to);
    if (inside.length === 0) return undefined;
    return inside.map((span) => ({ what: span.name, span: { from: span.from, to: span.to } }));
  },
});
