/** BT in one region: twelve months, lengths within ranges, emergency care in two parts at one place. */
import { unitCount } from "./at.js";
import { deal } from "./deal.js";
import { dayText } from "./half-months.js";
import { makeUnit } from "./unit.js";
/** Five stays where four places are allowed: emergency care is come back to. */
const STAYS = [
    { id: "akut-1", kind: "akut", halves: { min: 5, max: 8 }, place: "akut" },
    { id: "akut-2", kind: "akut", halves: { min: 2, max: 4 }, place: "akut" },
    { id: "primarvard", kind: "primarvard", halves: { min: 6, max: 10 } },
    { id: "psykiatri", kind: "psykiatri", halves: { min: 3, max: 5 } },
    { id: "medicin", kind: "medicin", halves: { min: 3, max: 5 } },
];
/** `units` is how many places there are for every thirty doctors. */
const KINDS = [
    { kind: "akut", section: "emergency-care", units: 2 },
    { kind: "primarvard", section: "primary-care", units: 6 },
    { kind: "psykiatri", section: "psychiatry", units: 1 },
    { kind: "medicin", section: "medicine", units: 2 },
];
const INTAKE_EVERY = 12;
const INTAKES = 4;
const BT_LENGTH = 24;
const PERIODS = (INTAKES - 1) * INTAKE_EVERY + BT_LENGTH;
export function draftBt({ name, doctors, random }) {
    const units = KINDS.flatMap(({ kind, section, units: perThirty }) => Array.from({ length: unitCount(perThirty, doctors) }, (_, at) => makeUnit(`${kind}-${at + 1}`, "ort", [section], PERIODS)));
    const blocks = STAYS.map(({ kind, ...stay }) => {
        const section = KINDS.find((each) => each.kind === kind)?.section ?? "";
        return { ...stay, section, units: units.filter(({ sections }) => sections.includes(section)) };
    });
    const programme = {
        id: "bt",
        track: "BT",
        name: "BT 12 månader",
        blocks,
        length: BT_LENGTH,
    };
    return {
        name,
        periods: PERIODS,
        regions: [{ id: "region", name: "Region" }],
        sites: [{ id: "ort", region: "region", name: "Ort" }],
        units,
        rulePacks: ["bt@2021"],
        rules: [{ rule: "psychiatry-in-bt", mode: "must", params: { min: { months: 1.5 } } }],
        programmes: [programme],
        intakes: Array.from({ length: INTAKES }, (_, at) => {
            const start = dayText(at * INTAKE_EVERY);
            return { id: start, programme: "bt", start };
        }),
        intakeOf: ({ start }) => dayText(start),
        doctors: Array.from({ length: doctors }, (_, at) => {
            const start = (at % INTAKES) * INTAKE_EVERY;
            return {
                id: `bt-${String(at + 1).padStart(4, "0")}`,
                region: "region",
                programme,
                start,
                stays: deal(random, start, programme),
            };
        }),
    };
}
//# sourceMappingURL=bt.js.map