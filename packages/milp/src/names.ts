/** Readable names ↔ names that every reader of LP and MPS text accepts. */

/** The safe name of each item, and the way back. */
export interface SafeNames {
  /** In the order of the names given; unique. */
  readonly safe: readonly string[];
  /** The readable name behind a safe one, or undefined. */
  toReadable(safe: string): string | undefined;
}

// Longer names are cut by some readers, which would merge two variables without a word.
const LONGEST_NAME = 200;

const RESERVED = new Set(
  (
    "bin binaries binary bound bounds end free gen general generals inf infinity infinite int integer integers " +
    "max maximise maximize maximum min minimise minimize minimum rows columns rhs ranges endata marker " +
    "sec section semi semis semi_continuous sin sos sos1 sos2 st s.t. s.t st. subject such that to"
  ).split(" "),
);

/**
 * Makes safe names. Letters (å ä ö too), digits, `_ . ( ) ,` stay; every other sign becomes `_`, since
 * HiGHS' LP reader rejects a hyphen and aborts on `[`, `:` and `/`. Names that would collide get a number.
 */
export function createSafeNames(names: readonly string[], taken: Iterable<string> = []): SafeNames {
  const used = new Set<string>(taken);
  const readable = new Map<string, string>();
  const nextNumber = new Map<string, number>();
  const safe = names.map((name) => {
    const base = toSafe(name);
    let candidate = base;
    while (used.has(candidate)) {
      const n = nextNumber.get(base) ?? 2;
      nextNumber.set(base, n + 1);
      candidate = `${base}_${n}`;
    }
    used.add(candidate);
    readable.set(candidate, name);
    return candidate;
  });
  return { safe, toReadable: (name) => readable.get(name) };
}

/** One safe name, not yet unique. */
export function toSafe(name: string): string {
  const mapped = name
    .normalize("NFC")
    .replace(/[^\p{L}\p{Nd}_.(),]/gu, "_")
    .slice(0, LONGEST_NAME);
  // A digit, a point or `e5` at the start reads as a number; a bracket or comma reads as nothing at all.
  const startsLikeNumber = !/^[\p{L}_]/u.test(mapped) || /^[eE]\d/.test(mapped);
  return startsLikeNumber || RESERVED.has(mapped.toLowerCase()) ? `n_${mapped}` : mapped;
}
