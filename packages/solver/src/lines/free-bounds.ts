/** What tiers cost at the least with every seat free: prices of nothing, which prove it as any prices do. */
import { alikeUnder } from "./alike.ts";
import { only } from "./blend.ts";
import { priceAll } from "./bound.ts";
import type { BoundProof } from "./generate.ts";
import type { TierWeights } from "./price.ts";
import type { SearchState } from "./search-state.ts";

export class FreeBounds {
  private readonly state: SearchState;
  /** By tier: with nothing ruled out. */
  private readonly known: BoundProof[] = [];
  /** By row: nothing. */
  private readonly rows: Float64Array;

  constructor(state: SearchState) {
    this.state = state;
    this.rows = new Float64Array(state.limits.rows);
  }

  /** Of one tier. */
  of(tier: number): BoundProof {
    const { state } = this;
    const isWhole = state.deleted.every((each) => each === undefined);
    const known = isWhole ? this.known[tier] : undefined;
    if (known !== undefined) return known;
    const found = this.under(only(tier, state.tiers));
    if (isWhole) this.known[tier] = found;
    return found;
  }

  /** Of tiers together. */
  under(weights: TierWeights): BoundProof {
    const { state, rows } = this;
    const pricing = { rows, weights, held: 0 };
    const alike = alikeUnder(state, weights);
    return { ...pricing, bound: priceAll(state, { ...pricing, alike }).bound };
  }
}
