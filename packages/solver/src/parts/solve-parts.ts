/** The line formulation of a whole problem: split, solved part by part on the threads there are, merged. */
import { setTimeout as sleep } from "node:timers/promises";
import { type Problem, tiersOf } from "@placera/domain";
import type { SearchStage } from "../lines/begin-lines.ts";
import { solveAllLines } from "../lines/solve-all-lines.ts";
import type { Searched, SearchHost, SearchParams } from "../searched.ts";
import { createBoard } from "./board.ts";
import { type Parts, type PartsHost, runParts } from "./run-parts.ts";
import { splitProblem } from "./split.ts";
import {
  boundsOf,
  mergeParts,
  nothingYet,
  type PartStanding,
  planOf,
  valuesOf,
} from "./standing.ts";
import { startTeam, type Team, type Told } from "./team.ts";

/** When dividing is worth it; measured in docs/decisions/0013. */
export interface PartSizes {
  /** Doctors below which parts are put together. */
  readonly leastDoctors: number;
  /** Doctors for whom one more thread is worth its start. */
  readonly doctorsPerThread: number;
}
const PART_SIZES: PartSizes = { leastDoctors: 64, doctorsPerThread: 250 };
/** Milliseconds between two looks at what the others have sent, and between two lines of progress. */
const LISTEN_EVERY_MS = 20;
const TELL_EVERY_MS = 100;
/** How long threads that were asked to stop are waited for, in milliseconds. */
const LAST_WORDS_MS = 1_200;

export async function solveParts(
  problem: Problem,
  params: SearchParams,
  host: SearchHost,
  { leastDoctors, doctorsPerThread }: PartSizes = PART_SIZES,
): Promise<Searched> {
  if (params.engine === "jslp") return solveAllLines(problem, params, host);
  const parts = { problem, doctors: largestFirst(splitProblem(problem, leastDoctors)) };
  const worth = Math.max(1, Math.floor(problem.doctors.length / doctorsPerThread));
  const threads = Math.min(host.threads, parts.doctors.length, worth);
  const lead = new Lead(parts, params, { host, helpers: threads - 1 });
  try {
    await lead.run();
  } finally {
    await lead.close();
  }
  return mergeParts(problem, lead.standings);
}

function largestFirst(parts: readonly number[][]): number[][] {
  return [...parts].sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
}

/** The thread that leads: it works off parts like the others, and knows how all of them stand. */
class Lead implements PartsHost {
  readonly standings: PartStanding[];
  private readonly parts: Parts;
  private readonly params: SearchParams;
  private readonly host: SearchHost;
  private readonly board;
  private readonly team: Team | undefined;
  private listenedAt = 0;
  private toldAt = Number.NEGATIVE_INFINITY;
  private stopping = false;

  constructor(
    parts: Parts,
    params: SearchParams,
    { host, helpers: count }: { readonly host: SearchHost; readonly helpers: number },
  ) {
    this.parts = parts;
    this.params = params;
    this.host = host;
    this.standings = parts.doctors.map(nothingYet);
    this.board = createBoard(parts.doctors.length);
    const { problem, doctors } = parts;
    if (count < 1) return;
    this.team = startTeam({
      count,
      heapLimitMiB: params.memoryLimitMiB,
      task: { problem, doctors, params, board: this.board, remainingMs: this.remainingMs() },
      onTold: (message) => this.heard(message),
    });
  }

  async run(): Promise<void> {
    await runParts(this.parts, this.params, this.board, this);
    const { team } = this;
    if (team === undefined) return;
    const patient = (): boolean => !this.stopped() || this.sinceStop() < LAST_WORDS_MS;
    for (team.listen(); !team.ended() && patient(); team.listen()) {
      await sleep(LISTEN_EVERY_MS);
    }
  }

  async close(): Promise<void> {
    await this.team?.close();
  }

  stopped(): boolean {
    this.listen();
    if (this.stopping) return true;
    if (!this.host.stopped()) return false;
    this.stopping = true;
    this.stoppedAt = this.host.elapsed();
    this.team?.askToStop();
    return true;
  }

  private stoppedAt = 0;
  private sinceStop(): number {
    return this.host.elapsed() - this.stoppedAt;
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
    this.offer();
  }

  private listen(): void {
    if (this.team === undefined) return;
    const at = this.host.elapsed();
    if (at - this.listenedAt < LISTEN_EVERY_MS) return;
    this.listenedAt = at;
    this.team.listen();
  }

  private heard(message: Told): void {
    if (message.kind === "exhausted") this.host.exhausted();
    else {
      const own = this.standings[message.part] as PartStanding;
      own.standing = message.standing;
      if (message.kind === "turn") this.tell(message.stage);
      else {
        own.plan = () => message.plan;
        if (message.kind === "done") own.end = message.end;
        this.offer();
      }
    }
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
    const open = values?.findIndex((value, k) => value > (bounds[k] ?? 0)) ?? -1;
    this.host.progress({
      stage,
      tier: tiers[open],
      component: Math.min(total("components"), total("done") + 1),
      components: total("components"),
      lines: total("lines"),
      incumbent: values?.[open],
      bound: bounds[open],
    });
  }
}
