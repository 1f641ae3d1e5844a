/**
 * Annealing (Kirkpatrick, Gelatt & Vecchi 1983): stays are changed at random, millions of times; what
 * lowers the cost is kept, what raises it ever more seldom. One move is of one doctor or of two who
 * change places; where a unit then misses somebody another doctor follows, and so on (Glover's ejection
 * chains, 1996), and the chain is kept or undone as a whole. Seats may be overrun and doctors missing on
 * the way, at a price. For components of doctors with more choices than can be priced: a pricing takes
 * as long as a thousand moves. It proves nothing.
 */
import { type Assignment, assign, linesByProfile, tally } from "./assignment.ts";
import type { Line } from "./line.ts";
import { Mover, type MoverParts, moverParts } from "./mover.ts";
import { cheapestLine, price, type TierWeights } from "./price.ts";
import type { Profile } from "./profile.ts";
import type { SearchState } from "./search-state.ts";
import { SeatLedger } from "./seat-ledger.ts";
import { weighted } from "./tier-costs.ts";
import { unitPrices } from "./unit-prices.ts";

export interface AnnealParams {
  readonly weights: TierWeights;
  /** The least by which two plans differ. */
  readonly step: number;
  readonly moves: number;
  /** Heat at first, in what a move changes on average. */
  readonly heat: number;
  /** A plan that costs so little is as good as any. */
  readonly target: number;
  /** Known so far, for the news. */
  readonly lines: number;
}

/** Moves between two changes of heat. */
const EVEN = 1_000;
/** Heat at last, in steps. */
const COLD = 0.35;
/** What a doctor missing costs at first, and a place overrun, in what a move changes on average; and at last, in what they cost at first. */
const SOFT = 1.5;
const HARD = 3;
/** The share of the time in which that rises. */
const RISING = 0.25;
/** Moves that are of two who trade, and that fill a place where somebody is missing, of a hundred. */
const TRADES = 40;
const FILLS = 5;
/** Doctors who follow in a chain, and those asked for each. */
const CHAIN = 6;
const ASKED = 4;
/** What a chain may cost with its first doctors to be gone on with, in heats beyond what is kept. */
const HOPE = 1;
/** Moves tried to tell what one changes on average. */
const SAMPLE = 2_000;

/** The best plan found from the state's best, or undefined when none is better. */
export function anneal(state: SearchState, params: AnnealParams): Assignment | undefined {
  return new Annealing(state, params).run();
}

class Annealing {
  private readonly state: SearchState;
  private readonly params: AnnealParams;
  private readonly movers: Mover[] = [];
  /** Lines of those who cannot be moved. */
  private readonly fixed: Line[] = [];
  private readonly ledger: SeatLedger;
  private readonly worstWeight: number;
  /** What somebody bears who cannot be moved. */
  private readonly floor: number;
  /** What movers' lines cost in all, what the one who bears most bears, and what nothing here can change. */
  private lines = 0;
  private worst = 0;
  private readonly rest: number;
  private heat = 0;
  /** What a place overrun costs, and a step of what is missing. */
  private overrun = 0;
  private lacking = 1;
  /** Rows where somebody was missing not long ago. */
  private lacks: number[] = [];
  private readonly chain: Mover[] = [];
  private kept: readonly Int32Array[] | undefined;

  constructor(state: SearchState, params: AnnealParams) {
    const { component, limits } = state;
    const { weights } = params;
    const { worstOff } = component;
    this.state = state;
    this.params = params;
    this.ledger = new SeatLedger(component, limits, weights);
    const known = new Map<Profile, MoverParts | undefined>();
    for (const [profile, line] of linesOf(state, weights)) {
      if (!known.has(profile)) known.set(profile, moverParts(state, profile, weights));
      const parts = known.get(profile);
      if (parts === undefined) {
        this.fixed.push(line);
        this.ledger.takeLine(line, profile, limits);
        continue;
      }
      const mover = new Mover(parts, line);
      for (const option of mover.stays) this.ledger.shift(mover.rows, option, 1);
      this.lines += mover.cost;
      this.movers.push(mover);
    }
    const begun = this.plan(this.movers.map(({ stays }) => stays));
    this.worstWeight = worstOff === undefined ? 0 : worstOff.weight * (weights[worstOff.tier] ?? 0);
    this.floor = Math.max(
      worstOff?.floor ?? 0,
      ...this.fixed.map(({ costs }) => costs[worstOff?.channel ?? -1] ?? 0),
      ...component.profiles.map(({ unplacedBurden }, at) =>
        (begun?.unplaced[at] ?? 0) > 0 ? unplacedBurden : 0,
      ),
    );
    this.worst = this.worstNow();
    this.rest = begun === undefined ? 0 : weighted(begun.value, weights) - this.total();
  }

  run(): Assignment | undefined {
    const { params, ledger, state, movers } = this;
    const { watch } = state;
    if (movers.length === 0) return undefined;
    const change = this.usualChange();
    let least = weighted(state.best.value, params.weights);
    for (let move = 0; move < params.moves; move++) {
      if (move % EVEN === 0) {
        watch.turn({ stage: "improving", lines: params.lines });
        if (watch.stopped()) break;
        this.cool(change, move / params.moves);
      }
      if (!this.step() || ledger.over > 0) continue;
      const cost = this.rest + this.total();
      if (cost >= least) continue;
      least = cost;
      this.kept = movers.map(({ stays }) => stays.slice());
      if (least <= params.target) break;
    }
    return this.kept && this.plan(this.kept);
  }

  /** What moves change on average. */
  private usualChange(): number {
    const { random } = this.state;
    let sum = 0;
    let count = 0;
    for (let tries = 0; tries < SAMPLE; tries++) {
      const mover = this.movers[random.below(this.movers.length)] as Mover;
      if (!mover.propose() || mover.otherCost === mover.cost) continue;
      sum += Math.abs(mover.otherCost - mover.cost);
      count++;
    }
    return count === 0 ? this.params.step : sum / count;
  }

  /** Sets the prices of the moment, by the share of the moves that are made. */
  private cool(change: number, share: number): void {
    const { ledger, state, params } = this;
    const first = params.heat * change;
    const last = Math.min(first, COLD * params.step);
    this.heat = first * (last / first) ** share;
    const late = Math.max(0, 1 - (1 - share) / RISING);
    this.overrun = SOFT * change * (1 + (HARD - 1) * late);
    this.lacking = ledger.dearest === 0 ? 1 : Math.min(1, this.overrun / ledger.dearest);
    this.lacks = [...state.component.wanting.rows].filter((row) => ledger.lacks(row));
  }

  /** One move and who follows; false where it was undone or did not go. */
  private step(): boolean {
    const { ledger, chain } = this;
    const { random } = this.state;
    const most = -this.heat * Math.log(1 - random.next());
    const before = this.now();
    const worst = this.worst;
    ledger.leavings = 0;
    chain.length = 0;
    if (!this.begin()) return false;
    let change = 0;
    for (const mover of chain) change += mover.otherCost - mover.cost;
    const settled = ledger.missing === 0 && ledger.over === 0;
    if (settled && change > most + HOPE * this.heat) return false;
    for (const mover of chain) this.turn(mover);
    for (let follow = 0; ; follow++) {
      if (this.now() - before <= most) return true;
      const next = follow < CHAIN ? this.follower() : undefined;
      if (next === undefined) break;
      chain.push(next);
      this.turn(next);
    }
    for (const mover of chain) this.turn(mover);
    this.worst = worst;
    return false;
  }

  /** Whoever moves first: somebody to where somebody is missing, two who trade, or one alone. */
  private begin(): boolean {
    const { movers, chain, lacks } = this;
    const { random } = this.state;
    const first = movers[random.below(movers.length)] as Mover;
    const draw = random.below(100);
    chain.push(first);
    if (draw < FILLS && lacks.length > 0) {
      return this.fill(first, lacks[random.below(lacks.length)] as number);
    }
    if (draw >= TRADES) return first.propose();
    const second = movers[random.below(movers.length)] as Mover;
    chain.push(second);
    return second !== first && first.trade(second);
  }

  /** Tries some stay that takes a place in a row. */
  private fill(mover: Mover, row: number): boolean {
    const { rowStart, options } = mover.rows;
    const first = rowStart[row] as number;
    const count = (rowStart[row + 1] as number) - first;
    if (count === 0 || !this.ledger.lacks(row)) return false;
    return mover.take(options[first + this.state.random.below(count)] as number);
  }

  /** Somebody who tries to take the place of one who left. */
  private follower(): Mover | undefined {
    const { ledger, movers, chain } = this;
    const { random } = this.state;
    for (let asked = 0; asked < ASKED; asked++) {
      const row = ledger.someLeft(random);
      if (row < 0) return undefined;
      const mover = movers[random.below(movers.length)] as Mover;
      if (!chain.includes(mover) && this.fill(mover, row)) return mover;
    }
    return undefined;
  }

  private turn(mover: Mover): void {
    const { ledger } = this;
    const { stays: had, cost, burden, rows } = mover;
    mover.turn();
    const { stays: has } = mover;
    this.lines += mover.cost - cost;
    for (let i = 0; i < had.length; i++) {
      if (had[i] === has[i]) continue;
      ledger.shift(rows, had[i] as number, -1);
      ledger.shift(rows, has[i] as number, 1);
    }
    if (this.worstWeight === 0) return;
    if (mover.burden > this.worst || burden === this.worst) this.worst = this.worstNow();
  }

  private worstNow(): number {
    let worst = this.floor;
    for (const { burden } of this.movers) if (burden > worst) worst = burden;
    return worst;
  }

  /** What movers, units and the worst-off doctor cost. */
  private total(): number {
    const { missing, crowd } = this.ledger;
    return this.lines + this.worstWeight * this.worst + missing + crowd;
  }

  /** The same at the prices of the moment. */
  private now(): number {
    const { over, missing, crowd } = this.ledger;
    const units = over * this.overrun + missing * this.lacking + crowd;
    return this.lines + this.worstWeight * this.worst + units;
  }

  private plan(stays: readonly Int32Array[]): Assignment | undefined {
    const { movers, fixed, state } = this;
    const lines = movers.map((mover, at) => mover.line(stays[at] as Int32Array));
    if (lines.includes(undefined)) return undefined;
    return assign(state.component, tally([...lines, ...fixed].map((line) => ({ line }))));
  }
}

/** A line for each doctor: her own, or the cheapest one known; none where none is known. */
function linesOf(
  { component, best, works, limits, deleted }: SearchState,
  weights: TierWeights,
): [Profile, Line][] {
  const free = unitPrices(limits, new Float64Array(limits.rows));
  const own = linesByProfile(best.lines);
  return component.profiles.flatMap((profile, at) =>
    profile.doctors.flatMap((): [Profile, Line][] => {
      const line = own.get(profile.index)?.pop();
      const work = works[at];
      if (line !== undefined) return [[profile, line]];
      if (work === undefined) return [];
      price(profile, work, free, weights, deleted[at], 0);
      const cheapest = cheapestLine(profile, work);
      return cheapest === undefined ? [] : [[profile, cheapest]];
    }),
  );
}
