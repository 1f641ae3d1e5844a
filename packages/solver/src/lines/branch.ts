/**
 * Branching, on pooled rows: is there a plan that costs at most a target? Where the linear program gives a
 * doctor parts of several lines, one branch has a stay of hers begin early, the other late. Either leaves
 * arcs out of her graph and nothing else, so that pricing stays a shortest path, and a branch is ended by
 * its prices, exactly (bound.ts). When no doctor is in parts any more, units are chosen.
 */
import { roundUp, WHOLE } from "../tolerance.ts";
import { eliminate } from "./eliminate.ts";
import { type BoundProof, generate } from "./generate.ts";
import type { Master } from "./master.ts";
import { isRuledOut } from "./masters.ts";
import type { Deleted } from "./price.ts";
import type { Profile } from "./profile.ts";
import type { SearchState } from "./search-state.ts";
import { type Part, type Split, sideOf, splitsOf } from "./split-lines.ts";

/** Splits tried before one is taken, unless one has a side that is ended at once; and where none costs anything. */
const TRIED = { most: 8, free: 4 };
/** Points without a plan near them after which it is given up. */
const MISSED = 3;

export interface BranchParams {
  readonly grid: number;
  /** Only plans that cost at most this are wanted. */
  readonly target: number;
  /** Branches whose linear program may be solved. */
  readonly nodeLimit: number;
  /** Looks for a plan near a point; true when there is one that costs at most the target. */
  readonly settle: (point: Branch) => Promise<boolean>;
}

/** `nodes` is how many linear programs it took. */
export interface Branched {
  readonly kind: "found" | "none" | "stopped";
  readonly nodes: number;
}

/** What is left of the graphs, and what its linear program gives everyone. */
export interface Branch {
  readonly deleted: readonly (Deleted | undefined)[];
  readonly proof: BoundProof;
  readonly parts: readonly Part[];
}

/** The master must minimise the tier that is looked at; `proof` is a bound of all plans. */
export async function branch(
  state: SearchState,
  master: Master,
  proof: BoundProof,
  params: BranchParams,
): Promise<Branched> {
  const branching = new Branching(state, master, params);
  const kind = await branching.run(proof);
  closeLines(state, master);
  return { kind, nodes: branching.nodes };
}

class Branching {
  nodes = 0;
  private readonly state: SearchState;
  private readonly master: Master;
  private readonly params: BranchParams;
  private stopped = false;

  constructor(state: SearchState, master: Master, params: BranchParams) {
    this.state = state;
    this.master = master;
    this.params = params;
  }

  /** Depth first. */
  async run(proof: BoundProof): Promise<Branched["kind"]> {
    const open = [this.solve(this.state.deleted, proof) ?? []].flat();
    let missed = 0;
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const splits = splitsOf(this.state.component, next.parts);
      next = { ...next, deleted: this.within(next) };
      if (splits.length > 0) open.push(...this.sides(next, splits));
      else if (await this.params.settle(next)) return "found";
      else if (++missed === MISSED) return "stopped";
      if (this.stopped) return "stopped";
    }
    return this.stopped || missed > 0 ? "stopped" : "none";
  }

  /** What is left of a split that ends a side, else of the one whose sides cost most; the cheaper side comes last. */
  private sides(next: Branch, splits: readonly Split[]): readonly Branch[] {
    let dearest: readonly Branch[] = [];
    let most = Number.NEGATIVE_INFINITY;
    const free = 2 * next.proof.bound;
    for (const [at, split] of splits.slice(0, TRIED.most).entries()) {
      if (at >= TRIED.free && most <= free) break;
      // Of two as cheap, the side that has more of the doctor comes last: it is looked at first.
      const order = split.early > 1 / 2 ? [false, true] : [true, false];
      const sides = order.flatMap((isEarly) => this.side(next, split, isEarly) ?? []);
      if (this.stopped || sides.length < order.length) return sides;
      const cost = sides.reduce((sum, { proof }) => sum + proof.bound, 0);
      if (cost <= most) continue;
      most = cost;
      dearest = sides.sort((a, b) => b.proof.bound - a.proof.bound);
    }
    return dearest;
  }

  private side({ deleted, proof }: Branch, split: Split, isEarly: boolean): Branch | undefined {
    const profile = this.state.component.profiles[split.at] as Profile;
    const side = sideOf(profile, deleted[split.at], split, isEarly);
    return this.solve(deleted.with(split.at, side), proof);
  }

  /** Undefined where no plan costs so little, or where it is stopped. */
  private solve(deleted: Branch["deleted"], before: BoundProof): Branch | undefined {
    const { state, master } = this;
    const { grid, target, nodeLimit } = this.params;
    if (this.nodes >= nodeLimit) this.stopped = true;
    if (this.stopped) return undefined;
    this.nodes++;
    const within: SearchState = { ...state, deleted: [...deleted] };
    closeLines(within, master);
    const rounds = Number.POSITIVE_INFINITY;
    // A bound of more plans is a bound of these.
    const pricing = { grid, cutoff: target, rounds, smoothing: 0.5, proof: before };
    const generated = generate(within, master, pricing);
    if (generated === undefined) {
      this.stopped = true;
      return undefined;
    }
    const { proof, solution } = generated;
    if (roundUp(proof.bound, grid) > target) return undefined;
    const parts = master.lines.flatMap((line, at): Part[] => {
      const share = solution.lines[at] as number;
      return share > WHOLE ? [{ line, share }] : [];
    });
    return { deleted, proof, parts };
  }

  /** What plans that cost at most the target can use of a branch's graphs. */
  private within({ deleted, proof }: Branch): Branch["deleted"] {
    const within: SearchState = { ...this.state, deleted: [...deleted] };
    return eliminate(within, proof, this.params.target - proof.bound).deleted;
  }
}

/** Leaves out of the program the lines that are not in the graphs. */
function closeLines({ component, deleted }: SearchState, master: Master): void {
  const at = new Map(component.profiles.map(({ index }, i) => [index, i]));
  const none = new Map<number, number>();
  master.lines.forEach((line, i) => {
    if (isRuledOut(line, deleted[at.get(line.profile) ?? -1])) none.set(i, 0);
  });
  master.bound(new Map(), none);
}
