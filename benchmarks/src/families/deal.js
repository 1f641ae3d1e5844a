import { crowding, enter } from "./unit.js";
/** Rotations drawn for each doctor, of which the one that crowds the units least is dealt. */
const DRAWS = 24;
/** Deals one doctor a hidden rotation, and enters it at the units. */
export function deal(random, start, programme, admits = () => true) {
    let drawn = [];
    while (drawn.length === 0) {
        const all = Array.from({ length: DRAWS }, () => drawRotation(random, start, programme));
        drawn = all.filter(admits);
    }
    const [best] = drawn
        .map((stays) => ({ stays, crowding: stays.reduce((sum, stay) => sum + crowding(stay), 0) }))
        .sort((a, b) => a.crowding - b.crowding);
    const stays = best?.stays ?? [];
    for (const stay of stays)
        enter(stay);
    return stays;
}
/** Without gaps, each stay where there is most room. */
function drawRotation(random, start, programme) {
    const order = drawOrder(random, programme);
    const lengths = drawLengths(random, programme);
    const places = new Map();
    let from = start;
    return order.map((block) => {
        const to = from + (lengths.get(block) ?? 0);
        const known = places.get(block.place ?? "");
        const stays = random
            .shuffle(known === undefined ? block.units : [known])
            .map((unit) => ({ block, unit, from, to, crowding: crowding({ unit, from, to }) }))
            .sort((a, b) => a.crowding - b.crowding);
        from = to;
        const [stay] = stays;
        if (stay === undefined)
            throw new Error(`Block ${block.id} has no unit.`);
        if (block.place !== undefined)
            places.set(block.place, stay.unit);
        return stay;
    });
}
function drawOrder(random, { blocks, last }) {
    const shuffled = random.shuffle(blocks);
    if (last === undefined || random.int(1, 4) === 1)
        return shuffled;
    const isLast = ({ id }) => id === last;
    return [...shuffled.filter((block) => !isLast(block)), ...shuffled.filter(isLast)];
}
/** Least lengths, and what is left of the whole handed out a half month at a time. */
function drawLengths(random, { blocks, length }) {
    const range = ({ halves }) => typeof halves === "number" ? { min: halves, max: halves } : halves;
    const lengths = new Map(blocks.map((block) => [block, range(block).min]));
    let left = length - [...lengths.values()].reduce((sum, each) => sum + each, 0);
    while (left > 0) {
        const open = blocks.filter((block) => (lengths.get(block) ?? 0) < range(block).max);
        const block = random.pick(open);
        lengths.set(block, (lengths.get(block) ?? 0) + 1);
        left--;
    }
    return lengths;
}
//# sourceMappingURL=deal.js.map