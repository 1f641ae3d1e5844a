/** A line of a relaxed graph from the options it takes, each rule asked anew: it is a line or nothing. */
import { openBetween } from "../formulation/facts.ts";
import type { Line } from "./line.ts";
import type { Profile } from "./profile.ts";
import { stayAt } from "./stay-at.ts";

/** The line that begins in a period and takes these options in turn; undefined where rules forbid it. */
export function lineAlong(
  { graph, index }: Profile,
  start: number,
  options: readonly number[],
): Line | undefined {
  const { relaxed } = graph;
  if (relaxed === undefined) return undefined;
  const { facts, encodings, optionSlot } = relaxed;
  const costs = graph.costs.map(() => 0);
  let forbidden = false;
  const charge = ({ price }: (typeof encodings)[number], broken: number | undefined): void => {
    if (broken === undefined || broken === 0) return;
    if (price === "must") forbidden = true;
    else {
      for (const { channel, weight } of price) {
        costs[channel] = (costs[channel] ?? 0) + broken * weight;
      }
    }
  };
  const states = encodings.map(({ encoding }) => encoding.automaton?.initial ?? 0);
  for (const each of encodings) charge(each, each.encoding.start?.(start));
  let done = 0;
  let at = start;
  for (const option of options) {
    const slot = optionSlot[option] as number;
    const stay = stayAt(graph, facts, slot, option);
    const { requirement, unit, section, from, to } = stay;
    const bit = 1 << requirement.index;
    if ((done & bit) !== 0 || from < at) return undefined;
    const idle = openBetween(facts.periods, at, from);
    const step = { stay, done, gap: idle > 0, idle };
    encodings.forEach((each, e) => {
      const { encoding } = each;
      charge(each, encoding.place?.(requirement, unit, section));
      charge(each, encoding.stay?.(stay));
      charge(each, encoding.step?.(step));
      if (encoding.automaton === undefined) return;
      const next = encoding.automaton.step(states[e] ?? 0, step);
      states[e] = next.state;
      charge(each, next.broken);
    });
    if (forbidden) return undefined;
    done |= bit;
    at = to;
  }
  encodings.forEach((each, e) => {
    const { encoding } = each;
    charge(each, encoding.block?.(start, at));
    charge(each, encoding.whole?.(done));
    charge(each, encoding.automaton?.finish?.(states[e] ?? 0, { start, end: at, done }));
  });
  if (forbidden) return undefined;
  return {
    profile: index,
    start,
    slots: Int32Array.from(options, (option) => optionSlot[option] as number),
    arcs: new Int32Array(0),
    options: Int32Array.from(options),
    costs,
    key: `${index}:${start}:${options.join(",")}`,
  };
}
