/**
 * Which part is whose, in memory that all threads of a solve share: no thread waits for another to
 * be told what is left. Who takes what changes how long it takes, never what comes out.
 */

/** Word 0 is how many parts have been begun; after it one word a part. */
const BEGUN = 0;
const FIRST = 1;
const FREE = 0;
const TAKEN = 1;

export type BoardMemory = Int32Array<SharedArrayBuffer>;

/** For parts that are begun in this order: 0, 1, 2, … */
export function createBoard(parts: number): BoardMemory {
  return new Int32Array(new SharedArrayBuffer((FIRST + parts) * Int32Array.BYTES_PER_ELEMENT));
}

/** The next part that nobody has begun; undefined when there is none. */
export function nextToBegin(board: BoardMemory): number | undefined {
  const at = Atomics.add(board, BEGUN, 1);
  return at < board.length - FIRST ? at : undefined;
}

/** Takes a part to search it to its end; false when another thread has. */
export function take(board: BoardMemory, part: number): boolean {
  return Atomics.compareExchange(board, FIRST + part, FREE, TAKEN) === FREE;
}

/** Takes the first part that nobody has; undefined when there is none. */
export function takeAny(board: BoardMemory): number | undefined {
  for (let part = 0; part < board.length - FIRST; part++) if (take(board, part)) return part;
  return undefined;
}

/** How many parts nobody has taken. */
export function countFree(board: BoardMemory): number {
  let free = 0;
  for (let at = FIRST; at < board.length; at++) if (Atomics.load(board, at) === FREE) free++;
  return free;
}
