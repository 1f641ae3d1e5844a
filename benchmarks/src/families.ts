/**
 * Instance families: problems made from a size and a seed. Each is built round a hidden plan in
 * which everyone is placed, so that nobody need be left out of any of them.
 */
import { draftAt, randomOf } from "./families/at.ts";
import { draftHospitals, drawRegions } from "./families/hospitals.ts";
import { looseSeats, noSlackSeats, type Seating, tightSeats } from "./families/seats.ts";
import { noWishes, ownWishes, sameWishes, type Wishing } from "./families/wishes.ts";
import { type Draft, type Instance, writeInstance } from "./families/write-instance.ts";
import type { Random } from "./random.ts";

export type { Instance } from "./families/write-instance.ts";

/** What is asked of a doctor's place; nothing but a place where `rules` put the preferences out. */
interface Terms {
  readonly seats: Seating;
  readonly wishes: Wishing;
  readonly rules?: Draft["rules"];
}

/** Everyone placed, and nothing else: no wishes and no preferences. */
const placesOnly: Terms = {
  seats: tightSeats,
  wishes: noWishes,
  rules: [
    { rule: "section-order", mode: "off" },
    { rule: "recommended-length", mode: "off" },
  ],
};

type Make = (name: string, doctors: number, seed: number) => Instance;

/** AT in one region, every unit open to all. */
const at =
  (terms: Terms): Make =>
  (name, doctors, seed) => {
    const random = randomOf(doctors, seed);
    return write(draftAt({ name, doctors, random }), random, terms);
  };

/** AT at hospitals that share some primary care with their neighbours. */
const hospitals =
  (spread: "one-region" | "regions", terms: Terms): Make =>
  (name, doctors, seed) => {
    const random = randomOf(doctors, seed);
    const regions = spread === "one-region" ? [doctors] : drawRegions(random, doctors);
    return write(draftHospitals({ name, regions, random }), random, terms);
  };

function write(draft: Draft, random: Random, { rules, ...terms }: Terms): Instance {
  return writeInstance(rules === undefined ? draft : { ...draft, rules }, random, terms);
}

const tight: Terms = { seats: tightSeats, wishes: ownWishes };
const loose: Terms = { seats: looseSeats, wishes: ownWishes };

const MAKES = {
  "at-tight": at(tight),
  "at-loose": at(loose),
  "at-zero-slack": at({ seats: noSlackSeats, wishes: ownWishes }),
  "at-no-wishes": at(placesOnly),
  "at-identical": at({ seats: tightSeats, wishes: sameWishes }),
  "at-chain": hospitals("one-region", tight),
  "regions-tight": hospitals("regions", tight),
  "regions-loose": hospitals("regions", loose),
  "regions-no-wishes": hospitals("regions", placesOnly),
} as const satisfies Record<string, Make>;

export type FamilyName = keyof typeof MAKES;
export const FAMILIES = Object.keys(MAKES) as FamilyName[];

/** One problem of a family. The same arguments give the same problem. */
export function makeInstance(family: FamilyName, doctors: number, seed: number): Instance {
  return MAKES[family](`${family}-${doctors}-${seed}`, doctors, seed);
}
