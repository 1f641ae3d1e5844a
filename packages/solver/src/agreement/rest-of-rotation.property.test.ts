/** Who is under way has exactly the rotations left that, after what she has done, are whole rotations. */
import {
  type Doctor,
  formatDay,
  type Problem,
  type ProblemFile,
  parseProblem,
  type Rotation,
} from "@placera/domain";
import { describe, expect, it } from "vitest";
import { rotationsOf } from "../testing/brute-force-rotations.ts";
import { randomProblem } from "../testing/random-problem.ts";
import { FIRST, RUNS } from "./env.ts";

/** Rules about neighbours in the plan alone, and those that nothing left can mend or break. */
const PLAN_ALONE = ["idle-time", "site-changes", "site-limit", "recommended-length"];
const MOST = 300;

const read = (file: ProblemFile): Problem | undefined => {
  const result = parseProblem(file);
  return result.ok ? result.problem : undefined;
};

/** The file without what a comparison by whole months does not bear: weeks, and what it does not ask. */
function plain(file: ProblemFile): ProblemFile | undefined {
  if (file.calendar.grid === "week") return undefined;
  const off = PLAN_ALONE.map((rule) => ({
    rule,
    mode: "off" as const,
    override: { reason: "no" },
  }));
  return {
    ...file,
    rules: [...(file.rules ?? []).filter(({ rule }) => !PLAN_ALONE.includes(rule)), ...off],
  };
}

const listed = (problem: Problem, doctor: Doctor): Rotation[] | undefined => {
  const found: Rotation[] = [];
  for (const rotation of rotationsOf(problem, doctor)) {
    if (found.push(rotation) > MOST) return undefined;
  }
  return found;
};

const written = (placements: Rotation["placements"]): string =>
  placements
    .map(({ requirement, unit, section, from, to }) =>
      [requirement, unit, section, formatDay(from), formatDay(to)].join(" "),
    )
    .join(" · ");

describe("what is left for a doctor under way", () => {
  it("completes what she has done, and nothing else does", { timeout: 300_000 }, () => {
    let compared = 0;
    for (let seed = FIRST + 1; seed <= FIRST + RUNS; seed++) {
      const file = plain(randomProblem(seed));
      const whole = file && read(file);
      if (file === undefined || whole === undefined) continue;
      for (const [at, doctor] of whole.doctors.entries()) {
        if (doctor.remaining !== undefined) continue;
        const all = listed(whole, doctor);
        const model = all?.find(({ placements }) => placements.length > 1);
        if (all === undefined || model === undefined) continue;
        const done = model.placements.slice(0, 1 + (seed % (model.placements.length - 1)));
        const until = done.at(-1)?.to ?? 0;
        const rest = read({
          ...file,
          doctors: file.doctors.map((each, d) => {
            if (d !== at) return each;
            const { start: _start, fixed, ...own } = each;
            return {
              ...own,
              began: formatDay(model.start),
              fixed:
                fixed?.filter(
                  ({ requirement }) => !done.some((p) => p.requirement === requirement),
                ) ?? [],
              history: done.map(({ from, to, ...place }) => ({
                ...place,
                from: formatDay(from),
                to: formatDay(to),
              })),
            };
          }),
        });
        const left = rest?.doctors[at];
        if (rest === undefined || left === undefined) continue;
        const wanted = all
          .filter(
            ({ start, placements }) =>
              start === model.start && written(placements.slice(0, done.length)) === written(done),
          )
          .map(({ placements }) => written(placements.slice(done.length)));
        const found = listed(rest, left)?.map(({ placements }) => written(placements));
        expect({ seed, doctor: doctor.id, until, rests: found?.sort() }).toEqual({
          seed,
          doctor: doctor.id,
          until,
          rests: wanted.sort(),
        });
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(20);
  });
});
