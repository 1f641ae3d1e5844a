/** Lines along the states that sets of stays were priced in: what states cost from there on guides the way. */
import type { LineGraph } from "./line-graph.ts";
import type { LineMemory } from "./line-memory.ts";
import type { MemoryLayer } from "./set-memories.ts";
import type { SubsetPricer } from "./subset-price.ts";

/** A stay that a path of so many stays can go on with. */
interface Onward {
  readonly option: number;
  readonly time: number;
  readonly set: number;
  readonly memory: number;
  /** What the rules remember that paths do not ask about. */
  readonly places: number;
  readonly done: number;
  /** What the path costs with it, and at the least to its end. */
  readonly cost: number;
  readonly least: number;
}

interface Path {
  readonly time: number;
  readonly set: number;
  readonly memory: number;
  readonly places: number;
  readonly done: number;
  readonly cost: number;
}

export class SubsetLines {
  private readonly pricer: SubsetPricer;
  private readonly requirementOf: Int32Array;
  private readonly before: readonly number[];
  private readonly places: LineMemory | undefined;

  /** `places` tells what rules ask that the sets' memories do not; left out where they remember all. */
  constructor(graph: LineGraph, pricer: SubsetPricer, places: LineMemory | undefined) {
    this.pricer = pricer;
    this.places = places;
    this.requirementOf = graph.optionRequirement;
    this.before = pricer.shape.before;
  }

  private start(): Path {
    const { states, tables } = this.pricer;
    return {
      time: states.first,
      set: 0,
      memory: 0,
      places: 0,
      done: 0,
      cost: tables.source[0] as number,
    };
  }

  /** Calls with every stay that can come next and costs no more than `upTo` to the end; nothing is done twice. */
  private eachOnward(
    path: Path,
    n: number,
    cost: Float64Array,
    upTo: () => number,
    visit: (next: Onward) => boolean,
  ): boolean {
    const { states, periods, shape, tables } = this.pricer;
    const { sets, cellStart, cellTo, cellKey, cellFrom, cellOptions } = states;
    const { stays, sizeStart, stepFrom, stepClass, stepTo, classes } = sets;
    const { keys, layers } = shape.memories;
    const { arc } = tables;
    const layer = layers[n] as MemoryLayer;
    const { memory: m, done } = path;
    const set = (sizeStart[n] as number) + path.set;
    let paid = path.cost;
    for (let from = path.time; ; ) {
      if (!(paid + this.pricer.onward(from, n, path.set, m) <= upTo())) return true;
      for (let i = stepFrom[set] as number; i < (stepFrom[set + 1] as number); i++) {
        const cell = from * classes + (stepClass[i] as number);
        const after = stepTo[i] as number;
        for (let c = cellStart[cell] as number; c < (cellStart[cell + 1] as number); c++) {
          const key = cellKey[c] as number;
          const memory = layer.after[m * keys + key] as number;
          if (memory < 0) continue;
          const to = cellTo[c] as number;
          const time = n + 1 === stays ? to : (periods.nextOpen[to] ?? periods.count);
          const left = this.pricer.onward(time, n + 1, after, memory);
          const step = paid + (arc[layer.cost[m * keys + key] as number] as number);
          if (!(left < Number.POSITIVE_INFINITY)) continue;
          for (let j = cellFrom[c] as number; j < (cellFrom[c + 1] as number); j++) {
            const option = cellOptions[j] as number;
            const reached = step + (cost[option] as number);
            const least = reached + left;
            if (!(least <= upTo())) continue;
            const requirement = this.requirementOf[option] as number;
            const bit = 1 << requirement;
            if ((done & bit) !== 0 || ((this.before[requirement] ?? 0) & ~done) !== 0) continue;
            const places =
              this.places?.after(path.places, this.places.optionKey[option] as number) ?? 0;
            if (places < 0) continue;
            const next = {
              option,
              time,
              set: after,
              memory,
              places,
              done: done | bit,
              cost: reached,
              least,
            };
            if (!visit(next)) return false;
          }
        }
      }
      const later = periods.nextOpen[from + 1] ?? periods.count;
      if (!this.pricer.canWait(later)) return true;
      paid += arc[shape.idle] as number;
      from = later;
    }
  }

  /**
   * Depth first: calls with the options of every line that costs no more than `upTo`, as it is by then.
   * False where it took more steps than given.
   */
  eachWithin(
    cost: Float64Array,
    upTo: () => number,
    most: number,
    visit: (options: readonly number[]) => boolean,
  ): boolean {
    const { stays } = this.pricer.states.sets;
    const options: number[] = [];
    let steps = 0;
    const extend = (path: Path, n: number): boolean =>
      this.eachOnward(path, n, cost, upTo, (next) => {
        if (++steps > most) return false;
        options.push(next.option);
        const goesOn = n + 1 < stays ? extend(next, n + 1) : visit(options);
        options.pop();
        return goesOn;
      });
    return extend(this.start(), 0);
  }

  /**
   * By how many stays are done: of paths alike only the cheaper goes on, and of all no more than `width`
   * of those that cost no more than `upTo` to their end. Nothing is missed where none had to be dropped;
   * with `all` it is given up where one has to be.
   */
  front(cost: Float64Array, { width, upTo, all = false }: FrontParams): Front {
    const { stays } = this.pricer.states.sets;
    let isComplete = true;
    let paths: readonly Step[] = [{ ...this.start(), option: -1, least: 0, from: undefined }];
    for (let n = 0; n < stays && paths.length > 0; n++) {
      let next = new Map<number, Step>();
      let worst = upTo;
      for (const from of paths) {
        this.eachOnward(
          from,
          n,
          cost,
          () => worst,
          (step) => {
            const key = (step.time * MEMORIES + step.memory) * MASKS + step.done;
            const known = next.get(key);
            if (known !== undefined && known.least <= step.least) return true;
            next.set(key, { ...step, from });
            if (next.size < SPARE * width) return true;
            isComplete = false;
            if (all) return false;
            next = new Map(cheapest(next, width));
            worst = Math.min(worst, [...next.values()].at(-1)?.least ?? worst);
            return true;
          },
        );
      }
      isComplete &&= next.size <= width;
      if (all && !isComplete) return { isComplete, lines: [] };
      paths = cheapest(next, width).map(([, step]) => step);
    }
    return { isComplete, lines: paths.map(optionsTo) };
  }
}

export interface FrontParams {
  readonly width: number;
  readonly upTo: number;
  readonly all?: boolean;
}

export interface Front {
  /** Is every line there, of those alike one, that costs no more than was asked? */
  readonly isComplete: boolean;
  /** The options of each line. */
  readonly lines: readonly (readonly number[])[];
}

interface Step extends Onward {
  readonly from: Step | undefined;
}

/** More than memories there are (set-memories.ts), and than masks of requirements. */
const MEMORIES = 2 ** 13;
const MASKS = 2 ** 30;
/** Paths are sorted out when there are so many times as may go on. */
const SPARE = 4;

const cheapest = (steps: ReadonlyMap<number, Step>, most: number): [number, Step][] =>
  [...steps].sort(([, one], [, other]) => one.least - other.least).slice(0, most);

function optionsTo(end: Step): number[] {
  const options: number[] = [];
  for (let step: Step | undefined = end; step !== undefined; step = step.from) {
    if (step.option >= 0) options.push(step.option);
  }
  return options.reverse();
}
