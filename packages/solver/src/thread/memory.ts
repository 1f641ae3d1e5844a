/** How much memory a thread holds, and how much the process does. */
import { getHeapStatistics } from "node:v8";

const MEBIBYTE = 2 ** 20;

/** A thread whose memory has passed this many MiB is not kept for another solve. */
export const RECYCLE_MIB = 512;

let ofTeam: () => number = () => 0;

/**
 * MiB held by this thread and those that help it: JavaScript heaps and what hangs on them. V8 counts
 * WebAssembly memory and array buffers as external memory of the thread that made them.
 */
export function threadMemoryMiB(): number {
  const { total_heap_size, external_memory } = getHeapStatistics();
  return (total_heap_size + external_memory) / MEBIBYTE + ofTeam();
}

/** Counts threads that help this one in, in MiB; answers with the function that counts them out. */
export function countTeam(reported: () => number): () => void {
  ofTeam = reported;
  return () => {
    ofTeam = () => 0;
  };
}

interface Resident {
  readonly limitMiB: number;
  /** What the thread last said of itself, in MiB. */
  reported(): number;
  /** Called when the process holds more than all its solves may. */
  over(): void;
}

/** Room for the host's own work (reading, compressing) before its solves are blamed, in MiB. */
const HOST_MIB = 512;

const residents = new Set<Resident>();
let idleMiB = 0;

const residentMiB = () => process.memoryUsage.rss() / MEBIBYTE;

/** Counts a running solve in; answers with the function that counts it out. */
export function registerResident(resident: Resident): () => void {
  if (residents.size === 0) idleMiB = residentMiB();
  residents.add(resident);
  return () => residents.delete(resident);
}

/**
 * The net under the threads' own reports: a thread that is stuck in one long call reports nothing,
 * but the process still grows. The system does not tell threads apart, so the one that says it
 * holds most is stopped.
 */
export function checkResidents(): void {
  const allowed = [...residents].reduce((sum, { limitMiB }) => sum + limitMiB, HOST_MIB);
  if (residents.size === 0 || residentMiB() - idleMiB <= allowed) return;
  [...residents].sort((a, b) => b.reported() - a.reported())[0]?.over();
}
