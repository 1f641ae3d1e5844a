/** A problem that was taken apart, begun: it has a first plan, and can be searched. */
import type { PartProof, Plan, Reason } from "@placera/domain";
import type { Assignment } from "./assignment.ts";
import type { ComponentResult } from "./component-result.ts";
import { decode, encode } from "./decode.ts";
import type { Divided } from "./divide.ts";
import { explainShortage } from "./explain.ts";
import type { OpenProgram } from "./search-state.ts";
import { watchedRows } from "./seat-count.ts";
import { type BegunComponent, beginComponent } from "./solve-component.ts";
import { writeProof } from "./write-proof.ts";

/** What is found and proven so far of doctors who are apart from all others. */
export interface Share {
  /** By tier. */
  readonly values: readonly number[];
  /** By tier: no plan of theirs that is as good in the tiers before can be below this. */
  readonly bounds: readonly number[];
  /** By tier: no plan of theirs whatever can be below this. */
  readonly unconditional: readonly number[];
}

export interface Standing {
  readonly shares: readonly Share[];
  readonly components: number;
  /** Components that have had their turn. */
  readonly done: number;
  readonly lines: number;
  readonly rows: number;
}

export type SearchStage = "bounding" | "diving" | "improving" | "closing";

export interface LinesWatch {
  stopped(): boolean;
  /** Takes one search step; false when they are used up. */
  step(): boolean;
  /** There is a better plan. */
  better(): void;
  /** Called at each turn of a loop; cheap. */
  turn(stage: SearchStage): void;
  readonly open: OpenProgram;
}

export interface BegunLines {
  plan(): Plan;
  standing(): Standing;
  /** Looks for a first good plan of each component, as running would at first. */
  prepare(): void;
  /** Component by component until proven or stopped. */
  run(): Promise<LinesEnd>;
}

export interface LinesEnd {
  /** Why doctors are unplaced, by index. */
  readonly reasons: ReadonlyMap<number, Reason>;
  /** What the bounds rest on, component by component. */
  readonly proofs: readonly PartProof[];
}

export interface LinesParams {
  readonly seed: number;
  /** Plans to begin from, where they are better than what is found without. */
  readonly warmStarts: readonly Plan[];
  /** The tier up to which a search is of use only where nothing is dearer than with every seat free. */
  readonly idealUpTo?: number | undefined;
  /** Why a doctor (by index) has no line at all. */
  readonly withoutLines: (doctor: number) => Reason;
}

/** Begins with what a problem was divided into: every component has a plan. */
export function beginDivided(divided: Divided, params: LinesParams, watch: LinesWatch): BegunLines {
  const { problem, limits, profiles, components, deserted } = divided;
  const counted = divided.counts.flatMap(({ rows }) => rows);
  const results: (ComponentResult | undefined)[] = components.map(() => undefined);
  let ready = false;
  let linesNow = 0;
  const begun: readonly BegunComponent[] = components.map((component, at) =>
    beginComponent(component, limits, {
      seed: params.seed + at,
      counted: watchedRows(component, limits, counted),
      open: watch.open,
      warm: params.warmStarts.map((plan) => encode(problem, component, plan)),
      idealUpTo: params.idealUpTo,
      previous: problem.previousPlan && encode(problem, component, problem.previousPlan),
      watch: {
        stopped: () => watch.stopped(),
        step: () => watch.step(),
        better: () => {
          if (ready) watch.better();
        },
        turn: ({ stage, lines }) => {
          linesNow = lines;
          watch.turn(stage);
        },
      },
    }),
  );
  ready = true;
  // What units cost where nobody can be is a share that nobody bears.
  const nobodys: Share = { values: deserted, bounds: deserted, unconditional: deserted };

  let made: { readonly of: readonly Assignment[]; readonly plan: Plan } | undefined;
  return {
    // Asked for again, as long as nothing is better, it is the same one: whoever has seen it knows.
    plan() {
      const of = begun.map((each) => each.best());
      if (made === undefined || of.some((best, at) => best !== made?.of[at])) {
        made = { of, plan: decode(problem, profiles, of) };
      }
      return made.plan;
    },
    standing() {
      const done = results.filter((result) => result !== undefined);
      const rows = done.reduce((sum, result) => sum + result.rows, 0);
      return {
        shares: [
          nobodys,
          ...begun.map((each) => ({
            values: each.best().value,
            bounds: each.bounds(),
            unconditional: each.unconditional,
          })),
        ],
        components: components.length,
        done: done.length,
        lines: Math.max(
          linesNow,
          done.reduce((sum, { lines }) => sum + lines, 0),
        ),
        rows,
      };
    },
    prepare() {
      for (const each of begun) each.prepare();
    },
    async run() {
      // Small ones first: most of a region is proven while the hardest is still open.
      const order = components.map((_, at) => at);
      order.sort((a, b) => (components[a]?.doctors ?? 0) - (components[b]?.doctors ?? 0) || a - b);
      for (const at of order) {
        // Stopped, one that a count bounds still hands over what shows it.
        if (watch.stopped() && begun[at]?.counted !== true) continue;
        results[at] = await begun[at]?.run();
      }
      const proofs = components.flatMap((component, at) => {
        const result = results[at];
        return result === undefined ? [] : writeProof(divided, component, result);
      });
      return { reasons: explain(divided, results, params), proofs };
    },
  };
}

function explain(
  divided: Divided,
  results: readonly (ComponentResult | undefined)[],
  { withoutLines }: LinesParams,
): ReadonlyMap<number, Reason> {
  const { components } = divided;
  const proven = results.some((result) => (result?.tiers[0]?.bound ?? 0) > 0);
  const reasons = new Map<number, Reason>();
  results.forEach((result, at) => {
    const component = components[at];
    if (result === undefined || component === undefined) return;
    component.profiles.forEach((profile, i) => {
      const out = result.best.unplaced[i] ?? 0;
      const doctors = profile.doctors.slice(profile.doctors.length - out);
      if (doctors.length === 0) return;
      const found = { shortage: result.shortage, proven };
      const reason =
        profile.graph.sinks.length === 0
          ? withoutLines(profile.doctors[0] ?? -1)
          : explainShortage(divided, found, profile);
      for (const doctor of doctors) reasons.set(doctor, reason);
    });
  });
  return reasons;
}
