/**
 * Instance families: problems made from a size and a seed. Each is built round a hidden plan in
 * which everyone is placed, so that nobody need be left out; but for those that are one seat short.
 */
import { draftAt, randomOf } from "./families/at.js";
import { draftBt } from "./families/bt.js";
import { countrySeats, draftCountry } from "./families/country.js";
import { draftHospitals, drawRegions } from "./families/hospitals.js";
import { admitsQuarters, seatsByQuarter, takeOneSeat } from "./families/one-short.js";
import { looseSeats, noSlackSeats, tightSeats } from "./families/seats.js";
import { noWishes, ownWishes, sameWishes } from "./families/wishes.js";
import { writeInstance } from "./families/write-instance.js";
/** Everyone placed, and nothing else: no wishes and no preferences. */
const placesOnly = {
    seats: tightSeats,
    wishes: noWishes,
    rules: [
        { rule: "section-order", mode: "off" },
        { rule: "recommended-length", mode: "off" },
    ],
};
/** AT at hospitals: in one region however many they are, or in regions of 90 to 150. */
const hospitals = (spread, primaryCare) => ({ name, doctors, random }, admits) => {
    const regions = spread === "one-region" ? [doctors] : drawRegions(random, doctors);
    return draftHospitals({ name, regions, random, primaryCare, ...(admits && { admits }) });
};
const oneRegion = hospitals("one-region", "next-hospital");
const regions = hospitals("regions", "next-hospital");
const POOLED = 2_000;
const SPREAD = 20_000;
function planted(most, draft, terms) {
    return { most, make: (size) => write(draft(size), size.random, terms) };
}
/** One psychiatry seat too few, or its twin with the seat put back. */
function oneShort(most, draft, isTwin) {
    return {
        most,
        make: (size) => {
            const drafted = draft(size, admitsQuarters);
            const terms = { seats: seatsByQuarter, wishes: ownWishes };
            const enough = write(drafted, size.random, terms);
            return isTwin ? enough : takeOneSeat(enough, drafted, size.random);
        },
    };
}
function write(draft, random, { rules, ...terms }) {
    return writeInstance(rules === undefined ? draft : { ...draft, rules }, random, terms);
}
const tight = { seats: tightSeats, wishes: ownWishes };
const loose = { seats: looseSeats, wishes: ownWishes };
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
    country: planted(SPREAD, draftCountry, { seats: countrySeats, wishes: ownWishes }),
};
export const FAMILIES = Object.keys(FAMILY);
/** There is no such problem of that family; the message says why. */
export class NoSuchInstance extends RangeError {
}
/** One problem of a family. The same arguments give the same problem. Throws `NoSuchInstance`. */
export function makeInstance(family, doctors, seed) {
    const { most, make } = FAMILY[family];
    if (!Number.isInteger(doctors) || doctors < 1 || doctors > most) {
        throw new NoSuchInstance(`${family} is made of 1 to ${most} doctors; not ${doctors}.`);
    }
    const name = `${family}-${doctors}-${seed}`;
    return make({ name, doctors, random: randomOf(doctors, seed) });
}
//# sourceMappingURL=families.js.map