/**
 * Every stay the programme asks for is done exactly once (one to choose at most once), in one of its sections, at least as long
 * as asked and no longer than its longest length needs.
 *
 *   ∀ r ∈ R: |{p : req(p) = r}| = 1 (≤ 1 in a group);   ∀ p: req(p) ∈ R, sec(p) ∈ S(req(p)),
 *   net(p) ⊒ min(req(p)),   to(p) ≤ first b ∈ T after from(p), ending an open period, with net[from(p), b) ⊒ max(req(p))
 *
 * where net is service without fixed days, and ⊒ is "meets", with the tolerance for months.
 * Source: definition of a programme (core@1); date-exact lengths, domain.md D5 [1].
 */
import { type Placement, placementService } from "@placera/domain";
import { placementBreak } from "./placement-break.ts";
import { type Break, doctorRule } from "./rule.ts";
import { sectionNames } from "./section-names.ts";
import { inDays, isEnough, placementOutlasts } from "./service.ts";

export const owedPlacements = doctorRule<"owed-placements">({
  id: "owed-placements",
  expresses: ["D5"],
  statement: {
    sv: "Varje tjänstgöring som programmet kräver görs exakt en gång, en valbar högst en gång, i något av de avsnitt som gäller, minst så länge som krävs och inte längre än den längsta tiden.",
    en: "Every stay the programme asks for is done exactly once, one to choose at most once, in one of its sections, at least as long as asked and no longer than its longest length.",
  },
  mathematics:
    "∀ r: |{p : req(p) = r}| = 1 (≤ 1 in a group); ∀ p: sec(p) ∈ S(req(p)) ∧ net(p) ⊒ min(req(p)) ∧ to(p) ≤ min{b ∈ T, b > from(p), b ends an open period : net[from(p), b) ⊒ max(req(p))}",

  // A line's path meets each requirement once, with stays of the right length: nothing to encode.
  formulate(compact, { programme }) {
    for (const { id, group } of programme.requirements) {
      const stays = compact.stays.filter(({ stay }) => stay.requirement.id === id);
      const made = stays.map(({ variable }) => ({ variable, coefficient: 1 }));
      const least = group === undefined ? 1 : Number.NEGATIVE_INFINITY;
      compact.row(id, [...made, { variable: compact.unplaced, coefficient: 1 }], least, 1);
    }
  },

  check({ problem: { calendar }, doctor, programme, rotation }) {
    const { requirements } = programme;
    const breaks: Break[] = [];
    const fault = (kind: string, placement: Placement) =>
      breaks.push(placementBreak(placement, { fault: kind, section: placement.section }));
    const met = new Set<string>();
    for (const placement of rotation.placements) {
      const owed = requirements.find(({ id }) => id === placement.requirement);
      if (owed === undefined) {
        fault("not-owed", placement);
        continue;
      }
      if (met.has(owed.id)) fault("twice", placement);
      met.add(owed.id);
      if (!owed.sections.includes(placement.section)) fault("other-section", placement);
      const { min, max } = owed.length;
      const service = placementService(programme, doctor, placement, min);
      if (!isEnough(calendar, doctor, service, min)) fault("too-short", placement);
      if (placementOutlasts(calendar, programme, doctor, placement, max)) {
        fault("too-long", placement);
      }
    }
    for (const { id, group } of requirements) {
      if (group === undefined && !met.has(id))
        breaks.push({ magnitude: 1, params: { fault: "missing", requirement: id } });
    }
    return breaks;
  },

  met({ problem, doctor, programme, rotation }) {
    return programme.requirements.flatMap(({ id, sections, length }) => {
      const placements = rotation.placements.filter(({ requirement }) => requirement === id);
      const [placement] = placements;
      if (placement === undefined) return [];
      const service = placementService(programme, doctor, placement, length.min);
      const counted = inDays(doctor, service);
      return [
        { what: sectionNames(problem, sections), placements, service: { counted, ...length } },
      ];
    });
  },
});
