/** The line formulation of a whole problem: split, solved part by part on the threads there are, merged. */
import { setTimeout as sleep } from "node:timers/promises";
import { type Problem, type TierId, tiersOf } from "@placera/domain";
import type { SearchStage } from "../lines/begin-lines.ts";
import { solveAllLines } from "../lines/solve-all-lines.ts";
import type { Searched, SearchHost, SearchParams } from "../searched.ts";
import { type BoardMemory, countFree, createBoard } from "./board.ts";
import { type EarlyCounts, earlyCounts, shownOf } from "./early-counts.ts";
import { HelpingThread } from "./helping-thread.ts";
import { type Parts, type PartsHost, runParts } from "./run-parts.ts";
import { LEAST_DOCTORS, splitProblem } from "./split.ts";
import {
  boundsOf,
  mergeParts,
  nothingYet,
  type PartStanding,
  planOf,
  valuesOf,
} from "./standing.ts";
import { startTeam, type Team, type Told } from "./team.ts";

/** When dividing is worth it; measured in docs/decisions/0014. */
export interface PartSizes {
  /** Doctors below which parts are put together. */
  readonly leastDoctors: number;
  /** Doctors from which other threads are started at once. */
  readonly manyDoctors: number;
  /** With fewer they are started when the solve has taken so long, in milliseconds. */
  readonly lateMs: number;
}
const PART_SIZES: PartSizes = { leastDoctors: LEAST_DOCTORS, manyDoctors: 1_000, lateMs: 700 };
/** Milliseconds between two looks at what the others have sent, and between two lines of progress. */
const LISTEN_EVERY_MS = 20;
const TELL_EVERY_MS = 100;
/** How long threads that were asked to stop are waited for, in milliseconds. */
const LAST_WORDS_MS = 700;

export async function solveParts(
  problem: Problem,
  params: SearchParams,
  host: SearchHost,
  sizes: PartSizes = PART_SIZES,
): Promise<Searched> {
  if (params.engine === "jslp") return solveAllLines(problem, params, host);
  const parts = { problem, doctors: largestFirst(splitProblem(problem, sizes.leastDoctors)) };
  const startMs = problem.doctors.length < sizes.manyDoctors ? sizes.lateMs : 0;
  const lead = new Lead(parts, params, host, startMs);
  try {
    await lead.run();
  } finally {
    await lead.close();
  }
  const ends = lead.standings.map((standing, at) => ({
    ...standing,
    doctors: parts.doctors[at] ?? [],
  }));
  return mergeParts(problem, ends, shownOf(problem, lead.early, ends));
}

function largestFirst(parts: readonly number[][]): number[][] {
  return [...parts].sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
}

/** The thread that leads: it works off parts like the others, and knows how all of them stand. */
class Lead implements PartsHost {
  readonly standings: PartStanding[];
  /** What counting showed before anything was begun here. */
  early: EarlyCounts = { counts: [], short: 0 };
  private readonly parts: Parts;
  private readonly params: SearchParams;
  private readonly host: SearchHost;
  private readonly board: BoardMemory;
  /** When other threads are started, in milliseconds from the solve's beginning. */
  private readonly startMs: number;
  private team: Team | undefined;
  private listenedAt = Number.NEGATIVE_INFINITY;
  private toldAt = Number.NEGATIVE_INFINITY;
  private stoppedAt: number | undefined;

  constructor(parts: Parts, params: SearchParams, host: SearchHost, startMs: number) {
    this.parts = parts;
    this.params = params;
    this.host = host;
    this.startMs = startMs;
    this.standings = parts.doctors.map(nothingYet);
    this.board = createBoard(parts.doctors.length);
  }

  async run(): Promise<void> {
    // The others take in the problem and begin while this thread counts.
    this.attend();
    this.early = earlyCounts(this.parts.problem);
    if (this.early.short > 0) this.tell("bounding");
    await runParts(this.parts, this.params, this.board, this);
    const { team } = this;
    if (team === undefined) return;
    // One that has found nothing to do need not even have started.
    const isOver = (): boolean => {
      const stopping = this.stopped();
      const waited = this.host.elapsed() - (this.stoppedAt ?? this.host.elapsed());
      return this.isDone() || team.ended(stopping) || waited > LAST_WORDS_MS;
    };
    for (team.listen(); !isOver(); team.listen()) await sleep(LISTEN_EVERY_MS);
  }

  async close(): Promise<void> {
    await this.team?.close(this.isDone());
  }

  private isDone(): boolean {
    return this.standings.every(({ end }) => end !== undefined);
  }

  stopped(): boolean {
    if (this.stoppedAt !== undefined) return true;
    this.attend();
    if (!this.host.stopped()) return false;
    this.stoppedAt = this.host.elapsed();
    this.team?.askToStop();
    return true;
  }

  remainingMs(): number {
    return this.params.timeLimitMs - this.host.elapsed();
  }

  exhausted(): void {
    this.host.exhausted();
  }

  better(part: number, search: Parameters<PartsHost["better"]>[1]): void {
    const own = this.standings[part] as PartStanding;
    own.standing = search.standing();
    own.plan = () => search.plan();
    this.offer();
  }

  turn(part: number, search: Parameters<PartsHost["turn"]>[1], stage: SearchStage): void {
    const at = this.host.elapsed();
    if (at - this.toldAt < TELL_EVERY_MS) return;
    this.toldAt = at;
    const own = this.standings[part] as PartStanding;
    own.standing = search.standing();
    this.tell(stage);
  }

  done(...[part, search, end]: Parameters<PartsHost["done"]>): void {
    const own = this.standings[part] as PartStanding;
    const plan = search.plan();
    // The search itself, with its graphs, is not kept.
    Object.assign(own, { standing: search.standing(), plan: () => plan, end });
    this.ended(own);
  }

  /** Starts the others when it is time to, and takes in what they have sent. */
  private attend(): void {
    const at = this.host.elapsed();
    if (at - this.listenedAt < LISTEN_EVERY_MS) return;
    this.listenedAt = at;
    if (this.team === undefined && at >= this.startMs) this.startTeam();
    this.team?.listen();
  }

  private startTeam(): void {
    const count = Math.min(this.host.threads - 1, countFree(this.board) - 1);
    if (count < 1) return;
    const { problem, doctors } = this.parts;
    const { params, board } = this;
    const threads = Array.from({ length: count }, () => HelpingThread.take(params.memoryLimitMiB));
    this.team = startTeam({
      threads,
      task: { problem, doctors, params, board, remainingMs: this.remainingMs() },
      onTold: (message) => this.heard(message),
    });
  }

  private heard(message: Told): void {
    if (message.kind === "exhausted") this.host.exhausted();
    else {
      const own = this.standings[message.part] as PartStanding;
      own.standing = message.standing;
      if (message.kind === "turn") this.tell(message.stage);
      else {
        const { plan } = message;
        if (plan !== undefined) own.plan = () => plan;
        if (message.kind === "done") {
          own.end = message.end;
          this.ended(own);
        } else this.offer();
      }
    }
  }

  /** A part has ended. Its plan is looked at while others are at work: when all are done this thread is alone. */
  private ended({ plan }: PartStanding): void {
    if (plan !== undefined && !this.isDone()) this.host.settled(plan());
    this.offer();
  }

  /** Offers the plan of all parts, once each has one. */
  private offer(): void {
    const values = valuesOf(this.standings);
    if (values !== undefined)
      this.host.plan(() => planOf(this.parts.problem, this.standings), values);
  }

  private tell(stage: SearchStage): void {
    const tiers = tiersOf(this.parts.problem);
    const values = valuesOf(this.standings);
    const bounds = boundsOf(this.standings);
    const total = (of: "components" | "done" | "lines"): number =>
      this.standings.reduce((sum, { standing }) => sum + (standing?.[of] ?? 0), 0);
    // The tier that is worked on is the first with a gap.
    // Until every part has a plan there is what counting showed, and nothing else.
    const counted = values === undefined && this.early.short > 0;
    const open = values?.findIndex((value, k) => value > (bounds[k] ?? 0)) ?? (counted ? 0 : -1);
    const bound = counted ? this.early.short : bounds[open];
    this.host.progress({
      stage,
      tier: tiers[open],
      component: Math.min(total("components"), total("done") + 1),
      components: total("components"),
      lines: total("lines"),
      incumbent: values?.[open],
      bound,
      tiers: values?.map((value, k) => ({
        tier: tiers[k] as TierId,
        value,
        bound: bounds[k] ?? 0,
      })),
    });
  }
}
