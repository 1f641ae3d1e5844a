/**
 * Instance families: problems made from a size and a seed. Each is built round a hidden plan in
 * which everyone is placed, so that nobody need be left out; but for those that are one seat short.
 */
import { draftAt, randomOf, type Size } from "./families/at.ts";
import { draftBt } from "./families/bt.ts";
import { countrySeats, draftCountry } from "./families/country.ts";
import type { Admits } from "./families/deal.ts";
import { draftHospitals, drawRegions, type PrimaryCare } from "./families/hospitals.ts";
import { admitsQuarters, seatsByQuarter, takeOneSeat } from "./families/one-short.ts";
import { ABSENCE, replan } from "./families/replan.ts";
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

/** What a family is made of, in one region or over several. */
type Drafting = (size: Size, admits?: Admits) => Draft;

/** AT at hospitals: in one region however many they are, or in regions of 90 to 150. */
const hospitals =
  (spread: "one-region" | "regions", primaryCare: PrimaryCare): Drafting =>
  ({ doctors, ...size }, admits) => {
    const regions = spread === "one-region" ? [doctors] : drawRegions(size.random, doctors);
    return draftHospitals({ ...size, regions, primaryCare, ...(admits && { admits }) });
  };

const oneRegion = hospitals("one-region", "next-hospital");
const regions = hospitals("regions", "next-hospital");

interface Family {
  /** The most doctors there may be; above it the generator takes minutes and no machine the problem. */
  readonly most: number;
  readonly make: (size: Size) => Instance;
}

const POOLED = 2_000;
const SPREAD = 20_000;

function planted(most: number, draft: Drafting, terms: Terms): Family {
  return { most, make: (size) => write(draft(size), size.random, terms) };
}

/** One psychiatry seat too few, or its twin with the seat put back. */
function oneShort(most: number, draft: Drafting, isTwin: boolean): Family {
  return {
    most,
    make: (size) => {
      const drafted = draft(size, admitsQuarters);
      const terms: Terms = { seats: seatsByQuarter, wishes: ownWishes };
      const enough = write(drafted, size.random, terms);
      return isTwin ? enough : takeOneSeat(enough, drafted, size.random);
    },
  };
}

/** After new absences, with the fewest changes. */
function replanned(most: number, draft: Drafting): Family {
  return {
    most,
    make: (size) => replan(draft({ ...size, after: ABSENCE.most }), size.random, ownWishes),
  };
}

function write(draft: Draft, random: Random, { rules, ...terms }: Terms): Instance {
  return writeInstance(rules === undefined ? draft : { ...draft, rules }, random, terms);
}

const tight: Terms = { seats: tightSeats, wishes: ownWishes };
const loose: Terms = { seats: looseSeats, wishes: ownWishes };

const FAMILY = {
  "at-tight": planted(POOLED, draftAt, tight),
  "at-loose": planted(POOLED, draftAt, loose),
  "at-zero-slack": planted(POOLED, draftAt, { seats: noSlackSeats, wishes: ownWishes }),
  "at-no-wishes": planted(POOLED, draftAt, placesOnly),
  "at-identical": planted(POOLED, draftAt, { seats: tightSeats, wishes: sameWishes }),
  "at-one-short": oneShort(POOLED, draftAt, false),
  "at-one-short-twin": oneShort(POOLED, draftAt, true),
  "at-sites": planted(POOLED, hospitals("one-region", "whole-region"), tight),
  "at-chain": planted(SPREAD, oneRegion, tight),
  "bt-tight": planted(POOLED, draftBt, tight),
  "regions-tight": planted(SPREAD, regions, tight),
  "regions-loose": planted(SPREAD, regions, loose),
  "regions-no-wishes": planted(SPREAD, regions, placesOnly),
  "regions-one-short": oneShort(SPREAD, regions, false),
  "regions-one-short-twin": oneShort(SPREAD, regions, true),
  "at-replan": replanned(POOLED, draftAt),
  "regions-replan": replanned(SPREAD, regions),
  country: planted(SPREAD, draftCountry, { seats: countrySeats, wishes: ownWishes }),
} as const satisfies Record<string, Family>;

export type FamilyName = keyof typeof FAMILY;
export const FAMILIES = Object.keys(FAMILY) as FamilyName[];

/** There is no such problem of that family; the message says why. */
export class NoSuchInstance extends RangeError {}

/** One problem of a family. The same arguments give the same problem. Throws `NoSuchInstance`. */
export function makeInstance(family: FamilyName, doctors: number, seed: number): Instance {
  const { most, make } = FAMILY[family];
  if (!Number.isInteger(doctors) || doctors < 1 || doctors > most) {
    throw new NoSuchInstance(`${family} is made of 1 to ${most} doctors; not ${doctors}.`);
  }
  const name = `${family}-${doctors}-${seed}`;
  return make({ name, doctors, random: randomOf(doctors, seed) });
}
