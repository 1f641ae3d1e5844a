/** Two of her own: one in three is for an order, the others for a unit. */
export const ownWishes = (random, { blocks }) => Array.from({ length: 2 }, () => drawWish(random, blocks));
export const noWishes = () => [];
/** Everyone the same: the first unit for the longest block, and the first block before the second. */
export const sameWishes = (_random, { blocks }) => {
    const [first, then] = blocks;
    const longest = [...blocks].sort((a, b) => Number(b.halves) - Number(a.halves))[0];
    const unit = longest?.units[0];
    if (first === undefined || then === undefined || longest === undefined || unit === undefined) {
        throw new Error("A programme has two blocks and each a unit.");
    }
    return [
        { kind: "unit", requirement: longest.id, unit: unit.id, weight: 2 },
        { kind: "order", first: first.id, then: then.id, weight: 1 },
    ];
};
function drawWish(random, blocks) {
    const weight = random.int(1, 5);
    const [block, other] = random.shuffle(blocks);
    const own = block.units.map(({ id }) => id);
    return random.int(1, 3) === 1
        ? { kind: "order", first: block.id, then: other.id, weight }
        : { kind: "unit", requirement: block.id, unit: random.pick(own), weight };
}
//# sourceMappingURL=wishes.js.map