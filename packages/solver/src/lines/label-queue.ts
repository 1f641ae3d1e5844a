/** Labels of a search for the cheapest line, best first; of those alike only the cheaper is kept. */

export interface Label {
  /** −1 for a finished line. */
  readonly node: number;
  readonly done: number;
  readonly memory: number;
  readonly cost: number;
  /** Prices of side rows paid so far, beside the cost. */
  readonly extra: number;
  /** No line through here costs less. */
  readonly least: number;
  /** Σ μ of what is not done. */
  readonly rest: number;
  readonly parent: number;
  readonly option: number;
  readonly start: number;
}

/** Memories of the rules a label can tell apart; more would make keys collide. */
const MEMORIES = 2 ** 12;
const MASKS = 2 ** 24;

export class LabelQueue {
  private readonly labels: Label[] = [];
  private readonly heap: number[] = [];
  private readonly known = new Map<number, number>();
  private readonly memories: (readonly number[])[] = [];
  private readonly memoryAt = new Map<string, number>();
  private readonly remembers: boolean;

  constructor(parts: number) {
    this.remembers = parts > 0;
  }

  get size(): number {
    return this.labels.length;
  }

  intern(states: readonly number[]): number {
    if (!this.remembers) return 0;
    const key = states.join();
    const at = this.memoryAt.get(key) ?? this.memories.push(states) - 1;
    this.memoryAt.set(key, at);
    return at;
  }

  statesOf(memory: number): readonly number[] {
    return this.memories[memory] ?? [];
  }

  push(label: Label): void {
    if (label.node >= 0 && label.memory < MEMORIES) {
      const key = (label.node * MEMORIES + label.memory) * MASKS + label.done;
      const known = this.known.get(key);
      if (known !== undefined && known <= label.cost) return;
      this.known.set(key, label.cost);
    }
    this.labels.push(label);
    this.up(this.labels.length - 1);
  }

  /** The label with the least bound that is still the cheapest of its kind, or −1. */
  pop(): number {
    for (;;) {
      const [top] = this.heap;
      if (top === undefined) return -1;
      const last = this.heap.pop() as number;
      if (this.heap.length > 0) this.down(last);
      const label = this.labels[top] as Label;
      if (label.node < 0 || label.memory >= MEMORIES) return top;
      const key = (label.node * MEMORIES + label.memory) * MASKS + label.done;
      if (this.known.get(key) === label.cost) return top;
    }
  }

  /** The best labels, a few, and no others are left. */
  drain(most: number): number[] {
    const best: number[] = [];
    while (best.length < most) {
      const label = this.pop();
      if (label < 0) break;
      best.push(label);
    }
    this.heap.length = 0;
    return best;
  }

  leastOf = (label: number): number => this.at(label).least;
  nodeOf = (label: number): number => this.at(label).node;
  doneOf = (label: number): number => this.at(label).done;
  restOf = (label: number): number => this.at(label).rest;
  extraOf = (label: number): number => this.at(label).extra;
  costOf = (label: number): number => this.at(label).cost;
  memoryOf = (label: number): number => this.at(label).memory;
  startOf = (label: number): number => this.at(label).start;

  /** The options taken on the way to a label. */
  optionsOf(label: number): number[] {
    const options: number[] = [];
    for (let at = label; at >= 0; at = this.at(at).parent) {
      if (this.at(at).option >= 0) options.push(this.at(at).option);
    }
    return options.reverse();
  }

  private at(label: number): Label {
    return this.labels[label] as Label;
  }

  /** Ties go to the longer line: it is nearer its end. */
  private before(a: number, b: number): boolean {
    const one = this.at(a);
    const two = this.at(b);
    return one.least < two.least || (one.least === two.least && a > b);
  }

  private up(label: number): void {
    const { heap } = this;
    let at = heap.push(label) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.before(label, heap[above] as number)) break;
      heap[at] = heap[above] as number;
      at = above;
    }
    heap[at] = label;
  }

  private down(label: number): void {
    const { heap } = this;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && this.before(heap[below + 1] as number, heap[below] as number))
        below++;
      if (!this.before(heap[below] as number, label)) break;
      heap[at] = heap[below] as number;
      at = below;
    }
    heap[at] = label;
  }
}
