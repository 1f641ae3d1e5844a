/** The peers there are, those that are installed here, and their runs. */
import { type Problem, parseProblemText } from "@placera/domain";
import type { PlannedRun, RunEnd } from "../run.ts";
import { miniZincPeer, nodePeer, npmVersion, pythonPeer, timefoldPeer } from "./installed.ts";
import type { Command, Missing, Peer } from "./peer.ts";
import type { PeerName } from "./peer-names.ts";
import type { PeerProblem } from "./peer-problem.ts";
import { runPeer } from "./run-peer.ts";

const npmPeer = (library: string): Command | Missing => {
  const version = npmVersion(library);
  if (version === undefined) return { missing: `no ${library} in node_modules; run pnpm install` };
  return nodePeer("program-child", { [library]: version }, [library]);
};

const PEERS: { readonly [Name in PeerName]: Peer } = {
  "cp-sat": { takes: "rotations", workers: 2, find: () => pythonPeer("cp_sat", "ortools") },
  "cp-sat-1": { takes: "rotations", workers: 1, find: () => pythonPeer("cp_sat", "ortools") },
  "cp-sat-compact": {
    takes: "program",
    workers: 2,
    find: () => pythonPeer("program_cp_sat", "ortools"),
  },
  "highs-native": {
    takes: "program",
    workers: 2,
    find: () => pythonPeer("program_highs", "highspy"),
  },
  timefold: { takes: "rotations", workers: 1, tooRich: forTimefold, find: timefoldPeer },
  glpk: { takes: "program", workers: 1, find: () => npmPeer("glpk.js") },
  // It may never come back from the smallest problem, a warm-up included.
  yalps: { takes: "program", workers: 1, cold: true, find: () => npmPeer("yalps") },
  minizinc: {
    takes: "rotations",
    workers: 1,
    tooRich: forMiniZinc,
    find: () => miniZincPeer("Gecode"),
  },
};

/** The peers that take part. */
export interface Peers {
  readonly names: readonly PeerName[];
  readonly versions: Readonly<Record<string, string>>;
  /** One line for each that does not, saying why. */
  readonly missing: readonly string[];
  run(run: PlannedRun, conditions: PeerConditions): Promise<RunEnd>;
}

export interface PeerConditions {
  readonly limitMs: number;
  readonly graceMs: number;
  /** A tiny problem file. */
  readonly warmUp: string;
}

/** Those of the peers asked for that are installed; a missing one is no error. */
export function findPeers(wanted: readonly PeerName[]): Peers {
  const commands = new Map<PeerName, Command>();
  const missing: string[] = [];
  const versions: Record<string, string> = {};
  for (const name of wanted) {
    const found = PEERS[name].find();
    if ("missing" in found) {
      missing.push(`${name} takes no part: ${found.missing}.`);
      continue;
    }
    commands.set(name, found);
    Object.assign(versions, found.versions);
  }
  return {
    names: [...commands.keys()],
    versions,
    missing,
    run({ case: { problem }, contestant: { engine }, seed }, { limitMs, graceMs, warmUp }) {
      const name = wanted.find((each) => each === engine);
      const command = name && commands.get(name);
      if (command === undefined) throw new Error(`${engine} was not found, and takes no part.`);
      const peer = PEERS[name as PeerName];
      const tiny = peer.cold === true ? undefined : read(warmUp);
      const run = { problem, warmUp: tiny, timeLimitMs: limitMs, graceMs, seed };
      return runPeer(peer, command, run);
    },
  };
}

function read(text: string): Problem | undefined {
  const result = parseProblemText(text);
  return result.ok ? result.problem : undefined;
}

function forTimefold({ splits, doctors }: PeerProblem): string | undefined {
  if (splits.length > 0 || doctors.some(({ base }) => base.length > 1)) return "base sites";
  return undefined;
}

function forMiniZinc(problem: PeerProblem): string | undefined {
  const { splits, doctors } = problem;
  if (splits.length > 0 || doctors.some(({ base }) => base.length > 1)) return "base sites";
  if (doctors.some(({ open }) => open.at(-1) !== open.length - 1)) return "fixed spans";
  return undefined;
}
