/** A component's bounds → prices in the problem's own words, for the plan file. */
import {
  formatDay,
  type PartProof,
  PROOF_SCALE,
  type TierProof as TierProofFile,
  tiersOf,
} from "@placera/domain";
import type { Component } from "./component.ts";
import type { ComponentResult, TierProof } from "./component-result.ts";
import type { Divided } from "./divide.ts";
import type { SeatCount } from "./seat-count.ts";

/** What the tiers of a component rest on, up to the first of which nothing is proven. */
export function writeProof(
  divided: Divided,
  { profiles }: Component,
  { tiers }: ComponentResult,
): PartProof[] {
  const { problem } = divided;
  const names = tiersOf(problem);
  const unknown = tiers.findIndex(({ bound }) => !Number.isFinite(bound));
  const known = unknown < 0 ? tiers : tiers.slice(0, unknown);
  if (known.length === 0) return [];
  const doctors = profiles.flatMap((profile) => profile.doctors).sort((a, b) => a - b);
  return [
    {
      doctors: doctors.flatMap((at) => problem.doctors[at]?.id ?? []),
      tiers: known.map(({ bound, proof, closed }, k) => ({
        tier: names[k] ?? "",
        bound,
        ...(closed === undefined ? {} : { closed }),
        held: names.slice(0, k).flatMap((tier, j) => {
          const weight = scaled(proof.weights[j] ?? 0);
          return weight === 0 ? [] : [{ tier, weight }];
        }),
        ...rowPrices(divided, proof),
        ...burdenPrices(divided, profiles, proof),
      })),
    },
  ];
}

/** What a count rests on: each of its seats costs as much as leaving. */
export function writeCountProof(
  divided: Pick<Divided, "problem" | "limits">,
  { rows: counted, doctors, seats }: SeatCount,
): PartProof {
  const { problem, limits } = divided;
  const rows = new Float64Array(limits.rows);
  for (const row of counted) rows[row] = 1;
  const bound = doctors.length - seats;
  return {
    doctors: doctors.flatMap((at) => problem.doctors[at]?.id ?? []),
    tiers: [{ tier: tiersOf(problem)[0] ?? "", bound, held: [], ...rowPrices(divided, { rows }) }],
  };
}

const scaled = (price: number): number => Math.round(price * PROOF_SCALE);

function rowPrices(
  { problem, limits }: Pick<Divided, "problem" | "limits">,
  { rows }: Pick<TierProof["proof"], "rows">,
) {
  const { periods, lanes } = limits;
  const { boundaries } = problem.calendar;
  const priced = (lane: number, sign: 1 | -1): Record<string, number> | undefined => {
    let prices: Record<string, number> | undefined;
    for (let t = 0; t < periods; t++) {
      const price = sign * (rows[lane * periods + t] as number);
      if (price <= 0 || scaled(price) === 0) continue;
      prices ??= {};
      prices[formatDay(boundaries[t] as number)] = scaled(price);
    }
    return prices;
  };
  const seats: TierProofFile["seats"] = [];
  // A price below zero is what a doctor earns who is where one is wanted.
  const staff: NonNullable<TierProofFile["staff"]> = [];
  const shared: NonNullable<TierProofFile["shared"]> = [];
  lanes.forEach(({ units, track, shared: own }, lane) => {
    const unit = problem.units[units[0] ?? -1]?.id ?? "";
    const [paid, earned] = [priced(lane, 1), priced(lane, -1)];
    if (own !== undefined) {
      const prices = paid ?? earned;
      if (prices !== undefined) shared.push({ ...own, prices });
      return;
    }
    if (paid !== undefined) {
      seats.push({ unit, prices: paid, ...(track === undefined ? {} : { track }) });
    }
    if (earned !== undefined) staff.push({ unit, prices: earned });
  });
  const bases = limits.bases.flatMap(({ intake, site }, at) => {
    const price = scaled(rows[lanes.length * periods + at] as number);
    return price === 0 ? [] : [{ intake, site, price }];
  });
  return {
    seats,
    bases,
    ...(staff.length === 0 ? {} : { staff }),
    ...(shared.length === 0 ? {} : { shared }),
  };
}

function burdenPrices(
  { problem }: Divided,
  profiles: Component["profiles"],
  { burdens }: TierProof["proof"],
) {
  const priced = profiles.flatMap((profile, at) => {
    const price = scaled(burdens?.[at] ?? 0);
    if (price === 0) return [];
    return profile.doctors.map((doctor) => ({ doctor: problem.doctors[doctor]?.id ?? "", price }));
  });
  return priced.length === 0 ? {} : { burdens: priced };
}
