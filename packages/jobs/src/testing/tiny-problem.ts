/** A problem that every check passes; the mark makes it another problem. */
import type { ProblemFile } from "@placera/domain";

export function tinyProblem(mark: string): ProblemFile {
  return {
    schemaVersion: 1,
    name: mark,
    calendar: { from: "2027-01-01", to: "2029-01-01", grid: "month" },
    regions: [{ id: "r", name: "Region" }],
    sites: [{ id: "s", region: "r", name: "Sjukhus" }],
    units: [{ id: "u", site: "s", name: "Klinik", sections: ["psychiatry"], seats: 1 }],
    rulePacks: [],
    programmes: [
      {
        id: "p",
        track: "AT",
        name: "Program",
        requirements: [{ id: "q", sections: ["psychiatry"], length: { months: 3 } }],
      },
    ],
    doctors: [{ id: "d1", region: "r", programme: "p", start: "2027-01-01" }],
  };
}
