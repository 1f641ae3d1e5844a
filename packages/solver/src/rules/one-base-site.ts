/**
 * The stays that belong at the base are all at one site: the doctor's base site where it is given.
 *
 *   B = {site(unit(p)) : atBase(req(p))}:   |B| ≤ 1,   B ⊆ {base(d)} where given
 *
 * Source: domain.md D27 [28]: intakes divided over hospitals.
 */
import { lookup } from "@placera/domain";
import { doctorRule } from "./rule.ts";

export const oneBaseSite = doctorRule<"one-base-site">({
  id: "one-base-site",
  expresses: ["D27"],
  statement: {
    sv: "De tjänstgöringar som hör till basorten görs alla på en och samma ort, den som är läkarens bassite om en sådan är angiven.",
    en: "The stays that belong at the base are all at one site, the doctor's base site where one is given.",
  },
  mathematics: "B = {site(unit(p)) : atBase(req(p))}: |B| ≤ 1 ∧ B ⊆ {base(d)} where given",

  check({ problem, doctor, programme, rotation }) {
    const atBase = new Set<string>();
    for (const { id, atBase: belongs } of programme.requirements) if (belongs) atBase.add(id);
    const sites = new Set<string>();
    for (const { requirement, unit } of rotation.placements) {
      if (atBase.has(requirement)) sites.add(lookup(problem).unit(unit).site);
    }
    const elsewhere = [...sites].some((site) => site !== (doctor.baseSite ?? site));
    const magnitude = Math.max(0, sites.size - 1) + (elsewhere ? 1 : 0);
    return magnitude === 0 ? [] : [{ magnitude, params: { sites: [...sites].join(" ") } }];
  },
});
