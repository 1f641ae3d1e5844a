/** Rows that couple doctors in the compact model: seats by unit and period, intakes by site. */
import type { Problem } from "@placera/domain";
import { channelsOf, chargesOfRank } from "../formulation/channels.ts";
import { UNIT_RULES } from "../rules/index.ts";
import type { StaffLimit } from "../rules/rule.ts";
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
      if (limit.kind === "staff") {
        formulateStaffing(problem, doctors, limit, collected);
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

/** Doctors that a unit lacks in a period: one more variable, at the rule's price. */
function formulateStaffing(
  problem: Problem,
  doctors: readonly DoctorVariables[],
  { unit, least }: StaffLimit,
  collected: Collected,
): void {
  const mode = problem.unitRules.find(({ rule }) => rule === "least-staffing")?.mode;
  if (typeof mode !== "object") return;
  const channels = channelsOf(problem);
  const costs = channels.tiers.map(() => 0);
  for (const { channel, weight } of chargesOfRank(channels, mode.prefer.rank, mode.prefer.weight)) {
    // The burden of doctors is none of it.
    if (channel < costs.length) costs[channel] = weight;
  }
  least.forEach((wanted, t) => {
    if (wanted === 0) return;
    const place = `${problem.units[unit]?.id ?? ""},${t}`;
    const name = `least-staffing(${place})`;
    const lacking =
      collected.variables.push({
        name: `lacking(${place})`,
        upper: wanted,
        costs: [...costs],
        doctor: undefined,
      }) - 1;
    const there = doctors.flatMap(({ stays }) =>
      stays
        .filter(({ stay }) => stay.unit.index === unit && stay.from <= t && t < stay.to)
        .map(({ variable }) => ({ variable, coefficient: 1 })),
    );
    const terms = [...there, { variable: lacking, coefficient: 1 }];
    collected.rows.push({ name, terms, lower: wanted, upper: Number.POSITIVE_INFINITY });
  });
}
