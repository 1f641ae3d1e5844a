import { AT_BLOCKS, AT_LENGTH, AT_PERIODS, INTAKE_EVERY, INTAKES, unitCount } from "./at.js";
import { deal } from "./deal.js";
import { dayText } from "./half-months.js";
import { makeUnit } from "./unit.js";
/** Doctors of a hospital, about. */
const HOSPITAL = 30;
/** Primary-care units that take the next hospital's doctors too. */
const SHARED = 2;
const PRIMARY_CARE = "primary-care";
export function draftHospitals(asked) {
    const { name, regions, random, primaryCare, admits } = asked;
    const named = regions.map((doctors, at) => ({ id: `r${pad(at + 1, 2)}`, doctors }));
    const hospitals = named.flatMap(({ id, doctors }) => makeRegion(id, doctors, primaryCare));
    const programmes = hospitals.map(programmeOf);
    const starts = Array.from({ length: INTAKES }, (_, at) => at * INTAKE_EVERY);
    return {
        name,
        periods: AT_PERIODS,
        regions: named.map(({ id }) => ({ id, name: `Region ${id}` })),
        sites: hospitals.map(({ id, region }) => ({ id, region, name: `Sjukhuset ${id}` })),
        ...(primaryCare === "whole-region"
            ? {}
            : { sections: hospitals.map(({ section }) => ({ id: section, countsAs: PRIMARY_CARE })) }),
        units: hospitals.flatMap(({ units }) => [...units.values()].flat()),
        rulePacks: ["at@2021-05"],
        programmes,
        intakes: programmes.flatMap(({ id }) => starts.map((start) => ({ id: intakeId(id, start), programme: id, start: dayText(start) }))),
        intakeOf: ({ programme, start }) => intakeId(programme.id, start),
        doctors: hospitals.flatMap((hospital, at) => dealHospital(hospital, programmes[at], random, admits)),
    };
}
const pad = (number, width) => String(number).padStart(width, "0");
const intakeId = (programme, start) => `${programme}-${dayText(start)}`;
function dealHospital({ id, region, doctors }, programme, random, admits) {
    return Array.from({ length: doctors }, (_, at) => {
        const start = (at % INTAKES) * INTAKE_EVERY;
        const stays = deal(random, start, programme, admits);
        return { id: `${id}-${pad(at + 1, 3)}`, region, programme, start, baseSite: id, stays };
    });
}
/** A region's hospitals, as equal as can be. */
function makeRegion(region, doctors, primaryCare) {
    const count = Math.max(1, Math.round(doctors / HOSPITAL));
    const ids = Array.from({ length: count }, (_, at) => `${region}-h${pad(at + 1, 2)}`);
    const isOwn = primaryCare === "next-hospital";
    const section = (hospital) => (isOwn ? `${PRIMARY_CARE}-${hospital}` : PRIMARY_CARE);
    const made = [];
    for (const [at, id] of ids.entries()) {
        const own = Math.floor((doctors + at) / count);
        const next = ids[at + 1];
        const units = new Map(AT_BLOCKS.map((block) => {
            const length = unitCount(block.units, own);
            const isPrimaryCare = block.section === PRIMARY_CARE;
            const all = Array.from({ length }, (_, unit) => {
                const shared = isOwn && isPrimaryCare && next !== undefined && unit >= length - SHARED;
                const sections = isPrimaryCare ? [section(id)] : [block.section];
                if (shared)
                    sections.push(section(next));
                return makeUnit(`${id}-${block.id}-${unit + 1}`, id, sections, AT_PERIODS);
            });
            return [block.id, all];
        }));
        made.push({ id, region, doctors: own, section: section(id), units });
    }
    return made;
}
function programmeOf(hospital, _at, all) {
    const others = all.filter((each) => each.region === hospital.region && each !== hospital);
    const blocks = AT_BLOCKS.map(({ id, section, halves }) => {
        const own = hospital.units.get(id) ?? [];
        if (section !== PRIMARY_CARE)
            return { id, section, halves, units: own, atBase: true };
        const shared = others
            .flatMap(({ units }) => units.get(id) ?? [])
            .filter(({ sections }) => sections.includes(hospital.section));
        return { id, section: hospital.section, halves, units: [...own, ...shared] };
    });
    return {
        id: `at-${hospital.id}`,
        track: "AT",
        name: `AT 18 månader, ${hospital.id}`,
        blocks,
        length: AT_LENGTH,
        last: "primarvard",
    };
}
/** Doctors of a region, least and most, where there is more than one. */
const REGION = { least: 90, most: 150 };
/** So many doctors over regions of 90 to 150 each; fewer than 180 are one region. */
export function drawRegions(random, doctors) {
    const count = Math.max(1, Math.round(doctors / ((REGION.least + REGION.most) / 2)));
    if (count === 1)
        return [doctors];
    const sizes = Array.from({ length: count }, () => random.int(REGION.least, REGION.most));
    let over = sizes.reduce((sum, size) => sum + size, 0) - doctors;
    while (over !== 0) {
        const step = Math.sign(over);
        const at = random.int(0, count - 1);
        const size = (sizes[at] ?? 0) - step;
        if (size < REGION.least || size > REGION.most)
            continue;
        sizes[at] = size;
        over -= step;
    }
    return sizes;
}
//# sourceMappingURL=hospitals.js.map