/** What a formulation's search hands back: a plan, what is proven of each tier, and why some have none. */
import type { PartProof, Plan, Progress, Reason, TierId } from "@placera/domain";

export interface Searched {
  readonly plan: Plan;
  /** In the order of the problem's tiers; bounds hold for plans as good in the tiers before. */
  readonly bounds: readonly number[];
  /** What the bounds rest on; undefined where it is the engine's word alone. */
  readonly proofs?: readonly PartProof[];
  /** By index of the doctor: why she has no plan. */
  readonly reasons: ReadonlyMap<number, Reason>;
  readonly components: number;
  readonly lines: number;
  readonly rows: number;
  readonly engine: string;
}

/** What a formulation's search is given beside the problem. */
export interface SearchParams {
  readonly engine: "auto" | "highs" | "jslp";
  readonly seed: number;
  readonly timeLimitMs: number;
  /** Search steps of each independent part. */
  readonly nodeLimit: number;
  readonly memoryLimitMiB: number;
  readonly warmStart: Plan | undefined;
}

/** What a search tells while it runs, and asks. */
export interface SearchHost {
  stopped(): boolean;
  /** Milliseconds since the solve began. */
  elapsed(): number;
  /** Threads that the search may use, this one included. */
  readonly threads: number;
  /** Some part has used up its search steps. */
  exhausted(): void;
  progress(news: {
    readonly stage: Progress["stage"];
    readonly tier?: TierId | undefined;
    readonly component: number;
    readonly components: number;
    readonly lines: number;
    readonly incumbent?: number | undefined;
    readonly bound?: number | undefined;
    readonly tiers?: Progress["tiers"];
  }): void;
  /** Offers a plan and its value by tier; making it is put off until it is wanted. */
  plan(make: () => Plan, value: readonly number[]): void;
  /** These doctors' rotations will not change any more. */
  settled(part: Plan): void;
}
