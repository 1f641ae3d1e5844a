/** Units of a family, with who is there in the hidden plan. */
export function makeUnit(id, site, sections, periods) {
    return { id, site, sections, present: new Int32Array(periods) };
}
/** The most doctors a unit has at once. */
export function peakOf({ present }) {
    return most(present, 0, present.length);
}
export function enter({ unit: { present }, from, to }) {
    for (let t = from; t < to; t++)
        present[t] = (present[t] ?? 0) + 1;
}
/** How much a stay adds where many are already; a new peak weighs more than anything else. */
export function crowding({ unit, from, to }) {
    let sum = 0;
    for (let t = from; t < to; t++)
        sum += unit.present[t] ?? 0;
    return most(unit.present, from, to) === peakOf(unit) ? 1_000 + sum : sum;
}
function most(present, from, to) {
    let peak = 0;
    for (let t = from; t < to; t++)
        peak = Math.max(peak, present[t] ?? 0);
    return peak;
}
//# sourceMappingURL=unit.js.map