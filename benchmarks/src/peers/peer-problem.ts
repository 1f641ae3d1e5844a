/** The problem as a peer with variables for times and places is handed it: blocks, stays and seats in periods. */

export interface PeerProblem {
  readonly name: string;
  readonly periods: number;
  readonly tiers: readonly string[];
  /** By unit: the number of its site. */
  readonly siteOfUnit: readonly number[];
  readonly doctors: readonly PeerDoctor[];
  readonly seats: readonly PeerSeats[];
  readonly splits: readonly PeerSplit[];
}

export interface PeerDoctor {
  readonly id: string;
  /** What leaving her out costs, by tier. */
  readonly unplaced: readonly number[];
  /** By boundary: open periods before it. Stays follow without a gap when it is the same. */
  readonly open: readonly number[];
  /** Allowed blocks: first boundary, last boundary, then costs by tier. */
  readonly blocks: readonly (readonly number[])[];
  /** Owed stays, each made once: any place with any time of one group. */
  readonly stays: readonly { readonly id: string; readonly groups: readonly PeerGroup[] }[];
  readonly orders: readonly PeerOrder[];
  /** No open period between two stays, nor between the block's start and the first one. */
  readonly unbroken: boolean;
  /** Different units at most; null is no limit. */
  readonly maxPlaces: number | null;
  /** Stays, by number, that must be at one site. */
  readonly base: readonly number[];
}

export interface PeerGroup {
  readonly places: readonly {
    readonly unit: number;
    readonly section: string;
    readonly costs: readonly number[];
  }[];
  /** First and last boundary. */
  readonly times: readonly (readonly [from: number, to: number])[];
}

/** `later` begins after every one of `earlier`, or it costs, once. Without costs it must. */
export interface PeerOrder {
  readonly earlier: readonly number[];
  readonly later: number;
  /** By tier. */
  readonly costs: readonly number[] | null;
}

/** At most so many of the doctors at the unit in each period; null is no limit. */
export interface PeerSeats {
  readonly unit: number;
  readonly doctors: readonly number[];
  readonly seats: readonly (number | null)[];
}

/** At most so many of the doctors have their base at the site. */
export interface PeerSplit {
  readonly site: number;
  readonly doctors: readonly number[];
  readonly atMost: number;
}

/** The problem has something that this language has no words for. */
export class TooRich extends Error {}
