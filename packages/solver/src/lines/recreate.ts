/**
 * Ruin and recreate (Schrimpf et al. 2000): some doctors who compete for the same seats give up their
 * lines, and each in turn takes the one that is best for her in the seats that are free; what is no worse
 * is kept. One step is a few pricings. For components whose linear programs take long. It proves nothing.
 */
import { type Assignment, assign, linesByProfile, tally } from "./assignment.ts";
import { priceOf, unplacedPrice } from "./bound.ts";
import { heaviestAt, lackingAt } from "./limits.ts";
import { eachRow, type Line } from "./line.ts";
import { cheapestLine, price, type TierWeights } from "./price.ts";
import type { Profile } from "./profile.ts";
import type { SearchState } from "./search-state.ts";
import { SeatPrices } from "./seat-prices.ts";
import { weighted } from "./tier-costs.ts";

export interface RecreateParams {
  readonly weights: TierWeights;
  /** Prices by row that prove a bound: what a free seat is worth to others. */
  readonly guide: Float64Array;
  readonly steps: number;
  /** A plan that costs so little is as good as any. */
  readonly target: number;
}

/** What a full row costs: more than any line saves, and sums of it are exact. */
const FULL = 2 ** 24;
/** Doctors who choose anew in one step. */
const FEWEST = 2;
const MOST = 6;
/** Steps between which others' worth of free seats stays the same, and what it may be a share of. */
const SAME = 25;
const SHARES = [0, 0.25, 0.5, 1];

interface Party {
  readonly profile: Profile;
  readonly at: number;
  line: Line | undefined;
}

/** The best plan found from the state's best, or undefined when none is better. */
export function recreate(state: SearchState, params: RecreateParams): Assignment | undefined {
  return new Recreation(state, params).run();
}

class Recreation {
  private readonly state: SearchState;
  private readonly params: RecreateParams;
  private readonly parties: Party[];
  private readonly seats: SeatPrices;
  private readonly use: Int32Array;
  /** By row: what a doctor less than it wants costs its unit. */
  private readonly lacking: Float64Array;
  private share = 0;

  constructor(state: SearchState, params: RecreateParams) {
    const { component, limits, best } = state;
    this.state = state;
    this.params = params;
    this.seats = new SeatPrices(limits);
    this.use = new Int32Array(limits.rows);
    this.lacking = new Float64Array(limits.rows);
    for (const row of component.wanting.rows) {
      this.lacking[row] = priceOf(lackingAt(limits, row), params.weights);
    }
    const own = linesByProfile(best.lines);
    this.parties = component.profiles.flatMap((profile, at) =>
      profile.doctors.map(() => ({ profile, at, line: own.get(profile.index)?.pop() })),
    );
    for (const party of this.parties) this.shift(party.line, party.profile, 1);
  }

  run(): Assignment | undefined {
    const { state, params } = this;
    const { random, watch } = state;
    let cost = weighted(state.best.value, params.weights);
    let least = cost;
    let best: Assignment | undefined;
    for (let step = 0; step < params.steps && !watch.stopped(); step++) {
      if (step % SAME === 0) this.reprice(SHARES[random.below(SHARES.length)] ?? 0);
      const ruined = this.ruin(FEWEST + random.below(MOST - FEWEST + 1));
      const before = ruined.map(({ line }) => line);
      for (const party of ruined) this.shift(party.line, party.profile, -1);
      for (const party of ruined) {
        this.choose(party);
        this.shift(party.line, party.profile, 1);
      }
      if (ruined.every(({ line }, i) => line?.key === before[i]?.key)) continue;
      const found = this.plan();
      const foundCost = weighted(found.value, params.weights);
      if (foundCost > cost) {
        for (const party of ruined) this.shift(party.line, party.profile, -1);
        ruined.forEach((party, i) => {
          party.line = before[i];
          this.shift(party.line, party.profile, 1);
        });
        continue;
      }
      cost = foundCost;
      if (cost >= least) continue;
      least = cost;
      best = found;
      if (least <= params.target) break;
    }
    return best;
  }

  /** Some doctor, and others by how much they compete with her; those left out come first. */
  private ruin(size: number): Party[] {
    const { random, limits } = this.state;
    const first = this.parties[random.below(this.parties.length)] as Party;
    const wanted = new Set<number>();
    if (first.line !== undefined)
      eachRow(first.line, first.profile, limits, (row) => wanted.add(row));
    const others = this.parties
      .filter((party) => party !== first)
      .map((party) => {
        let shared = 1;
        if (party.line !== undefined) {
          eachRow(party.line, party.profile, limits, (row) => {
            if (wanted.has(row)) shared += 1;
          });
        }
        return { party, score: (party.line === undefined ? FULL : shared) * random.next() };
      })
      .sort((one, other) => other.score - one.score)
      .slice(0, size - 1)
      .map(({ party }) => party);
    return [first, ...others];
  }

  /** Takes the line that is best for her in the seats that are free. */
  private choose(party: Party): void {
    const { works, deleted, limits, random } = this.state;
    const { weights } = this.params;
    const { profile, at } = party;
    const work = works[at];
    party.line = undefined;
    if (work === undefined) return;
    const prices = this.seats.current();
    const turn = random.below(limits.periods);
    const cost = price(profile, work, prices, weights, deleted[at], turn);
    if (cost >= Math.min(FULL / 2, unplacedPrice(profile, weights))) return;
    const line = cheapestLine(profile, work);
    if (line !== undefined && this.fits(line, profile)) party.line = line;
  }

  private fits(line: Line, profile: Profile): boolean {
    const { limits } = this.state;
    let free = true;
    eachRow(line, profile, limits, (row, places) => {
      if ((this.use[row] as number) + places > (limits.capacity[row] as number)) free = false;
    });
    return free;
  }

  private shift(line: Line | undefined, profile: Profile, by: number): void {
    if (line === undefined) return;
    eachRow(line, profile, this.state.limits, (row, places) => {
      this.use[row] = (this.use[row] as number) + by * places;
      this.setPrice(row);
    });
  }

  private reprice(share: number): void {
    this.share = share;
    for (const row of this.state.component.rows) this.setPrice(row);
    for (const row of this.state.component.wanting.rows) this.setPrice(row);
  }

  private setPrice(row: number): void {
    const { limits } = this.state;
    const used = this.use[row] as number;
    const isFull = used + heaviestAt(limits, row) > (limits.capacity[row] as number);
    const lacks = used < (limits.least[row] as number);
    const worth = Math.max(0, this.params.guide[row] as number);
    this.seats.set(
      row,
      isFull ? FULL : lacks ? -(this.lacking[row] as number) : this.share * worth,
    );
  }

  private plan(): Assignment {
    return assign(this.state.component, tally(this.parties));
  }
}
