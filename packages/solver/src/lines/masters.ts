/** The linear programs of one component: a small one for bounds, and one of every row where that falls short. */
import type { Line } from "./line.ts";
import { Master } from "./master.ts";
import { type MasterRows, seatRows } from "./master-rows.ts";
import type { Held } from "./master-solution.ts";
import { pooledRows } from "./pooled-rows.ts";
import type { Deleted } from "./price.ts";
import type { OpenProgram, SearchState } from "./search-state.ts";

export class Masters {
  /** Tiers that are done, and the value of each. */
  readonly held: Held[] = [];
  private readonly state: SearchState;
  private readonly program: { readonly open: OpenProgram; readonly seed: number };
  private small: Master | undefined;
  private full: Master | undefined;

  constructor(state: SearchState, program: { readonly open: OpenProgram; readonly seed: number }) {
    this.state = state;
    this.program = program;
  }

  /** Every line that is known. */
  get lines(): readonly Line[] {
    return (this.full ?? this.small)?.lines ?? [];
  }

  /** Those that came up while the small one was solved. */
  get pooledLines(): readonly Line[] {
    return this.small?.lines ?? [];
  }

  get rows(): number {
    return (this.full ?? this.small)?.rows ?? 0;
  }

  /** The one of pooled rows: its whole points need not be plans. */
  async pooled(): Promise<Master> {
    const { component, limits } = this.state;
    this.small ??= await this.begin(
      // A unit that wants doctors has a row of its own, which no pool can stand in for; and pools
      // are made of slots of one requirement.
      component.wanting.rows.length > 0 || isRelaxed(this.state)
        ? seatRows(component, limits)
        : pooledRows(component, limits),
    );
    return this.small;
  }

  /** The one of every row, for bounds where pooled ones fall short, and for dives. */
  async exact(): Promise<Master> {
    const { component, limits } = this.state;
    this.full ??= await this.begin(seatRows(component, limits), this.pooledLines);
    return this.full;
  }

  addPooled(lines: readonly Line[]): void {
    this.small?.add(lines);
  }

  /** Holds a tier at its value, without the lines that are ruled out. */
  hold(held: Held): void {
    const { component, deleted } = this.state;
    this.held.push(held);
    const at = new Map(component.profiles.map(({ index }, i) => [index, i]));
    for (const master of [this.small, this.full]) {
      master?.hold(held);
      master?.bar((line) => isRuledOut(line, deleted[at.get(line.profile) ?? -1]));
    }
  }

  dispose(): void {
    this.small?.dispose();
    this.full?.dispose();
  }

  private async begin(rows: MasterRows, lines: readonly Line[] = []): Promise<Master> {
    const { state, program } = this;
    const opened = await program.open(program.seed);
    const master = new Master(opened, state.component, state.limits, rows);
    for (const held of this.held) master.hold(held);
    master.add(lines);
    return master;
  }
}

/** Has a profile stays to choose from, so that no arcs can be eliminated? */
export function isRelaxed({ component }: SearchState): boolean {
  return component.profiles.some(({ graph }) => graph.relaxed !== undefined);
}

/** Has a profile more sets of stays than pricing can tell apart? Known once everyone has been priced. */
export const isVast = ({ works }: SearchState): boolean =>
  works.some(({ relaxed }) => relaxed?.subset?.tracksAll === false);

/** Does a line use what is left out of its graph? */
export function isRuledOut({ arcs, options }: Line, deleted: Deleted | undefined): boolean {
  if (deleted === undefined) return false;
  return arcs.some((a) => deleted.arcs[a] === 1) || options.some((o) => deleted.options[o] === 1);
}
