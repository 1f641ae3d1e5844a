/**
 * No site is the base of more doctors of an intake than the intake's split gives it.
 *
 *   ∀ intake i, site s named in its split: |{d ∈ i : some p of d with atBase(req(p)), site(unit(p)) = s}| ≤ split(i, s)
 *
 * Source: domain.md D27 [27][28]: 12 + 11.
 */
import { type Doctor, type IntakeId, lookup, type SiteId } from "@placera/domain";
import { type SharedBreak, unitRule } from "./rule.ts";

export const intakeSplit = unitRule<"intake-split">({
  id: "intake-split",
  expresses: ["D27"],
  statement: {
    sv: "Ingen ort är bas för fler läkare ur en antagning än antagningens fördelning anger.",
    en: "No site is the base of more doctors of an intake than the intake's split says.",
  },
  mathematics:
    "∀ i, s ∈ split(i): |{d ∈ i : ∃ p of d: atBase(req(p)) ∧ site(unit(p)) = s}| ≤ split(i, s)",

  encode: ({ intakes }) =>
    intakes.flatMap(({ id, split }) =>
      [...(split ?? [])].map(([site, doctors]) => ({
        kind: "base" as const,
        intake: id,
        site,
        doctors,
      })),
    ),

  check(problem, plan) {
    const split = problem.intakes.filter((intake) => intake.split !== undefined);
    if (split.length === 0) return [];
    const { doctor: doctorOf, owed, unit: unitOf } = lookup(problem);
    const based = new Map<IntakeId, Map<SiteId, Doctor["id"][]>>(
      split.map(({ id }) => [id, new Map<SiteId, Doctor["id"][]>()]),
    );
    for (const { doctor: id, placements } of plan.rotations) {
      const doctor = doctorOf(id);
      const bySite = based.get(doctor.intake ?? "");
      if (bySite === undefined) continue;
      const { requirements } = owed(doctor);
      const atBase = placements.filter(({ requirement }) =>
        requirements.some((each) => each.id === requirement && each.atBase),
      );
      for (const site of new Set(atBase.map(({ unit }) => unitOf(unit).site))) {
        bySite.set(site, [...(bySite.get(site) ?? []), id]);
      }
    }
    return split.flatMap(({ id, split: limits }) =>
      [...(limits ?? [])].flatMap(([site, limit]): SharedBreak[] => {
        const doctors = based.get(id)?.get(site) ?? [];
        const excess = doctors.length - limit;
        if (excess <= 0) return [];
        return [{ magnitude: excess, doctors, params: { intake: id, site, limit } }];
      }),
    );
  },

  met: ({ problem, doctor: { intake } }) =>
    problem.intakes.find(({ id }) => id === intake)?.split === undefined ? undefined : [],
});
