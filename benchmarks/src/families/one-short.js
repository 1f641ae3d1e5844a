import { QUARTER, steps, tightSeats } from "./seats.js";
const PSYCHIATRY = "psychiatry";
/** Hidden plans in which psychiatry begins with a quarter. */
export const admitsQuarters = (services) => services.every(({ block, from }) => block.section !== PSYCHIATRY || from % QUARTER === 0);
/** Psychiatry has what the hidden plan takes and nothing to spare; other units their peak. */
export const seatsByQuarter = (unit, random) => unit.sections.includes(PSYCHIATRY) ? steps([...unit.present]) : tightSeats(unit, random);
/** The same with one seat fewer in one quarter, and without the doctor who had it. */
export function takeOneSeat(instance, draft, random) {
    const units = draft.units.filter(({ sections }) => sections.includes(PSYCHIATRY));
    const unit = random.pick(units.filter(({ present }) => present.some((load) => load > 0)));
    const taken = random.pick(quartersTaken(unit));
    const left = unit.present.map((load, t) => (Math.floor(t / QUARTER) === taken ? load - 1 : load));
    const without = draft.doctors.find(({ stays }) => stays.some((stay) => stay.unit === unit && stay.from === taken * QUARTER));
    const { file, hidden } = instance;
    const seats = steps([...left]);
    return {
        file: {
            ...file,
            units: file.units.map((each) => (each.id === unit.id ? { ...each, seats } : each)),
        },
        hidden: { rotations: hidden.rotations.filter(({ doctor }) => doctor !== without?.id) },
        short: 1,
    };
}
function quartersTaken({ present }) {
    const quarters = Array.from({ length: present.length / QUARTER }, (_, quarter) => quarter);
    return quarters.filter((quarter) => (present[quarter * QUARTER] ?? 0) > 0);
}
//# sourceMappingURL=one-short.js.map