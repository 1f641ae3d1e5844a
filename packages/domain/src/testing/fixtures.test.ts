import { describe, expect, it } from "vitest";
import { lookup } from "../lookup.ts";
import { parseProblemText } from "../parse-problem.ts";
import type { Plan } from "../plan.ts";
import { type Problem, tiersOf } from "../problem.ts";
import type { ProblemFile } from "../problem-input.ts";
import { seatsOn } from "../seats.ts";
import { TYPICAL } from "./fixtures/index.ts";
import { LOCAL_PACKS } from "./fixtures/local-packs.ts";
import { fixtureExpected, fixtureNames, fixtureText } from "./fixtures-folder.ts";

const problemOf = (folder: "tiny" | "infeasible" | "typical", name: string): Problem => {
  const result = parseProblemText(fixtureText(folder, name));
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.problem;
};

/** Seats that are exceeded, as `unit day`, at each day on which someone arrives. */
function overfull(problem: Problem, plan: Plan): string[] {
  const tracks = new Map(
    problem.doctors.map(({ id, programme }) => [id, lookup(problem).programme(programme).track]),
  );
  const stays = plan.rotations.flatMap(({ doctor, placements }) =>
    placements.map((placement) => ({ ...placement, track: tracks.get(doctor) })),
  );
  return stays.flatMap(({ unit: id, from: day }) => {
    const unit = lookup(problem).unit(id);
    const here = stays.filter((each) => each.unit === id && each.from <= day && day < each.to);
    const limits = [
      { seats: seatsOn(unit.seats, day), taken: here.length },
      ...Object.entries(unit.trackSeats).map(([track, steps]) => ({
        seats: seatsOn(steps, day),
        taken: here.filter((each) => each.track === track).length,
      })),
    ];
    const full = limits.some(({ seats, taken }) => seats !== null && taken > seats);
    return full ? [`${id} ${day}`] : [];
  });
}

describe("fixtures", () => {
  it.each(
    (["tiny", "infeasible", "typical"] as const).flatMap((folder) =>
      fixtureNames(folder).map((name) => [folder, name] as const),
    ),
  )("%s/%s expects tiers that the problem has", (folder, name) => {
    const { tiers, status, note } = fixtureExpected(folder, name);
    const known: readonly string[] = tiersOf(problemOf(folder, name));
    for (const tier of Object.keys(tiers)) expect(known).toContain(tier);
    expect(tiers["unplaced"] === 0).toBe(status === "optimal");
    expect(note).toMatch(/\.$/u);
  });

  it("has every typical problem that is drawn up", () => {
    expect(fixtureNames("typical")).toEqual(Object.keys(TYPICAL).sort());
  });
});

describe.each(Object.keys(TYPICAL))("the plan that %s is drawn up from", (name) => {
  const { problem: file, people, plan } = TYPICAL[name]?.() ?? { problem: undefined };

  it("is of the committed problem", () => {
    expect(JSON.parse(fixtureText("typical", name))).toEqual(file);
    const ids = file?.doctors.map(({ id }) => id) ?? [];
    expect(Object.keys(people?.people ?? {})).toEqual(ids);
    expect(JSON.stringify(file)).not.toMatch(/Öberg|Åkesson/u);
  });

  it("places everyone, each requirement once, and fills no unit beyond its seats", () => {
    const problem = problemOf("typical", name);
    expect(plan?.rotations.map(({ doctor }) => doctor)).toEqual(
      problem.doctors.map(({ id }) => id),
    );
    for (const { doctor, placements } of plan?.rotations ?? []) {
      const { programme } = lookup(problem).doctor(doctor);
      const owed = lookup(problem)
        .programme(programme)
        .requirements.map(({ id }) => id);
      expect(placements.map(({ requirement }) => requirement).sort()).toEqual([...owed].sort());
    }
    expect(overfull(problem, plan ?? { rotations: [] })).toEqual([]);
  });
});

describe("local packs in fixtures", () => {
  it("are those of fixtures/packs, wherever a problem carries one of their version", () => {
    const known = new Map(Object.values(LOCAL_PACKS).map((pack) => [pack.id, pack]));
    const carried = (["tiny", "infeasible", "typical"] as const).flatMap((folder) =>
      fixtureNames(folder).flatMap((name) => {
        const { localPacks = [] } = JSON.parse(fixtureText(folder, name)) as ProblemFile;
        return localPacks;
      }),
    );
    expect(carried.length).toBeGreaterThan(2);
    for (const pack of carried) expect(pack).toEqual(known.get(pack.id));
  });
});
