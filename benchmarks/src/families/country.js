import { AT_LENGTH, INTAKE_EVERY } from "./at.js";
import { deal } from "./deal.js";
import { dayText } from "./half-months.js";
import { looseByOne, tightSeats } from "./seats.js";
import { makeUnit } from "./unit.js";
/** Inhabitants in thousands, rounded, the most first. */
const REGIONS = [
    { id: "stockholm", inhabitants: 2450 },
    { id: "vastra-gotaland", inhabitants: 1760 },
    { id: "skane", inhabitants: 1420 },
    { id: "ostergotland", inhabitants: 470 },
    { id: "uppsala", inhabitants: 400 },
    { id: "jonkoping", inhabitants: 370 },
    { id: "halland", inhabitants: 340 },
    { id: "orebro", inhabitants: 307 },
    { id: "sormland", inhabitants: 300 },
    { id: "dalarna", inhabitants: 287 },
    { id: "gavleborg", inhabitants: 285 },
    { id: "varmland", inhabitants: 283 },
    { id: "vastmanland", inhabitants: 280 },
    { id: "vasterbotten", inhabitants: 278 },
    { id: "norrbotten", inhabitants: 249 },
    { id: "kalmar", inhabitants: 247 },
    { id: "vasternorrland", inhabitants: 243 },
    { id: "kronoberg", inhabitants: 204 },
    { id: "blekinge", inhabitants: 158 },
    { id: "jamtland", inhabitants: 132 },
    { id: "gotland", inhabitants: 61 },
];
/** Units of a hospital, by what is done there; emergency care counts as medicine for AT. */
const UNITS = [
    { kind: "kirurgi", sections: ["surgery"], count: 2 },
    { kind: "ortopedi", sections: ["surgery"], count: 1 },
    { kind: "medicin", sections: ["medicine"], count: 3 },
    { kind: "akut", sections: ["emergency-care", "medicine"], count: 1 },
    { kind: "psykiatri", sections: ["psychiatry"], count: 1 },
    { kind: "primarvard", sections: ["primary-care"], count: 12 },
];
const AT = [
    { kind: "kirurgi", section: "surgery", halves: 6 },
    { kind: "ortopedi", section: "surgery", halves: 3 },
    { kind: "medicin", section: "medicine", halves: 6 },
    { kind: "akut", section: "medicine", halves: 3 },
    { kind: "psykiatri", section: "psychiatry", halves: 6 },
    { kind: "primarvard", section: "primary-care", halves: 12 },
];
const BT = [
    { kind: "akut", section: "emergency-care", halves: 8 },
    { kind: "primarvard", section: "primary-care", halves: 8 },
    { kind: "psykiatri", section: "psychiatry", halves: 4 },
    { kind: "medicin", section: "medicine", halves: 4 },
];
const BT_LENGTH = 24;
const INTAKES = 8;
const PERIODS = (INTAKES - 1) * INTAKE_EVERY + AT_LENGTH;
/** Doctors of a hospital, about, all intakes together. */
const HOSPITAL = 120;
/** Primary-care units that take the next hospital's doctors too. */
const SHARED = 2;
/** Psychiatry and primary care are what there is too little of; other units have one seat to spare. */
export const countrySeats = (unit, random) => {
    const isScarce = unit.sections.some((each) => /^(psychiatry|primary-care)/.test(each));
    return (isScarce ? tightSeats : looseByOne)(unit, random);
};
export function draftCountry({ name, doctors, random }) {
    const regions = shares(doctors).filter((region) => region.doctors > 0);
    const hospitals = regions.flatMap((region) => makeHospitals(region.id, region.doctors));
    const programmes = hospitals.flatMap((hospital) => hospital.programmes);
    return {
        name,
        periods: PERIODS,
        regions: regions.map(({ id }) => ({ id, name: `Region ${id}` })),
        sites: hospitals.map(({ id, region }) => ({ id, region, name: `Sjukhuset ${id}` })),
        sections: hospitals.map(({ id }) => ({ id: ownSection(id), countsAs: "primary-care" })),
        units: hospitals.flatMap(({ units }) => units),
        rulePacks: ["at@2021-05", "bt@2021"],
        programmes,
        intakes: programmes.flatMap(({ id }) => Array.from({ length: INTAKES }, (_, at) => at * INTAKE_EVERY).map((start) => ({
            id: `${id}-${dayText(start)}`,
            programme: id,
            start: dayText(start),
        }))),
        intakeOf: ({ programme, start }) => `${programme.id}-${dayText(start)}`,
        doctors: hospitals.flatMap((hospital) => dealHospital(hospital, random)),
    };
}
const ownSection = (hospital) => `primary-care-${hospital}`;
/** Doctors by region, as the inhabitants are; what rounding leaves goes to the largest remainders. */
function shares(doctors) {
    const all = REGIONS.reduce((sum, { inhabitants }) => sum + inhabitants, 0);
    const exact = REGIONS.map(({ id, inhabitants }) => ({
        id,
        share: (doctors * inhabitants) / all,
    }));
    const left = doctors - exact.reduce((sum, { share }) => sum + Math.floor(share), 0);
    const byRemainder = [...exact].sort((a, b) => (b.share % 1) - (a.share % 1));
    const lucky = new Set(byRemainder.slice(0, left));
    return exact.map((each) => ({
        id: each.id,
        doctors: Math.floor(each.share) + Number(lucky.has(each)),
    }));
}
function makeHospitals(region, doctors) {
    const count = Math.max(1, Math.round(doctors / HOSPITAL));
    const ids = Array.from({ length: count }, (_, at) => `${region}-${at + 1}`);
    const units = ids.map((id, at) => makeUnits(id, ids[at + 1]));
    return ids.map((id, at) => {
        const reachable = [
            ...(units[at] ?? []),
            ...(units[at - 1] ?? []).filter(gives(ownSection(id))),
        ];
        return {
            id,
            region,
            doctors: Math.floor((doctors + at) / count),
            programmes: [
                programmeOf("AT", id, reachable, AT, AT_LENGTH),
                programmeOf("BT", id, reachable, BT, BT_LENGTH),
            ],
            units: units[at] ?? [],
        };
    });
}
const gives = (section) => (unit) => unit.sections.includes(section);
function makeUnits(hospital, next) {
    return UNITS.flatMap(({ kind, sections, count }) => Array.from({ length: count }, (_, at) => {
        const given = kind === "primarvard" ? [ownSection(hospital)] : [...sections];
        if (kind === "primarvard" && next !== undefined && at >= count - SHARED) {
            given.push(ownSection(next));
        }
        return makeUnit(`${hospital}-${kind}-${at + 1}`, hospital, given, PERIODS);
    }));
}
function programmeOf(track, hospital, units, owed, length) {
    const blocks = owed.map(({ kind, section, halves }) => {
        if (kind === "primarvard") {
            const own = ownSection(hospital);
            return { id: kind, section: own, halves, units: units.filter(gives(own)) };
        }
        return { id: kind, section, halves, atBase: true, units: units.filter(gives(section)) };
    });
    const id = `${track.toLowerCase()}-${hospital}`;
    const programme = {
        id,
        track,
        name: `${track} ${length / 2} månader, ${hospital}`,
        blocks,
        length,
    };
    return track === "AT" ? { ...programme, last: "primarvard" } : programme;
}
/** Every third doctor is in BT; intakes in turn. */
function dealHospital({ id, region, doctors, programmes }, random) {
    return Array.from({ length: doctors }, (_, at) => {
        const programme = programmes[at % 3 === 2 ? 1 : 0];
        const start = (at % INTAKES) * INTAKE_EVERY;
        const stays = deal(random, start, programme);
        const number = String(at + 1).padStart(3, "0");
        return { id: `${id}-${number}`, region, programme, start, baseSite: id, stays };
    });
}
//# sourceMappingURL=country.js.map