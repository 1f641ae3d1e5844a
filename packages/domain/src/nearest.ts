/** Did you mean …? The candidate closest to a misspelt word. */

/** As parameters of an issue: `{ nearest }`, or nothing when no candidate is close. */
export function nearest(word: string, candidates: Iterable<string>): { readonly nearest?: string } {
  const limit = Math.min(3, Math.floor(word.length / 3) + 1);
  let best: string | undefined;
  let fewest = limit + 1;
  for (const candidate of candidates) {
    if (candidate === word || Math.abs(candidate.length - word.length) >= fewest) continue;
    const edits = editDistance(word, candidate);
    if (edits >= fewest) continue;
    best = candidate;
    fewest = edits;
  }
  return best === undefined ? {} : { nearest: best };
}

/** Levenshtein's distance: letters put in, left out or changed. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
