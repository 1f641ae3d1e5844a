/** A small valid problem file to vary in tests: one doctor, two units, six months. */
import type { ProblemFile } from "../problem-input.ts";

export function smallProblem(changes: Partial<ProblemFile> = {}): ProblemFile {
  return {
    schemaVersion: 1,
    name: "Liten",
    calendar: { from: "2027-01-01", to: "2027-07-01", grid: "half-month" },
    regions: [{ id: "lanet", name: "Länet" }],
    sites: [{ id: "lasarettet", region: "lanet", name: "Lasarettet" }],
    units: [
      { id: "medicin", site: "lasarettet", name: "Medicin", sections: ["medicine"], seats: 1 },
      { id: "kirurgi", site: "lasarettet", name: "Kirurgi", sections: ["surgery"], seats: 1 },
    ],
    rulePacks: [],
    programmes: [
      {
        id: "sex-manader",
        track: "AT",
        name: "Sex månader",
        requirements: [
          { id: "medicin", sections: ["medicine"], length: { months: 3 } },
          { id: "kirurgi", sections: ["surgery"], length: { months: 3 } },
        ],
      },
    ],
    intakes: [{ id: "januari", programme: "sex-manader", start: "2027-01-01" }],
    doctors: [{ id: "lakare-1", region: "lanet", intake: "januari" }],
    ...changes,
  };
}
