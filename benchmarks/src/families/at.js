/** AT in one region whose units are open to all its doctors. */
import { seededRandom } from "../random.js";
import { deal } from "./deal.js";
import { dayText } from "./half-months.js";
import { makeUnit } from "./unit.js";
/** Eighteen months of AT; `units` is how many places there are for every thirty doctors. */
export const AT_BLOCKS = [
    { id: "kirurgi", section: "surgery", halves: 6, units: 2 },
    { id: "ortopedi", section: "surgery", halves: 3, units: 1 },
    { id: "medicin", section: "medicine", halves: 6, units: 3 },
    { id: "akut", section: "medicine", halves: 3, units: 1 },
    { id: "psykiatri", section: "psychiatry", halves: 6, units: 1 },
    { id: "primarvard", section: "primary-care", halves: 12, units: 8 },
];
/** Half months from one intake to the next, in all, and in AT. */
export const INTAKE_EVERY = 12;
export const INTAKES = 4;
export const AT_LENGTH = 36;
export const AT_PERIODS = (INTAKES - 1) * INTAKE_EVERY + AT_LENGTH;
/** How many units there are for so many doctors, where every thirty have `perThirty`. */
export function unitCount(perThirty, doctors) {
    return Math.max(1, Math.round((perThirty * doctors) / 30));
}
/** The random choices of one problem. */
export const randomOf = (doctors, seed) => seededRandom(seed * 1_000_003 + doctors);
/** Four intakes, half-month grid. `admits` may ask more of hidden rotations than the rules do. */
export function draftAt({ name, doctors, random }, admits) {
    const blocks = AT_BLOCKS.map(({ units, ...block }) => ({
        ...block,
        units: Array.from({ length: unitCount(units, doctors) }, (_, at) => makeUnit(`${block.id}-${at + 1}`, "ort", [block.section], AT_PERIODS)),
    }));
    const programme = {
        id: "at",
        track: "AT",
        name: "AT 18 månader",
        blocks,
        length: AT_LENGTH,
        last: "primarvard",
    };
    return {
        name,
        periods: AT_PERIODS,
        regions: [{ id: "region", name: "Region" }],
        sites: [{ id: "ort", region: "region", name: "Ort" }],
        units: blocks.flatMap(({ units }) => units),
        rulePacks: ["at@2021-05"],
        programmes: [programme],
        intakes: Array.from({ length: INTAKES }, (_, at) => {
            const start = dayText(at * INTAKE_EVERY);
            return { id: start, programme: "at", start };
        }),
        intakeOf: ({ start }) => dayText(start),
        doctors: Array.from({ length: doctors }, (_, at) => {
            const start = (at % INTAKES) * INTAKE_EVERY;
            return {
                id: `at-${String(at + 1).padStart(4, "0")}`,
                region: "region",
                programme,
                start,
                stays: deal(random, start, programme, admits),
            };
        }),
    };
}
//# sourceMappingURL=at.js.map