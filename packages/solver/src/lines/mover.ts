/** A doctor whose stays are changed at random: what she has, what she might have instead, and what each costs. */
import type { Line } from "./line.ts";
import { lineAlong } from "./line-along.ts";
import type { TierWeights } from "./price.ts";
import type { Profile } from "./profile.ts";
import type { SearchState } from "./search-state.ts";
import { type OptionRows, optionRows } from "./seat-ledger.ts";
import { StayCosts } from "./stay-costs.ts";
import { StayMoves } from "./stay-moves.ts";
import { StayOptions } from "./stay-options.ts";

/** What the movers of one profile share. */
export interface MoverParts {
  readonly profile: Profile;
  readonly costs: StayCosts;
  readonly moves: StayMoves;
  readonly rows: OptionRows;
}

/** Undefined where a rule asks more of a line than its places, its order and its gaps. */
export function moverParts(
  { component, limits, random }: SearchState,
  profile: Profile,
  weights: TierWeights,
): MoverParts | undefined {
  const { graph } = profile;
  const burden = component.worstOff?.channel ?? -1;
  const costs = StayCosts.of(profile, { weights, burden });
  if (costs === undefined || graph.relaxed === undefined) return undefined;
  const { requirements } = graph.relaxed.facts.programme;
  const kind = Int32Array.from(requirements, ({ group }) => (group === undefined ? 0 : group + 1));
  const options = new StayOptions(graph, costs, { requirements: kind.length, random });
  const moves = new StayMoves({ costs, options, kind, random });
  return { profile, costs, moves, rows: optionRows(profile, graph.relaxed.optionSlot, limits) };
}

export class Mover {
  readonly rows: OptionRows;
  stays: Int32Array;
  cost: number;
  burden: number;
  /** What she had, or might have: `turn` makes one the other. */
  other: Int32Array;
  otherCost: number;
  private otherBurden: number;
  private readonly parts: MoverParts;

  constructor(parts: MoverParts, line: Line) {
    const { costs, rows } = parts;
    this.parts = parts;
    this.rows = rows;
    this.stays = Int32Array.from(line.options);
    this.other = this.stays.slice();
    if (!costs.measure(this.stays)) throw new Error("A line that its own rules forbid.");
    this.cost = this.otherCost = costs.cost;
    this.burden = this.otherBurden = costs.burden;
  }

  /** Tries some move; false where rules forbid it. */
  propose(): boolean {
    const { moves } = this.parts;
    this.copy();
    return moves.propose(this.other) && this.measure();
  }

  /** Tries the option given. */
  take(option: number): boolean {
    this.copy();
    return this.parts.moves.take(this.other, option) && this.measure();
  }

  /** Both try what the other does in some time. */
  trade(partner: Mover): boolean {
    this.copy();
    partner.copy();
    const { moves } = this.parts;
    return (
      moves.trade(this.other, partner.parts.moves, partner.other) &&
      this.measure() &&
      partner.measure()
    );
  }

  /** What she tried becomes what she has; or, once more, the other way. */
  turn(): void {
    const { stays, cost, burden } = this;
    this.stays = this.other;
    this.cost = this.otherCost;
    this.burden = this.otherBurden;
    this.other = stays;
    this.otherCost = cost;
    this.otherBurden = burden;
  }

  /** The line of these stays. */
  line(stays: Int32Array): Line | undefined {
    const { profile } = this.parts;
    return lineAlong(profile, profile.graph.sourceStart[0] as number, [...stays]);
  }

  /** By hand: for so few, setting one array to another takes longer than a move. */
  private copy(): void {
    const { stays, other } = this;
    for (let i = 0; i < stays.length; i++) other[i] = stays[i] as number;
  }

  private measure(): boolean {
    const { costs } = this.parts;
    if (!costs.measure(this.other)) return false;
    this.otherCost = costs.cost;
    this.otherBurden = costs.burden;
    return true;
  }
}
