/** What rules remember of places: every memory that stays can leave, whatever their order and number. */
import type { Encoding } from "../formulation/encodings.ts";
import type { Stay } from "../formulation/facts.ts";
import type { CostTable } from "./relaxed-costs.ts";

export interface PlaceMemories {
  /** States by rule; the first is that before any stay. */
  readonly memories: readonly (readonly number[])[];
  /** By memory and key: the memory after, or −1 where a rule that must hold is broken, and the cost. */
  readonly next: Int32Array;
  readonly stepCost: Int32Array;
}

/** `samples`: by key, a stay that stands for all of it. */
export function placeMemories(
  steady: readonly Encoding[],
  samples: readonly Stay[],
  costs: CostTable,
): PlaceMemories {
  const memories: (readonly number[])[] = [];
  const known = new Map<string, number>();
  const intern = (memory: readonly number[]): number => {
    const text = memory.join(",");
    const at = known.get(text) ?? memories.push(memory) - 1;
    known.set(text, at);
    return at;
  };
  intern(noneRemembered(steady));
  const next: number[] = [];
  const stepCost: number[] = [];
  for (let at = 0; at < memories.length; at++) {
    for (const stay of samples) {
      const { states, cost } = rememberStay(steady, memories[at] ?? [], stay, costs);
      next.push(cost < 0 ? -1 : intern(states));
      stepCost.push(Math.max(0, cost));
    }
  }
  return { memories, next: Int32Array.from(next), stepCost: Int32Array.from(stepCost) };
}

/** The states before any stay. */
export function noneRemembered(steady: readonly Encoding[]): number[] {
  return steady.map(({ encoding }) => encoding.automaton?.initial ?? 0);
}

/** The states after a stay at a place, and what rules take for it: −1 where one forbids it. */
export function rememberStay(
  steady: readonly Encoding[],
  from: readonly number[],
  stay: Stay,
  costs: CostTable,
): { readonly states: number[]; readonly cost: number } {
  const states = [...from];
  const step = { stay, done: 0, gap: false, idle: 0 };
  const cost = costs.of(steady, ({ encoding }) => {
    const part = steady.findIndex((each) => each.encoding === encoding);
    const after = encoding.automaton?.step(from[part] ?? 0, step);
    states[part] = after?.state ?? 0;
    return after?.broken;
  });
  return { states, cost };
}
