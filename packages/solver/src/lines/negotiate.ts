/**
 * Negotiation: everyone takes the line that is best for her, seats may be overrun, and overrun seats
 * grow dearer until nobody overruns them (as wires are routed on chips: McMurchie & Ebeling,
 * PathFinder, 1995). Each turn is one pricing, so thousands are made in the time of one linear
 * program. It proves nothing; it finds plans, or times for them where units are pooled.
 */
import { type Assignment, assign, linesByProfile, tally } from "./assignment.ts";
import { unplacedPrice } from "./bound.ts";
import { heaviestAt } from "./limits.ts";
import type { Line } from "./line.ts";
import { isPooled, type MasterRows, seatRows, type Taken, takenBy } from "./master-rows.ts";
import { cheapestLine, price, type TierWeights } from "./price.ts";
import type { Profile } from "./profile.ts";
import type { SearchState } from "./search-state.ts";
import { SeatPrices } from "./seat-prices.ts";
import { weighted } from "./tier-costs.ts";

export interface NegotiateParams {
  readonly weights: TierWeights;
  /** The cost that prices are raised by at first: the least that two plans differ by, or more where that takes long. */
  readonly unit: number;
  /**
   * What is negotiated for: every row, or pools of them. Where units are pooled it ends in times that
   * fit, not in a plan.
   */
  readonly rows?: MasterRows | undefined;
  /** Prices by row of the limits to begin with: those that prove a bound tell where seats are scarce. */
  readonly guide: Float64Array;
  /** Plan to begin from; else everyone chooses anew. */
  readonly from?: Assignment | undefined;
  readonly turns: number;
  /** Only plans that cost less are wanted. */
  readonly below: number;
  /** A plan that costs so little is as good as any. */
  readonly target: number;
  /**
   * How many must be left out, where it is known that some must: so many places there are outside,
   * which are negotiated for as seats are. 0 where nobody need be out: who leaves then stays away.
   */
  readonly outside?: number | undefined;
}

/**
 * Passes without fewer doctors in conflict before prices rise faster, and by how much. Nearly everyone
 * is in a pool that is overrun until hardly any is, so there it tells little to wait.
 */
const STUCK = { units: 12, pools: 1 };
const FASTER = 1.5;
/** Prices begin at no more than this share of what being left out costs: else all would rather leave. */
const LEAVING = { units: 0.002, pools: 0.1 };
/** After a plan: what is kept of the prices raised, and the share of doctors who choose anew. */
const KEPT = 0.5;
const ANEW = 0.3;
/** What the seats are worth to those who choose anew, in units: a tie-break. */
const FAINT = 0.01;

/** The best plan found, or undefined when none cost less than `below`. */
export function negotiate(state: SearchState, params: NegotiateParams): Assignment | undefined {
  return new Negotiation(state, params).run();
}

/** One doctor and the line she has at present; none when unplaced. */
interface Party {
  readonly profile: Profile;
  readonly at: number;
  line: Line | undefined;
  /** Of the rows that can bind. */
  taken: Taken | undefined;
}

class Negotiation {
  private readonly state: SearchState;
  private readonly params: NegotiateParams;
  private readonly parties: Party[];
  private readonly rows: MasterRows;
  private readonly by: "units" | "pools";
  /** The rows that can be overrun, and the pools. */
  private readonly scarce: Int32Array;
  private readonly seats: SeatPrices;
  /** By row: doctors there, and what being overrun has added to its price. */
  private readonly use: Int32Array;
  private readonly raised: Float64Array;
  /** By row: how many places may be taken for any doctor to fit beside them. */
  private readonly room: Float64Array;
  private readonly unit: number;
  /** What a row overrun by one costs beside what was raised, and what a pass raises it by. */
  private present: number;
  private step: number;
  /** Places outside, doctors there, and what being overrun has added to their price. */
  private readonly outside: number;
  private out = 0;
  private outRaised = 0;

  constructor(state: SearchState, params: NegotiateParams) {
    const { component, limits } = state;
    const rows = params.rows ?? seatRows(component, limits);
    this.state = state;
    this.params = params;
    this.rows = rows;
    this.by = isPooled(rows) ? "pools" : "units";
    const pools = rows.pools.map((_, pool) => limits.rows + pool);
    this.scarce = Int32Array.from([...component.rows, ...pools]);
    this.seats = new SeatPrices(limits, rows.pools);
    for (const row of component.rows) this.seats.raise(row, params.guide[row] as number);
    this.use = new Int32Array(rows.capacity.length);
    this.raised = new Float64Array(rows.capacity.length);
    this.room = new Float64Array(rows.capacity.length);
    for (const row of this.scarce) {
      const own = row < limits.rows ? row : (rows.pools[row - limits.rows]?.[0] ?? -1);
      this.room[row] = (rows.capacity[row] as number) - heaviestAt(limits, own);
    }
    this.unit = Math.min(params.unit, (params.weights[0] ?? 1) * LEAVING[this.by]);
    this.present = this.unit;
    this.step = this.unit;
    this.outside = params.outside ?? 0;
    this.parties = component.profiles.flatMap((profile, at) =>
      profile.doctors.map(() => ({ profile, at, line: undefined, taken: undefined })),
    );
    this.out = this.parties.length;
    this.reprice();
  }

  run(): Assignment | undefined {
    const { params, state } = this;
    let turns = this.begin();
    let best: Assignment | undefined;
    let cost = params.below;
    let fewest = Number.POSITIVE_INFINITY;
    let stuck = 0;
    while (turns < params.turns && !state.watch.stopped()) {
      const inConflict = this.parties.filter((party) => this.overruns(party));
      if (inConflict.length === 0) {
        const found = this.plan();
        const foundCost = weighted(found.value, params.weights);
        if (foundCost < cost) {
          best = found;
          cost = foundCost;
          if (cost <= params.target) break;
        }
        turns += this.stir();
        fewest = Number.POSITIVE_INFINITY;
        stuck = 0;
        continue;
      }
      if (inConflict.length < fewest) {
        fewest = inConflict.length;
        stuck = 0;
      } else if (++stuck >= STUCK[this.by]) {
        this.step *= FASTER;
        stuck = 0;
      }
      for (const party of this.shuffle(inConflict)) {
        if (!this.overruns(party)) continue;
        this.choose(party);
        turns++;
      }
      this.raise();
    }
    return best;
  }

  /** Everyone has a line; answers how many turns it took. */
  private begin(): number {
    const lines = linesByProfile(this.params.from?.lines ?? []);
    let turns = 0;
    for (const party of this.shuffle([...this.parties])) {
      const line = lines.get(party.profile.index)?.pop();
      if (line === undefined) {
        this.choose(party);
        turns++;
      } else {
        this.take(party, line);
      }
    }
    return turns;
  }

  /** Seats lose half of what they were raised by, and some doctors choose as if they were free. */
  private stir(): number {
    for (const row of this.scarce) this.raised[row] = KEPT * (this.raised[row] as number);
    this.outRaised *= KEPT;
    this.step = this.unit;
    this.present = FAINT * this.unit;
    this.reprice();
    const some = this.shuffle([...this.parties]).slice(
      0,
      Math.max(2, Math.round(ANEW * this.parties.length)),
    );
    for (const party of some) this.choose(party);
    this.present = this.unit;
    this.reprice();
    return some.length;
  }

  private raise(): void {
    const { capacity } = this.rows;
    for (const row of this.scarce) {
      if ((this.use[row] as number) <= (capacity[row] as number)) continue;
      this.raised[row] = (this.raised[row] as number) + this.step;
      this.setPrice(row);
    }
    if (this.crowdedOut()) this.outRaised += this.step;
  }

  /** Are there more outside than must be? */
  private crowdedOut(): boolean {
    return this.outside > 0 && this.out > this.outside;
  }

  /** What leaving costs: dearer when as many have left as must. */
  private leaving(profile: Profile): number {
    const alone = unplacedPrice(profile, this.params.weights);
    const over = this.outside > 0 ? this.out + 1 - this.outside : 0;
    return over > 0 ? alone + over * (this.present + this.outRaised) : alone;
  }

  private reprice(): void {
    for (const row of this.scarce) this.setPrice(row);
  }

  /** What one more doctor in the row pays beside the guide. */
  private setPrice(row: number): void {
    const over = (this.use[row] as number) - (this.room[row] as number);
    const conflict = over > 0 ? over * (this.present + (this.raised[row] as number)) : 0;
    this.seats.set(row, conflict);
  }

  /** Takes the line that is best for her as the others are. */
  private choose(party: Party): void {
    const { works, deleted, limits, random } = this.state;
    const work = works[party.at];
    if (work === undefined) return;
    this.shift(party, -1);
    const { weights } = this.params;
    const prices = this.seats.current();
    const turn = random.below(limits.periods);
    const { profile } = party;
    const cost = price(profile, work, prices, weights, deleted[party.at], turn);
    this.take(party, cost < this.leaving(profile) ? cheapestLine(profile, work) : undefined);
  }

  private take(party: Party, line: Line | undefined): void {
    const { profile } = party;
    party.line = line;
    party.taken = line && takenBy(line, profile, this.rows);
    this.shift(party, 1);
  }

  private shift({ taken }: Party, by: number): void {
    if (taken === undefined) return;
    this.out -= by;
    const { rows, places } = taken;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      this.use[row] = (this.use[row] as number) + by * (places[i] as number);
      this.setPrice(row);
    }
  }

  private overruns({ taken }: Party): boolean {
    if (taken === undefined) return this.crowdedOut();
    const { capacity } = this.rows;
    for (const row of taken.rows) {
      if ((this.use[row] as number) > (capacity[row] as number)) return true;
    }
    return false;
  }

  private plan(): Assignment {
    return assign(this.state.component, tally(this.parties));
  }

  private shuffle(parties: Party[]): Party[] {
    for (let i = parties.length - 1; i > 0; i--) {
      const j = this.state.random.below(i + 1);
      const one = parties[i] as Party;
      parties[i] = parties[j] as Party;
      parties[j] = one;
    }
    return parties;
  }
}
