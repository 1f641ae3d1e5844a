import { createHash } from "node:crypto";
import {
  addHalfMonths,
  formatDay,
  type Plan,
  type Problem,
  type ProblemFile,
  parseDay,
  parseProblem,
  tiersOf,
} from "@placera/domain";
import { verifyPlan } from "@placera/solver";
import { describe, expect, it } from "vitest";
import { FAMILIES, type FamilyName, makeInstance } from "./families.ts";

const read = (file: unknown): Problem => {
  const result = parseProblem(file);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.problem;
};

const halfMonthsOf = ({ calendar }: ProblemFile): string[] => {
  const days: string[] = [];
  for (let at = 0; ; at++) {
    const day = formatDay(addHalfMonths(parseDay(calendar.from) ?? 0, at));
    if (day >= calendar.to) return days;
    days.push(day);
  }
};

const seatsAt = (seats: ProblemFile["units"][number]["seats"], day: string): number =>
  Array.isArray(seats) ? (seats.findLast(({ from }) => from <= day)?.seats ?? 0) : (seats ?? 0);

/** Doctors at a unit on a day. */
const loadOf = ({ rotations }: Plan, unit: string, day: string): number => {
  const at = parseDay(day) ?? 0;
  const stays = rotations.flatMap(({ placements }) => placements);
  return stays.filter((each) => each.unit === unit && each.from <= at && at < each.to).length;
};

describe.each(FAMILIES)("the family %s", (family) => {
  it.each([1, 7, 30])("has a hidden plan for each of %i doctors", (doctors) => {
    for (const seed of [1, 2, 3]) {
      const { file, hidden } = makeInstance(family, doctors, seed);
      const problem = read(file);
      const verification = verifyPlan(problem, hidden);
      expect(verification.ok && verification.verified.unplaced).toEqual([]);
      expect(hidden.rotations).toHaveLength(doctors);
      expect(tiersOf(problem)[0]).toBe("unplaced");
    }
  });

  it("is the same problem for the same seed and another for another", () => {
    expect(makeInstance(family, 12, 4)).toEqual(makeInstance(family, 12, 4));
    expect(makeInstance(family, 12, 4).hidden).not.toEqual(makeInstance(family, 12, 5).hidden);
  });
});

/** Parts of the text that identify a problem; a change here makes old figures incomparable. */
const fingerprint = (...of: Parameters<typeof makeInstance>): string => {
  const { file, hidden } = makeInstance(...of);
  const text = JSON.stringify(file) + JSON.stringify(hidden);
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
};

describe("problems that have been quoted", () => {
  it.each([
    ["at-tight", 1, 1, "7ea87008147e3f0d"],
    ["at-tight", 30, 1, "7495c0bd59ce2c9f"],
    ["at-tight", 120, 3, "d02447bc63bd160a"],
    ["at-loose", 30, 1, "70f17484ca286da0"],
    ["at-loose", 300, 2, "775155621bc922fc"],
  ] as const)("are what they were: %s of %i, seed %i", (family, doctors, seed, was) => {
    expect(fingerprint(family, doctors, seed)).toBe(was);
  });
});

const wishesOf = (family: FamilyName): string[] =>
  makeInstance(family, 20, 1).file.doctors.map(({ wishes = [] }) => JSON.stringify(wishes));

describe("the wishes", () => {
  it("are two of her own for every doctor", () => {
    for (const family of ["at-tight", "at-zero-slack", "regions-tight"] as const) {
      const { file } = makeInstance(family, 20, 1);
      expect(file.doctors.every(({ wishes = [] }) => wishes.length === 2)).toBe(true);
      expect(new Set(wishesOf(family)).size).toBeGreaterThan(10);
    }
  });

  it("are none where only places count", () => {
    expect(new Set(wishesOf("at-no-wishes"))).toEqual(new Set(["[]"]));
    const problem = read(makeInstance("regions-no-wishes", 20, 1).file);
    expect(tiersOf(problem)).toEqual(["unplaced", "wishes"]);
  });

  it("are everyone's where doctors are alike", () => {
    expect(new Set(wishesOf("at-identical")).size).toBe(1);
  });
});

describe("the regions", () => {
  const sizes = (doctors: number, seed: number): number[] => {
    const { file } = makeInstance("regions-no-wishes", doctors, seed);
    return file.regions.map(({ id }) => file.doctors.filter(({ region }) => region === id).length);
  };

  it("are 21 of 90 to 150 doctors when they are 2,500", () => {
    const found = sizes(2_500, 1);
    expect(found).toHaveLength(21);
    expect(Math.min(...found)).toBeGreaterThanOrEqual(90);
    expect(Math.max(...found)).toBeLessThanOrEqual(150);
    expect(sizes(2_500, 2)).not.toEqual(found);
  });

  it("are one where there are doctors for one only", () => {
    expect(sizes(120, 1)).toEqual([120]);
  });

  it("have hospitals that share primary care with the next, in a chain", () => {
    const { file } = makeInstance("at-chain", 90, 1);
    const shared = file.units.filter(({ sections }) => sections.length > 1);
    expect(shared.map(({ site }) => site)).toEqual(["r01-h01", "r01-h01", "r01-h02", "r01-h02"]);
    expect(shared[2]?.sections).toEqual(["primary-care-r01-h02", "primary-care-r01-h03"]);
  });
});

describe("the family without slack", () => {
  it("has at each time the seats that the hidden plan takes, and few besides", () => {
    const { file, hidden } = makeInstance("at-zero-slack", 30, 1);
    let spare = 0;
    let taken = 0;
    for (const { id, seats } of file.units) {
      for (const day of halfMonthsOf(file)) {
        const load = loadOf(hidden, id, day);
        const open = seatsAt(seats, day);
        expect([load, load + 1]).toContain(open);
        spare += open - load;
        taken += load;
      }
    }
    expect(taken).toBe(30 * 36);
    expect(spare).toBeLessThan(taken / 3);
  });
});

describe("the tight and the loose family", () => {
  it("differ in seats and in nothing else", () => {
    const tight = makeInstance("at-tight", 30, 1).file;
    const loose = makeInstance("at-loose", 30, 1).file;
    expect({ ...tight, name: "", units: [] }).toEqual({ ...loose, name: "", units: [] });
    for (const [at, { seats }] of tight.units.entries()) {
      expect(loose.units[at]?.seats).toBe(Number(seats) + 1 + Math.floor(Number(seats) / 2));
    }
  });
});
