/** What every peer in Node says to the harness, from inside its own process. */
import { readFileSync } from "node:fs";
import type { PeerReply, PeerRequest, PeerSolved } from "./peer.ts";

/** One timed solve: its clock, its better plans, its tiers. */
export class PeerClock {
  best: readonly number[] | undefined;
  private readonly limitMs: number;
  private readonly say: (reply: PeerReply) => void;
  private readonly began = performance.now();
  private readonly cpu = cpuMs();
  private readonly bounds: number[] = [];
  private settled = true;

  constructor(limitMs: number, say: (reply: PeerReply) => void) {
    this.limitMs = limitMs;
    this.say = say;
  }

  leftMs(): number {
    return Math.max(0, this.limitMs - (performance.now() - this.began));
  }

  /** A plan with these values by tier; answers whether it is the best so far. */
  better(values: readonly number[]): boolean {
    if (this.best !== undefined && !isBetter(values, this.best)) return false;
    this.best = values;
    this.say({ kind: "better", atMs: performance.now() - this.began, values });
    return true;
  }

  /** What is proven of the next tier; of one after an unproven tier nothing is. */
  tier(bound: number, optimal: boolean): void {
    this.bounds.push(this.settled ? bound : 0);
    this.settled &&= optimal;
  }

  solved(answer: PeerSolved["answer"], rows: number, columns: number): PeerSolved {
    return {
      kind: "solved",
      finished: this.settled,
      values: this.best ?? null,
      bounds: this.bounds,
      rows,
      columns,
      elapsedMs: performance.now() - this.began,
      cpuMs: cpuMs() - this.cpu,
      peakMiB: peakMiB(),
      answer,
    };
  }
}

/** Reads the request, warms up, solves and answers. */
export async function converse(
  solve: (
    problem: PeerRequest["problem"],
    clock: PeerClock,
    request: PeerRequest,
  ) => Promise<PeerSolved>,
): Promise<void> {
  const request = JSON.parse(readFileSync(process.argv.at(-1) ?? "", "utf8")) as PeerRequest;
  const quiet = (): void => undefined;
  if (request.warmUp !== null) await solve(request.warmUp, new PeerClock(3_000, quiet), request);
  const say = (reply: PeerReply): void => console.log(JSON.stringify(reply));
  say({ kind: "ready" });
  say(await solve(request.problem, new PeerClock(request.timeLimitMs, say), request));
}

function isBetter(values: readonly number[], than: readonly number[]): boolean {
  const at = values.findIndex((value, k) => value !== than[k]);
  return at >= 0 && (values[at] ?? 0) < (than[at] ?? 0);
}

/** Processor time of this process and of the children that have ended. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  const own = (user + system) / 1_000;
  try {
    const fields = readFileSync("/proc/self/stat", "utf8").split(") ").at(-1)?.split(" ") ?? [];
    // Hundredths of a second.
    return own + (Number(fields[13]) + Number(fields[14])) * 10;
  } catch {
    return own;
  }
}

function peakMiB(): number {
  try {
    const mark = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
    if (mark !== undefined) return Number(mark) / 1024;
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS / 1024;
}
