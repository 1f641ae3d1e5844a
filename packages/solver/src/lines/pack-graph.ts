/** Parts of a graph → typed arrays. */
import type { SectionId } from "@placera/domain";
import { noCosts } from "./cost-sizes.ts";
import type { Arc, End, Node, Slot } from "./graph-parts.ts";
import type { LineGraph, TierCosts } from "./line-graph.ts";

/** Whether a node leads on to an end, while what does not is left out. */
const ALIVE = 0;

/** Keeps what lies on a path from a source to a sink and lays it out in typed arrays. */
export function pack(
  order: readonly Node[],
  sources: readonly End[],
  sinks: readonly End[],
  tiers: number,
): LineGraph {
  for (const { node } of sinks) node.at = ALIVE;
  for (let i = order.length - 1; i >= 0; i--) {
    const node = order[i] as Node;
    if (node.arcs.some(({ head }) => head.at === ALIVE)) node.at = ALIVE;
  }
  const kept = order.filter((node) => node.at === ALIVE);
  const arcs: Arc[] = [];
  const tails: number[] = [];
  const slots: Slot[] = [];
  kept.forEach((node, at) => {
    for (const arc of node.arcs) {
      if (arc.head.at < 0) continue;
      tails.push(at);
      arcs.push(arc);
      if (arc.slot.at >= 0) continue;
      arc.slot.at = slots.length;
      slots.push(arc.slot);
    }
  });
  // Only now: above, what is not alive is what is below zero.
  kept.forEach((node, at) => {
    node.at = at;
  });
  const begun = sources.filter(({ node }) => node.at >= 0);
  const places = layOut(slots);
  const { options } = places;
  return {
    nodes: kept.length,
    nodeTime: numbersOf(kept, ({ time }) => time),
    nodeDone: numbersOf(kept, ({ done }) => done),
    sources: numbersOf(begun, ({ node }) => node.at),
    sourceStart: numbersOf(begun, ({ node }) => node.start),
    sinks: numbersOf(sinks, ({ node }) => node.at),
    arcTail: Int32Array.from(tails),
    arcHead: numbersOf(arcs, ({ head }) => head.at),
    arcSlot: numbersOf(arcs, ({ slot }) => slot.at),
    slotRequirement: numbersOf(slots, ({ requirement }) => requirement),
    slotFrom: numbersOf(slots, ({ from }) => from),
    slotTo: numbersOf(slots, ({ to }) => to),
    ...places.arrays,
    costs: Array.from(
      { length: tiers },
      (_, k): TierCosts => ({
        source: costsIn(begun, k),
        sink: costsIn(sinks, k),
        arc: costsIn(arcs, k),
        option: costsIn(options, k),
      }),
    ),
  };
}

/** The options of slots, one after another. */
function layOut(slots: readonly Slot[]) {
  const options = slots.flatMap((slot) => slot.options);
  const sections: SectionId[] = [];
  const optionStart = new Int32Array(slots.length + 1);
  const optionRequirement = new Int32Array(options.length);
  const optionUnit = new Int32Array(options.length);
  const optionSection = new Int32Array(options.length);
  let o = 0;
  slots.forEach(({ requirement, options: own }, at) => {
    for (const { unit, section } of own) {
      let index = sections.indexOf(section);
      if (index < 0) index = sections.push(section) - 1;
      optionRequirement[o] = requirement;
      optionUnit[o] = unit.index;
      optionSection[o] = index;
      o++;
    }
    optionStart[at + 1] = o;
  });
  return {
    options,
    arrays: { optionStart, optionRequirement, optionUnit, optionSection, sections },
  };
}

/** As `Int32Array.from` does, which takes several times as long over so few. */
function numbersOf<Part>(parts: readonly Part[], of: (part: Part) => number): Int32Array {
  const numbers = new Int32Array(parts.length);
  for (let at = 0; at < parts.length; at++) numbers[at] = of(parts[at] as Part);
  return numbers;
}

function costsIn(
  parts: readonly { readonly costs: readonly number[] }[],
  tier: number,
): Float64Array {
  let costs: Float64Array | undefined;
  for (let at = 0; at < parts.length; at++) {
    const cost = parts[at]?.costs[tier] ?? 0;
    if (cost === 0) continue;
    costs ??= new Float64Array(parts.length);
    costs[at] = cost;
  }
  return costs ?? noCosts(parts.length);
}
