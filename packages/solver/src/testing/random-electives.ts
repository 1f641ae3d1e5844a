/**
 * Random problems whose doctors choose of a group, with wishes for requirements and sites, gaps and moves
 * that cost, an order between two and a limit at each site: all that sets of stays can judge, and no more.
 */
import { formatDay, type ProblemFile, parseDay } from "@placera/domain";
import { createRandom } from "../lines/random.ts";

const FIRST = parseDay("2027-01-04") ?? 0;
const WEEKS = 7;
const day = (week: number): string => formatDay(FIRST + 7 * week);

type Doctor = ProblemFile["doctors"][number];

export function randomElectives(seed: number): ProblemFile {
  const random = createRandom(seed);
  const sections = Array.from({ length: 4 + random.below(2) }, (_, at) => `d${at}`);
  const sites = Array.from({ length: 2 + random.below(2) }, (_, at) => `h${at}`);
  const choice = sections.slice(random.below(3));
  const choose = 1 + random.below(choice.length - 1);
  const weeks = 1 + random.below(2);
  const requirements = sections.map((id, at) => ({
    id,
    sections: [id],
    length: { weeks },
    // One of the group after what all do, or after another of the group.
    ...(at === sections.length - 1 && random.below(2) === 0 ? { after: [sections[0] ?? ""] } : {}),
  }));
  const stays = sections.length - choice.length + choose;
  return {
    schemaVersion: 1,
    name: `electives ${seed}`,
    calendar: { from: day(0), to: day(Math.max(WEEKS, stays * weeks + 1)), grid: "week" },
    sections: sections.map((id) => ({ id })),
    regions: [{ id: "all", name: "All" }],
    sites: sites.map((id) => ({ id, region: "all", name: id })),
    units: sites.flatMap((site) =>
      sections
        .filter((_, at) => at === 0 || random.below(4) > 0)
        .map((section) => ({
          id: `${site}-${section}`,
          site,
          name: `${site}-${section}`,
          sections: [section],
          seats: [{ from: day(0), seats: 1 + random.below(2) }],
        })),
    ),
    rulePacks: [],
    rules:
      random.below(2) === 0
        ? [{ rule: "site-limit", mode: "must", params: { max: Math.max(1, stays - 1) } }]
        : [],
    programmes: [
      {
        id: "electives",
        track: "AT",
        name: "electives",
        requirements,
        groups: [{ requirements: choice, choose }],
      },
    ],
    doctors: Array.from({ length: 2 }, (_, at): Doctor => {
      const avoid = (what: { requirement: string } | { site: string }) => ({
        kind: "avoid" as const,
        ...what,
        weight: 1 + random.below(5),
      });
      return {
        id: `s${at}`,
        region: "all",
        programme: "electives",
        start: day(0),
        wishes: [
          ...sections.map((requirement) => avoid({ requirement })),
          ...sites.map((site) => avoid({ site })),
          { kind: "stay-put" as const, weight: 1 + random.below(3) },
          { kind: "no-gaps" as const, weight: 1 + random.below(3) },
        ],
      };
    }),
    objective: { tiers: [[{ measure: "wishes" }]] },
  };
}
