/**
 * What a doctor bears, remembered along a line: where a tier looks at a function of each doctor's own
 * burden, such as its square, stays that bear differently are told apart and what was borne so far is
 * part of the memory. A line's cost is then still a sum over its parts.
 */
import type { LineAutomaton, LineEncoding, LineEnd, LineStep } from "../rules/rule.ts";

/** A part of the burden: how badly something is broken, so many times. */
export interface Bearing {
  readonly encoding: LineEncoding;
  readonly weight: number;
}

interface State {
  readonly burden: number;
  /** Of the parts that have a memory of their own. */
  readonly memory: readonly number[];
}

/** An encoding that counts `of` of the burden at the end of a line. */
export function encodeBurden(
  bearings: readonly Bearing[],
  of: (burden: number) => number,
): LineEncoding {
  const timed = bearings.some(({ encoding }) => encoding.stay !== undefined);
  return {
    asksDone: bearings.some(({ encoding }) => encoding.asksDone === true),
    remembers: (requirement, unit, section) =>
      [
        ...(timed ? [unit.id, section] : []),
        ...bearings.flatMap(({ encoding: { place, remembers } }) => [
          place?.(requirement, unit, section) ?? 0,
          remembers?.(requirement, unit, section) ?? "",
        ]),
      ].join("|"),
    automaton: countBurden(bearings, of),
  };
}

function countBurden(bearings: readonly Bearing[], of: (burden: number) => number): LineAutomaton {
  const states: State[] = [];
  const numbers = new Map<string, number>();
  const number = (state: State): number => {
    const key = `${state.burden}:${state.memory.join(",")}`;
    const known = numbers.get(key) ?? states.push(state) - 1;
    numbers.set(key, known);
    return known;
  };
  const initial = number({
    burden: 0,
    memory: bearings.map(({ encoding }) => encoding.automaton?.initial ?? 0),
  });
  return {
    initial,
    step(state, step) {
      const before = states[state] as State;
      let { burden } = before;
      const memory = bearings.map(({ encoding, weight }, at) => {
        const { broken, state: next } = brokenBy(encoding, step, before.memory[at] ?? 0);
        burden += weight * broken;
        return next;
      });
      return { state: number({ burden, memory }), broken: 0 };
    },
    finish(state, end) {
      const { burden, memory } = states[state] as State;
      if (end === undefined) throw new Error("What is borne depends on how the line ends.");
      const atEnd = bearings.reduce(
        (sum, { encoding, weight }, at) => sum + weight * brokenAtEnd(encoding, end, memory[at]),
        0,
      );
      return of(burden + atEnd);
    },
  };
}

function brokenBy(
  { place, stay: whenever, step: bySteps, automaton }: LineEncoding,
  step: LineStep,
  memory: number,
): { readonly broken: number; readonly state: number } {
  const { stay } = step;
  const next = automaton?.step(memory, step) ?? { state: memory, broken: 0 };
  const broken =
    (place?.(stay.requirement, stay.unit, stay.section) ?? 0) +
    (whenever?.(stay) ?? 0) +
    (bySteps?.(step) ?? 0) +
    next.broken;
  return { broken, state: next.state };
}

const brokenAtEnd = (
  { start, block, whole, automaton }: LineEncoding,
  end: LineEnd,
  memory: number | undefined,
): number =>
  (start?.(end.start) ?? 0) +
  (block?.(end.start, end.end) ?? 0) +
  (whole?.(end.done) ?? 0) +
  (automaton?.finish?.(memory ?? 0, end) ?? 0);
