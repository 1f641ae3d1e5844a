/** The day so many half months after the first. */
export declare function dayText(halves: number): string;
//# sourceMappingURL=half-months.d.ts.map