/** Problems small enough to solve in the head: BT doctors who all begin at once. */
import type { ProblemFile } from "@placera/domain";

/** `seats` at each unit; with one seat two doctors fit, each where the other is not. */
export function tinyProblem(doctors: number, seats: number): ProblemFile {
  return {
    schemaVersion: 1,
    name: "BT i Nora, två halvår",
    calendar: { from: "2027-01-01", to: "2028-01-01", grid: "month" },
    regions: [{ id: "orebro", name: "Region Örebro län" }],
    sites: [{ id: "nora", region: "orebro", name: "Nora" }],
    units: [
      { id: "akut", site: "nora", name: "Akuten", sections: ["emergency-care"], seats },
      { id: "vc", site: "nora", name: "Nora vårdcentral", sections: ["primary-care"], seats },
    ],
    rulePacks: ["bt@2021"],
    rules: [{ rule: "recommended-length", mode: "off" }],
    programmes: [
      {
        id: "bt-6",
        track: "BT",
        name: "BT 6 månader",
        requirements: [
          { id: "akut", sections: ["emergency-care"], length: { months: 3 } },
          { id: "vard", sections: ["primary-care"], length: { months: 3 } },
        ],
      },
    ],
    intakes: [{ id: "ht-2027", programme: "bt-6", start: "2027-01-01" }],
    doctors: Array.from({ length: doctors }, (_, at) => ({
      id: `d${at + 1}`,
      region: "orebro",
      intake: "ht-2027",
    })),
  };
}
