/** Makes one run of a peer in a process of its own, and ends it when it is too late. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Problem } from "@placera/domain";
import type { RunEnd } from "../run.ts";
import { type PeerProgram, peerProgram, TooLarge } from "./linear-program.ts";
import { peerProblem } from "./make-peer-problem.ts";
import type { Command, Peer, PeerReply, PeerRequest } from "./peer.ts";
import { type PeerProblem, TooRich } from "./peer-problem.ts";
import { readAnswer } from "./read-answer.ts";

/** Loading, warming up and reading the problem never take so long. */
const START_MS = 120_000;

export interface PeerRun {
  readonly problem: Problem;
  readonly warmUp: Problem | undefined;
  readonly timeLimitMs: number;
  readonly graceMs: number;
  readonly seed: number;
}

/** Never rejects. */
export async function runPeer(peer: Peer, command: Command, run: PeerRun): Promise<RunEnd> {
  const folder = mkdtempSync(join(tmpdir(), "placera-peer-"));
  try {
    const request = requestOf(peer, run);
    const file = join(folder, "request.json");
    writeFileSync(file, JSON.stringify(request));
    return await converse(command, file, peer, run);
  } catch (error) {
    if (error instanceof TooRich) {
      return { kind: "skipped", because: `too rich for this peer: ${error.message}` };
    }
    if (error instanceof TooLarge) return { kind: "too-large", because: error.message };
    return { kind: "failed", message: error instanceof Error ? error.message : String(error) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function requestOf(peer: Peer, { problem, warmUp, timeLimitMs, seed }: PeerRun): PeerRequest {
  return {
    problem: put(peer, problem),
    warmUp: warmUp === undefined ? null : put(peer, warmUp),
    timeLimitMs,
    seed,
    workers: peer.workers,
  };
}

function put(peer: Peer, problem: Problem): PeerProblem | PeerProgram {
  if (peer.takes === "program") return peerProgram(problem);
  const rotations = peerProblem(problem);
  const because = peer.tooRich?.(rotations);
  if (because !== undefined) throw new TooRich(because);
  return rotations;
}

function converse(
  { program, args }: Command,
  file: string,
  peer: Peer,
  run: PeerRun,
): Promise<RunEnd> {
  return new Promise((resolve) => {
    // A group of its own: what the peer started ends with it.
    const child = spawn(program, [...args, file], {
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const killGroup = () => {
      if (child.pid === undefined) return;
      try {
        process.kill(-child.pid, "SIGKILL");
      } catch {
        // It has ended already.
      }
    };
    const end = (how: RunEnd) => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      process.removeListener("exit", killGroup);
      killGroup();
      resolve(how);
    };
    const endAfter = (afterMs: number) =>
      setTimeout(() => end({ kind: "killed", afterMs }), afterMs);
    let timer = endAfter(START_MS);
    process.once("exit", killGroup);
    const trace: { atMs: number; values: readonly number[] }[] = [];
    let complaint = "";
    let isOver = false;
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      complaint = (complaint + text).slice(-2_000);
    });
    const hear = (reply: PeerReply | undefined): void => {
      switch (reply?.kind) {
        case "ready":
          clearTimeout(timer);
          timer = endAfter(run.timeLimitMs + run.graceMs);
          break;
        case "better":
          trace.push({ atMs: reply.atMs, values: reply.values });
          break;
        case "solved":
          end(readAnswer(reply, trace, peer, run.problem));
          break;
        case "failed":
          end({ kind: "failed", message: reply.message });
          break;
        case undefined:
          break;
      }
    };
    createInterface({ input: child.stdout }).on("line", (line) => {
      try {
        hear(readReply(line));
      } catch (error) {
        end({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
      }
    });
    child.on("error", ({ message }) => end({ kind: "failed", message }));
    child.on("close", (code, signal) => {
      if (!isOver) console.error(complaint);
      end({ kind: "failed", message: `the peer ended by itself (${signal ?? `code ${code}`})` });
    });
  });
}

/** Libraries that talk on standard output are passed over. */
function readReply(line: string): PeerReply | undefined {
  if (!line.startsWith('{"kind":')) return undefined;
  return JSON.parse(line) as PeerReply;
}
