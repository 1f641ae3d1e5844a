/** Seeded choices for the instance families and for the order of runs. */
/** The same choices for the same seed (mulberry32). */
export function seededRandom(seed) {
    let state = seed >>> 0;
    const fraction = () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    };
    const int = (min, max) => min + Math.floor(fraction() * (max - min + 1));
    return {
        int,
        pick(items) {
            if (items.length === 0)
                throw new RangeError("Nothing to pick from.");
            return items[int(0, items.length - 1)];
        },
        shuffle: (items) => items
            .map((item) => ({ item, key: fraction() }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item),
    };
}
//# sourceMappingURL=random.js.map