/** Rows that couple doctors in the compact model: seats by unit and period, intakes by site. */
import type { Problem } from "@placera/domain";
import { UNIT_RULES } from "../rules/index.ts";
import type { Collected, DoctorVariables } from "./collected.ts";
import type { Term } from "./compact-doctor.ts";

export function formulateLimits(
  problem: Problem,
  doctors: readonly DoctorVariables[],
  collected: Collected,
): void {
  const inForce = new Set(problem.unitRules.map(({ rule }) => rule as string));
  const trackOf = new Map(problem.programmes.map(({ id, track }) => [id, track]));
  for (const rule of UNIT_RULES) {
    if (!inForce.has(rule.id)) continue;
    for (const limit of rule.encode(problem)) {
      if (limit.kind === "base") {
        const terms = doctors.flatMap(({ doctor, stays }) => {
          if (doctor.intake !== limit.intake) return [];
          const first = stays.find(({ stay }) => stay.requirement.atBase)?.stay.requirement.id;
          return stays
            .filter(({ stay }) => stay.requirement.id === first && stay.unit.site === limit.site)
            .map(({ variable }) => ({ variable, coefficient: 1 }));
        });
        const name = `${rule.id}(${limit.intake},${limit.site})`;
        collected.rows.push({ name, terms, lower: Number.NEGATIVE_INFINITY, upper: limit.doctors });
        continue;
      }
      const byPeriod = limit.seats.map(() => [] as Term[]);
      for (const { doctor, stays } of doctors) {
        if (limit.track !== undefined && trackOf.get(doctor.programme) !== limit.track) continue;
        for (const { variable, stay } of stays) {
          if (stay.unit.index !== limit.unit) continue;
          for (let t = stay.from; t < stay.to; t++) byPeriod[t]?.push({ variable, coefficient: 1 });
        }
      }
      byPeriod.forEach((terms, t) => {
        const seats = limit.seats[t] ?? Number.POSITIVE_INFINITY;
        if (terms.length === 0 || terms.length <= seats) return;
        const unit = problem.units[limit.unit]?.id ?? "";
        const name = `${rule.id}(${unit},${limit.track ?? "all"},${t})`;
        collected.rows.push({ name, terms, lower: Number.NEGATIVE_INFINITY, upper: seats });
      });
    }
  }
}
