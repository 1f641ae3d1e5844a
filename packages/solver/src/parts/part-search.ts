/** The search of one part in this thread. It can be paused, so that many parts share a thread. */
import type { Plan, Problem } from "@placera/domain";
import { openLinearProgram } from "@placera/milp";
import {
  type BegunLines,
  beginLines,
  type LinesEnd,
  type SearchStage,
  type Standing,
} from "../lines/begin-lines.ts";
import { explainWithoutLines } from "../lines/explain.ts";
import { restrict } from "./restrict.ts";

export interface PartParams {
  readonly seed: number;
  /** Search steps of each part. */
  readonly nodeLimit: number;
  readonly warmStart: Plan | undefined;
}

/** What a part's search tells, and asks of whoever runs it. */
export interface PartWatch {
  stopped(): boolean;
  /** Its search steps are used up. */
  exhausted(): void;
  better(): void;
  turn(stage: SearchStage): void;
}

export class PartSearch {
  readonly doctors: readonly number[];
  /** Called where the search may rest; answers whether it shall. */
  private mayRest: () => boolean = () => false;
  private readonly begun: BegunLines;
  private steps = 0;
  private running: Promise<LinesEnd> | undefined;
  private wake: (() => void) | undefined;
  private rested: () => void = () => undefined;

  /** Begins the part: builds its graphs and places its doctors for a start. */
  constructor(
    problem: Problem,
    doctors: readonly number[],
    { seed, nodeLimit, warmStart }: PartParams,
    watch: PartWatch,
  ) {
    this.doctors = doctors;
    const usedUp = (): boolean => this.steps > nodeLimit;
    this.begun = beginLines(
      restrict(problem, doctors),
      {
        seed,
        warmStarts: warmStart === undefined ? [] : [warmStart],
        withoutLines: (at) => explainWithoutLines(problem, doctors[at] ?? -1),
      },
      {
        stopped: () => usedUp() || watch.stopped(),
        step: () => {
          this.steps++;
          if (usedUp()) watch.exhausted();
          return !usedUp();
        },
        better: () => watch.better(),
        turn: (stage) => watch.turn(stage),
        // Between two linear programs is where a search can rest: what it finds does not depend on it.
        open: async (program) => {
          await this.rest();
          return openLinearProgram({ seed: program });
        },
      },
    );
  }

  /** Looks for a first good plan, as going would at first. */
  prepare(): void {
    this.begun.prepare();
  }

  plan(): Plan {
    return this.begun.plan();
  }

  standing(): Standing {
    return this.begun.standing();
  }

  /** Goes on until it is done, with reasons by index in the whole problem, or rests. */
  async go(mayRest: () => boolean): Promise<LinesEnd | "resting"> {
    this.mayRest = mayRest;
    const rested = new Promise<"resting">((resolve) => {
      this.rested = () => resolve("resting");
    });
    const { wake } = this;
    this.wake = undefined;
    if (wake !== undefined) wake();
    this.running ??= this.begun.run();
    const ended = await Promise.race([this.running, rested]);
    if (ended === "resting") return ended;
    const reasons = [...ended.reasons].map(
      ([at, reason]) => [this.doctors[at] as number, reason] as const,
    );
    return { ...ended, reasons: new Map(reasons) };
  }

  private async rest(): Promise<void> {
    if (!this.mayRest()) return;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
      this.rested();
    });
  }
}
