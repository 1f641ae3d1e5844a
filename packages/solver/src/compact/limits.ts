/** Rows that couple doctors in the compact model: seats by unit and period, intakes by site, and what units share. */
import type { Problem, Track } from "@placera/domain";
import { channelsOf, costIn, unitChargeOf } from "../formulation/channels.ts";
import { limitingRules } from "../rules/limiting-rules.ts";
import type { AtFirst, BaseLimit, Limit } from "../rules/rule.ts";
import type { Collected, DoctorVariables } from "./collected.ts";
import type { Term } from "./compact-doctor.ts";

export function formulateLimits(
  problem: Problem,
  doctors: readonly DoctorVariables[],
  collected: Collected,
): void {
  for (const rule of limitingRules(problem)) {
    for (const limit of rule.encode(problem)) {
      if (limit.kind === "base") formulateBase(rule.id, doctors, limit, collected);
      else formulateLane(rule.id, problem, doctors, limit, collected);
    }
  }
}

function formulateBase(
  rule: string,
  doctors: readonly DoctorVariables[],
  { intake, site, doctors: upper }: BaseLimit,
  collected: Collected,
): void {
  const terms = doctors.flatMap(({ doctor, stays }) => {
    if (doctor.intake !== intake) return [];
    const first = stays.find(({ stay }) => stay.requirement.atBase)?.stay.requirement.id;
    return stays
      .filter(({ stay }) => stay.requirement.id === first && stay.unit.site === site)
      .map(({ variable }) => ({ variable, coefficient: 1 }));
  });
  const name = `${rule}(${intake},${site})`;
  collected.rows.push({ name, terms, lower: Number.NEGATIVE_INFINITY, upper });
}

/** A limit over time: where it is, whom it counts and how much, and until when. */
interface Counted {
  readonly place: string;
  readonly units: readonly number[];
  readonly counts: Readonly<Record<Track, number>>;
  readonly until?: readonly number[] | undefined;
  readonly first?: AtFirst | undefined;
  readonly most?: readonly number[];
  readonly least?: readonly number[];
}

function countedIn(problem: Problem, limit: Exclude<Limit, BaseLimit>): Counted {
  const every = { AT: 1, BT: 1 };
  switch (limit.kind) {
    case "seats": {
      const { unit, track, seats } = limit;
      const counts = { AT: track === "BT" ? 0 : 1, BT: track === "AT" ? 0 : 1 };
      const place = `${problem.units[unit]?.id ?? ""},${track ?? "all"}`;
      return { place, units: [unit], counts, most: seats };
    }
    case "staff": {
      const { unit, least } = limit;
      return { place: problem.units[unit]?.id ?? "", units: [unit], counts: every, least };
    }
    case "shared":
    case "shared-staff":
      return { ...limit, place: limit.name };
  }
}

/** Rows by period; where the rule is preferred, with a variable for what is missing or too much. */
function formulateLane(
  rule: string,
  problem: Problem,
  doctors: readonly DoctorVariables[],
  limit: Exclude<Limit, BaseLimit>,
  collected: Collected,
): void {
  const { place, most, least, ...counted } = countedIn(problem, limit);
  const price = priceOf(problem, rule);
  const there = termsByPeriod(problem, doctors, counted);
  const charged = (name: string, upper: number): number =>
    collected.variables.push({ name, upper, costs: [...(price ?? [])], doctor: undefined }) - 1;
  there.forEach((terms, t) => {
    const name = `${rule}(${place},${t})`;
    const wanted = least?.[t] ?? 0;
    if (wanted > 0 && price !== undefined) {
      const lacking = charged(`lacking(${rule},${place},${t})`, wanted);
      const own = [...terms, { variable: lacking, coefficient: 1 }];
      collected.rows.push({ name, terms: own, lower: wanted, upper: Number.POSITIVE_INFINITY });
    }
    const room = most?.[t] ?? Number.POSITIVE_INFINITY;
    const all = terms.reduce((sum, { coefficient }) => sum + coefficient, 0);
    if (terms.length === 0 || all <= room) return;
    const own = [...terms];
    if (price !== undefined) {
      own.push({ variable: charged(`beyond(${rule},${place},${t})`, all), coefficient: -1 });
    }
    collected.rows.push({ name, terms: own, lower: Number.NEGATIVE_INFINITY, upper: room });
  });
}

function termsByPeriod(
  { calendar, programmes }: Problem,
  doctors: readonly DoctorVariables[],
  { units, counts, until, first }: Pick<Counted, "units" | "counts" | "until" | "first">,
): Term[][] {
  const trackOf = new Map(programmes.map(({ id, track }) => [id, track]));
  const there = Array.from({ length: calendar.periods }, () => [] as Term[]);
  for (const { doctor, stays } of doctors) {
    const track = trackOf.get(doctor.programme);
    if (track === undefined) continue;
    const atFirst = first?.counts[track] ?? 0;
    if (counts[track] === 0 && atFirst === 0) continue;
    for (const { variable, stay } of stays) {
      if (!units.includes(stay.unit.index)) continue;
      const end = until?.[stay.to] ?? stay.to;
      const fresh =
        first === undefined ? stay.from : Math.min(stay.to, first.until[stay.from] ?? 0);
      for (let t = stay.from; t < end; t++) {
        const coefficient = counts[track] + (t < fresh ? atFirst : 0);
        if (coefficient !== 0) there[t]?.push({ variable, coefficient });
      }
    }
  }
  return there;
}

/** By tier, what each step of a break costs; undefined where the rule must hold. */
function priceOf(problem: Problem, rule: string): readonly number[] | undefined {
  const mode = problem.unitRules.find((setting) => setting.rule === rule)?.mode;
  if (typeof mode !== "object") return undefined;
  const channels = channelsOf(problem);
  const charge = unitChargeOf(channels, mode.prefer);
  return channels.tiers.map((_, tier) => costIn(charge, tier));
}
