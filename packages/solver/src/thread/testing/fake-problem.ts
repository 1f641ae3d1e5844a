/** A problem that every check passes and whose name tells the fake solver what to do. */
import type { ProblemFile } from "@placera/domain";

export interface FakeBehaviour {
  /**
   * - `counts`: places one doctor a step, asks before each whether to stop.
   * - `stubborn`: as `counts`, but never asks.
   * - `hungry-heap`, `hungry-wasm`: takes 16 MiB a step, never asks, never ends.
   * - `hungry-asks`: as `hungry-wasm`, but asks.
   * - `defect`, `fault`, `exits`: goes wrong after `steps`.
   */
  readonly does:
    | "counts"
    | "stubborn"
    | "hungry-heap"
    | "hungry-wasm"
    | "hungry-asks"
    | "defect"
    | "fault"
    | "exits";
  /** Milliseconds of a step. */
  readonly stepMs?: number;
  /** Doctors to place: so many steps are to be done. */
  readonly doctors?: number;
  /** Steps before it goes wrong. */
  readonly steps?: number;
  /** Makes two problems different that do the same. */
  readonly mark?: string;
}

/** What the problem's name says. */
export function fakeBehaviour(name: string): FakeBehaviour {
  return JSON.parse(name.slice("fake ".length));
}

export function fakeProblem(behaviour: FakeBehaviour): ProblemFile {
  return {
    schemaVersion: 1,
    name: `fake ${JSON.stringify(behaviour)}`,
    calendar: { from: "2027-01-01", to: "2029-01-01", grid: "month" },
    regions: [{ id: "r", name: "Region" }],
    sites: [{ id: "s", region: "r", name: "Sjukhus" }],
    units: [{ id: "u", site: "s", name: "Klinik", sections: ["psychiatry"], seats: null }],
    sections: [],
    rulePacks: [],
    programmes: [
      {
        id: "p",
        track: "AT",
        name: "Program",
        requirements: [{ id: "q", sections: ["psychiatry"], length: { months: 3 } }],
      },
    ],
    doctors: Array.from({ length: behaviour.doctors ?? 3 }, (_, index) => ({
      id: `d${index}`,
      region: "r",
      programme: "p",
      start: "2027-01-01",
    })),
  };
}
