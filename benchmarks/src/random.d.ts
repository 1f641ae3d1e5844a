/** Seeded choices for the instance families and for the order of runs. */
export interface Random {
    /** A whole number, both ends included. */
    int(min: number, max: number): number;
    pick<T>(items: readonly T[]): T;
    /** The items in an order of its own. */
    shuffle<T>(items: readonly T[]): T[];
}
/** The same choices for the same seed (mulberry32). */
export declare function seededRandom(seed: number): Random;
//# sourceMappingURL=random.d.ts.map