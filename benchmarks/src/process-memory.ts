/** Memory of everything this process has started, which none of them can tell of the others. */
import { readdirSync, readFileSync } from "node:fs";

const EVERY_MS = 100;

export interface MemoryWatch {
  /** The most seen at once, in MiB; undefined where the system does not tell. */
  stop(): number | undefined;
}

/** Looks every tenth of a second; what lives shorter is missed, and pages shared are counted twice. */
export function watchMemory(root: number = process.pid): MemoryWatch {
  let most: number | undefined;
  const look = (): void => {
    const now = descendants(root).reduce((sum, pid) => sum + residentMiB(pid), 0);
    if (now > (most ?? 0)) most = now;
  };
  const timer = setInterval(look, EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      return most;
    },
  };
}

/** Children, their children and so on; none where there is no /proc. */
export function descendants(pid: number): number[] {
  const children = childrenOf(pid);
  return [...children, ...children.flatMap(descendants)];
}

/** Each thread has the children that it started. */
function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8")
        .split(" ")
        .filter((each) => each !== "")
        .map(Number),
    );
  } catch {
    // It has ended, or this is not Linux.
    return [];
  }
}

function residentMiB(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
