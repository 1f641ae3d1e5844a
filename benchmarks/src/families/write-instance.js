/** From a hidden plan and its units to a problem file. */
import { PlanRotations, readPlan } from "@placera/domain";
import { dayText } from "./half-months.js";
/** Wishes are drawn before seats. */
export function writeInstance(draft, random, { wishes, seats }) {
    const wished = draft.doctors.map(({ programme }) => wishes(random, programme));
    const file = {
        schemaVersion: 1,
        name: draft.name,
        calendar: { from: dayText(0), to: dayText(draft.periods), grid: "half-month" },
        ...(draft.sections === undefined ? {} : { sections: draft.sections }),
        regions: [...draft.regions],
        sites: [...draft.sites],
        units: draft.units.map((unit) => ({
            id: unit.id,
            site: unit.site,
            name: unit.id,
            sections: [...unit.sections],
            seats: seats(unit, random),
        })),
        rulePacks: [...draft.rulePacks],
        ...(draft.rules === undefined ? {} : { rules: draft.rules }),
        programmes: draft.programmes.map(programmeFile),
        intakes: [...draft.intakes],
        doctors: draft.doctors.map((doctor, at) => ({
            id: doctor.id,
            region: doctor.region,
            intake: draft.intakeOf(doctor),
            ...(doctor.baseSite === undefined ? {} : { baseSite: doctor.baseSite }),
            wishes: [...(wished[at] ?? [])],
        })),
    };
    return { file, hidden: readPlan(PlanRotations.parse(draft.doctors.map(toRotation))), short: 0 };
}
function programmeFile({ id, track, name, blocks, length }) {
    return {
        id,
        track,
        name,
        requirements: blocks.map((block) => ({
            id: block.id,
            sections: [block.section],
            length: lengthFile(block.halves),
            ...(block.atBase === true ? { atBase: true } : {}),
        })),
        length: { months: length / 2 },
    };
}
function lengthFile(halves) {
    return typeof halves === "number"
        ? { months: halves / 2 }
        : { min: { months: halves.min / 2 }, max: { months: halves.max / 2 } };
}
function toRotation({ id, start, stays }) {
    return {
        doctor: id,
        start: dayText(start),
        placements: stays.map(({ block, unit, from, to }) => ({
            requirement: block.id,
            unit: unit.id,
            section: block.section,
            from: dayText(from),
            to: dayText(to),
        })),
    };
}
//# sourceMappingURL=write-instance.js.map