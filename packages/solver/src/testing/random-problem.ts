/**
 * Small random problems on which everything can be tried: every grid, track and mode, scarce seats,
 * and rules that bind. The same seed gives the same problem.
 */
import {
  addHalfMonths,
  createCalendar,
  type Day,
  formatDay,
  GRIDS,
  type Grid,
  type ProblemFile,
  parseDay,
  type Track,
} from "@placera/domain";
import fc from "fast-check";
import { withContinuity } from "./random-problem-continuity.ts";
import { drawDoctors, drawIntakes, withAbsences, withPartTime } from "./random-problem-doctors.ts";
import { chance, type Draw, pick, seededDraw } from "./random-problem-draw.ts";
import { withEarlierService } from "./random-problem-earlier.ts";
import { drawObjective } from "./random-problem-objective.ts";
import { withOnCallLines } from "./random-problem-on-call.ts";
import { withLocalPacks } from "./random-problem-packs.ts";
import { withPersonalRules } from "./random-problem-personal.ts";
import { drawPreviousPlan } from "./random-problem-previous.ts";
import { drawProgramme, type RandomProgramme } from "./random-problem-programme.ts";
import { withSpansOfSome } from "./random-problem-spans.ts";
import { withSupervisors } from "./random-problem-supervisors.ts";

type UnitFile = ProblemFile["units"][number];

/** A small random problem file that `parseProblem` takes. */
export function randomProblem(seed: number): ProblemFile {
  return drawProblem(seededDraw(seed));
}

/** The same family for fast-check, which shrinks choice by choice. */
export const problemFiles: fc.Arbitrary<ProblemFile> = fc
  .gen()
  .map((gen) => drawProblem({ int: (min, max) => gen(fc.integer, { min, max }) }));

const MAX_PERIODS = 14;

function drawProblem(draw: Draw): ProblemFile {
  const grid = pick(draw, GRIDS);
  const tracks = pick<readonly [Track, ...Track[]]>(draw, [["AT"], ["BT"], ["AT", "BT"]]);
  const programmes = tracks.map((track) => drawProgramme(draw, track.toLowerCase(), track, grid));
  const boundaries = drawBoundaries(draw, grid, programmes);
  const places = drawPlaces(draw);
  const units = drawUnits(draw, places.sites, programmes, boundaries);
  const files = programmes.map(({ file }) => file);
  const intakes = drawIntakes(draw, files, places.sites, boundaries);
  const problem: ProblemFile = {
    schemaVersion: 1,
    name: "A small random problem",
    calendar: {
      from: formatDay(boundaries[0] ?? 0),
      to: formatDay(boundaries.at(-1) ?? 0),
      grid,
      toleranceDays: chance(draw, grid === "week" ? 60 : 15) ? draw.int(1, 3) : 0,
      fixedSpans: programmes.flatMap((programme) => drawFixedSpans(draw, programme, boundaries)),
    },
    sections: [{ id: "orthopaedics", countsAs: "surgery" }],
    ...places,
    units,
    rulePacks: tracks.map((track) => (track === "AT" ? "at@2021-05" : "bt@2021")),
    rules: [
      ...programmes.flatMap(({ rules }) => rules),
      ...(chance(draw, 30)
        ? [
            {
              rule: "least-staffing",
              mode: { prefer: { rank: draw.int(1, 3), weight: draw.int(1, 3) } },
            },
          ]
        : []),
      ...["unit-seats", "track-seats", "intake-split"].flatMap((rule) =>
        chance(draw, 8) ? [{ rule, mode: "off" as const }] : [],
      ),
    ],
    programmes: files,
    intakes,
    doctors: drawDoctors(draw, { programmes: files, intakes, ...places, units, boundaries }),
  };
  const drawn = {
    ...withLocalPacks(draw, problem),
    ...drawObjective(draw),
    ...drawPreviousPlan(draw, problem, boundaries),
    doctors: withPartTime(draw, withAbsences(draw, problem.doctors, boundaries), boundaries),
  };
  const known = withOnCallLines(draw, withEarlierService(draw, drawn, boundaries), boundaries);
  const personal = withPersonalRules(draw, withSupervisors(draw, known, boundaries), boundaries);
  return withSpansOfSome(draw, withContinuity(draw, personal, boundaries));
}

/** Long enough for the longest programme and a little more; less where gaps are allowed. */
function drawBoundaries(
  draw: Draw,
  grid: Grid,
  programmes: readonly RandomProgramme[],
): readonly Day[] {
  const needed = Math.max(
    ...programmes.map(({ shortest, longest }) => Math.max(shortest + 1, longest)),
  );
  const slack = draw.int(1, programmes.some(({ gaps }) => gaps) ? 2 : 4);
  const periods = Math.min(MAX_PERIODS, needed + slack);
  const first = pick(
    draw,
    grid === "week" ? ["2026-08-31", "2027-01-25"] : ["2026-09-01", "2027-01-01"],
  );
  const from = parseDay(first) ?? 0;
  const to =
    grid === "week"
      ? from + 7 * periods
      : addHalfMonths(from, grid === "month" ? 2 * periods : periods);
  return createCalendar(from, to, grid, 0).boundaries;
}

function drawPlaces(draw: Draw): Pick<ProblemFile, "regions" | "sites"> {
  const regions = chance(draw, 30) ? ["north", "south"] : ["north"];
  const sites = chance(draw, 75) ? ["alby", "berga"] : ["alby"];
  return {
    regions: regions.map((id) => ({ id, name: id })),
    sites: sites.map((id, at) => ({ id, name: id, region: regions[at] ?? pick(draw, regions) })),
  };
}

/** One to five units that between them give every section some stay can be done in. */
function drawUnits(
  draw: Draw,
  sites: ProblemFile["sites"],
  programmes: readonly RandomProgramme[],
  boundaries: readonly Day[],
): UnitFile[] {
  const requirements = programmes.flatMap(({ file }) => file.requirements);
  const wanted = [...new Set(requirements.flatMap(({ sections }) => sections))];
  const count = Math.max(draw.int(1, 5), draw.int(1, 5));
  const given = Array.from({ length: count }, () => ({
    site: pick(draw, sites).id,
    own: new Set([pick(draw, wanted)]),
  }));
  for (const section of wanted) {
    if (!given.some(({ own }) => own.has(section))) pick(draw, given).own.add(section);
  }
  for (const { own } of given) if (chance(draw, 55)) own.add(pick(draw, wanted));
  // What belongs at the base can as a rule be done at either site.
  for (const { sections, atBase } of requirements) {
    if (atBase !== true || !chance(draw, 70)) continue;
    for (const { id } of sites)
      given.find(({ site }) => site === id)?.own.add(pick(draw, sections));
  }
  return given.map(({ site, own }, at) => {
    const trackSeats = {
      ...(chance(draw, 18) ? { AT: drawSeats(draw, boundaries) } : {}),
      ...(chance(draw, 18) ? { BT: drawSeats(draw, boundaries) } : {}),
    };
    return {
      id: `u${at + 1}`,
      site,
      name: `Unit ${at + 1}`,
      sections: [...own],
      seats: drawSeats(draw, boundaries),
      ...(Object.keys(trackSeats).length === 0 ? {} : { trackSeats }),
      ...(chance(draw, 20) ? { staffing: drawStaffing(draw, boundaries) } : {}),
    };
  });
}

/** 0, 1, 2, no limit, or a step from one to another, on the grid or between its boundaries. */
function drawSeats(draw: Draw, boundaries: readonly Day[]): UnitFile["seats"] {
  const count = (): number | null => pick(draw, [1, 1, 1, 1, null, 2, 2, null, 0]);
  if (!chance(draw, 20) || boundaries.length < 3) return count();
  const turn = (boundaries[draw.int(1, boundaries.length - 2)] ?? 0) + pick(draw, [0, 0, 3]);
  const from = boundaries[0] ?? 0;
  return [
    { from: formatDay(from), seats: count() },
    { from: formatDay(turn), seats: count() },
  ];
}

/** One doctor all the time, or one or two from some day on. */
function drawStaffing(draw: Draw, boundaries: readonly Day[]): UnitFile["staffing"] {
  const at = draw.int(0, boundaries.length - 2);
  if (at === 0) return 1;
  const turn = (boundaries[at] ?? 0) + pick(draw, [0, 0, 3]);
  return [
    { from: formatDay(boundaries[0] ?? 0), doctors: draw.int(0, 1) },
    { from: formatDay(turn), doctors: draw.int(1, 2) },
  ];
}

function drawFixedSpans(draw: Draw, { file }: RandomProgramme, boundaries: readonly Day[]) {
  if (!chance(draw, 35)) return [];
  const at = draw.int(0, boundaries.length - 2);
  const end = Math.min(boundaries.length - 1, at + draw.int(1, 2));
  return [
    {
      id: `span-${file.id}`,
      programme: file.id,
      from: formatDay(boundaries[at] ?? 0),
      to: formatDay(boundaries[end] ?? 0),
      kind: pick(draw, ["teaching", "introduction"] as const),
    },
  ];
}
