/**
 * What was published and begins before the freeze stays as it was, and nothing else begins before it.
 *
 *   F = {q of the previous plan of d : from(q) < freeze}:
 *   start(d) = start of the previous plan where F ≠ ∅;   ∀ q ∈ F: q ∈ p(d);   ∀ p ∉ F: from(p) ≥ freeze
 *
 * A doctor with nothing published before the freeze is not bound by it. A better plan moves nothing of F.
 * Of a block that has begun its start is no longer asked for, nor what is done; of a stay under way, the rest.
 * Source: sites are told at least six months ahead (domain.md D33 [30]).
 */
import type { Placement, PreviousPlacement } from "@placera/domain";
import { placementBreak } from "./placement-break.ts";
import { type Break, doctorRule } from "./rule.ts";

export const publishedPlacements = doctorRule<"published-placements">({
  id: "published-placements",
  expresses: ["D33"],
  statement: {
    sv: "Placeringar som är meddelade och börjar före frysdatumet ligger fast, och inget annat läggs in före det.",
    en: "Placements that have been announced and begin before the freeze date stay as they are, and nothing else is put before it.",
  },
  mathematics:
    "F = {q ∈ previous(d) : from(q) < freeze}, F ≠ ∅: start(d) = start(previous(d)) ∧ F ⊆ p(d) ∧ ∀ p ∉ F: from(p) ≥ freeze",

  encode({ doctor: { published }, programme, service }) {
    if (published === undefined) return undefined;
    const { before, start, placements } = published;
    const chosen = programme.requirements.filter(
      ({ id, group }) => group !== undefined && placements.some((each) => each.requirement === id),
    );
    return {
      ...(start !== undefined && { start: (t: number) => (service.day(t) === start ? 0 : 1) }),
      // What is published of a stay to choose settles that it is chosen.
      ...(chosen.length > 0 && {
        whole: (done: number) => chosen.filter(({ index }) => (done & (1 << index)) === 0).length,
      }),
      stay({ requirement, unit, section, from, to }) {
        const frozen = placements.find((each) => each.requirement === requirement.id);
        const days = { from: service.day(from), to: service.day(to) };
        if (frozen === undefined) return days.from < before ? 1 : 0;
        return isAs(frozen, { unit: unit.id, section, ...days }) ? 0 : 1;
      },
    };
  },

  formulate(compact, { doctor: { published }, programme }) {
    for (const { id, group } of programme.requirements) {
      if (group === undefined || !published?.placements.some((each) => each.requirement === id)) {
        continue;
      }
      const stays = compact.stays.filter(({ stay }) => stay.requirement.id === id);
      const made = stays.map(({ variable }) => ({ variable, coefficient: 1 }));
      compact.row(id, [...made, { variable: compact.unplaced, coefficient: 1 }], 1, 1);
    }
  },

  check({ doctor: { published }, rotation }) {
    if (published === undefined) return [];
    const { before, start, placements } = published;
    const moved = rotation.placements.filter((placement) => {
      const frozen = placements.find(({ requirement }) => requirement === placement.requirement);
      return frozen === undefined ? placement.from < before : !isAs(frozen, placement);
    });
    const missing = placements.filter(
      ({ requirement }) => !rotation.placements.some((each) => each.requirement === requirement),
    );
    return [
      ...(start === undefined || rotation.start === start
        ? []
        : [{ magnitude: 1, from: rotation.start, params: { fault: "start", published: start } }]),
      ...moved.map((placement) => placementBreak(placement)),
      ...missing.map(
        ({ requirement }): Break => ({ magnitude: 1, params: { fault: "missing", requirement } }),
      ),
    ];
  },

  met({ doctor: { published }, rotation }) {
    if (published === undefined || published.placements.length === 0) return undefined;
    return [{ placements: rotation.placements.filter(({ from }) => from < published.before) }];
  },
});

/** At the same unit, for the same section, on the same days? */
function isAs(frozen: PreviousPlacement, now: Omit<Placement, "requirement">): boolean {
  return (
    frozen.unit === now.unit &&
    frozen.section === now.section &&
    frozen.from === now.from &&
    frozen.to === now.to
  );
}
