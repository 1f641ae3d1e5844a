import { createHash } from "node:crypto";
import {
  addHalfMonths,
  formatDay,
  type Plan,
  PlanRotations,
  type Problem,
  type ProblemFile,
  parseDay,
  parseProblem,
  readPlan,
  tiersOf,
} from "@placera/domain";
import { verifyPlan } from "@placera/solver";
import { describe, expect, it } from "vitest";
import { FAMILIES, type FamilyName, makeInstance, NoSuchInstance } from "./families.ts";

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
      const { file, hidden, short } = makeInstance(family, doctors, seed);
      const problem = read(file);
      const verification = verifyPlan(problem, hidden);
      expect(verification.ok && verification.verified.unplaced.length).toBe(short);
      expect(short).toBe(family.endsWith("one-short") ? 1 : 0);
      expect(hidden.rotations).toHaveLength(doctors - short);
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
    ["regions-tight", 250, 1, "129eb3fae93e9c82"],
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
    const days = halfMonthsOf(file);
    for (const { id, seats } of file.units) {
      for (const day of days) {
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

describe.each(["at-one-short", "regions-one-short"] as const)("the family %s", (family) => {
  const size = 70;
  const short = makeInstance(family, size, 1).file;
  const twin = makeInstance(`${family}-twin`, size, 1).file;

  it("differs from its twin in one seat of psychiatry for one quarter", () => {
    const days = halfMonthsOf(twin);
    const seats = (file: ProblemFile) =>
      file.units.flatMap((unit) => days.map((day) => seatsAt(unit.seats, day)));
    const left = seats(short);
    const fewer = seats(twin).map((each, at) => each - (left[at] ?? 0));
    expect(fewer.filter((each) => each !== 0)).toEqual([1, 1, 1, 1, 1, 1]);
    expect({ ...short, name: "", units: [] }).toEqual({ ...twin, name: "", units: [] });
  });

  it.each([
    ["its twin as many seats as doctors", twin, 0],
    ["one seat fewer", short, 1],
  ])("has on the last days of the quarters %s", (_, file, missing) => {
    const lastDays = halfMonthsOf(file).filter((_day, at) => at % 6 === 5);
    const psychiatry = file.units.filter(({ sections }) => sections.includes("psychiatry"));
    const seats = psychiatry.flatMap((unit) => lastDays.map((day) => seatsAt(unit.seats, day)));
    expect(seats.reduce((sum, each) => sum + each, 0)).toBe(size - missing);
  });
});

describe("basic training", () => {
  it("has five stays, of which two at one place, and lengths that differ", () => {
    const { file, hidden } = makeInstance("bt-tight", 30, 1);
    expect(file.programmes[0]?.requirements).toHaveLength(5);
    const places = hidden.rotations.map(
      ({ placements }) => new Set(placements.map(({ unit }) => unit)).size,
    );
    expect(new Set(places)).toEqual(new Set([4]));
    const lengths = hidden.rotations.flatMap(({ placements }) =>
      placements.filter(({ requirement }) => requirement === "akut-1").map((p) => p.to - p.from),
    );
    expect(new Set(lengths).size).toBeGreaterThan(3);
  });
});

describe("the country", () => {
  const { file } = makeInstance("country", 1_000, 1);
  const grouped = <T>(items: readonly T[], key: (item: T) => string) =>
    new Map(items.map((item) => [key(item), items.filter((each) => key(each) === key(item))]));

  it("has 21 regions, the largest with nearly a quarter of the doctors", () => {
    const sizes = [...grouped(file.doctors, ({ region }) => region).values()].map((d) => d.length);
    expect(sizes).toHaveLength(21);
    expect(Math.max(...sizes)).toBe(233);
    expect(Math.min(...sizes)).toBeLessThan(10);
  });

  it("has as many starts in each of eight half years, two in three of them AT", () => {
    const track = (intake = "") => intake.slice(0, 2);
    const start = (intake = "") => intake.slice(-10);
    const starts = grouped(file.doctors, ({ intake }) => start(intake));
    expect(starts.size).toBe(8);
    const bt = file.doctors.filter(({ intake }) => track(intake) === "bt").length;
    expect(bt / file.doctors.length).toBeCloseTo(1 / 3, 1);
  });
});

describe("replanning", () => {
  const { file, hidden } = makeInstance("at-replan", 100, 1);
  const before = readPlan(PlanRotations.parse(file.previousPlan?.rotations));
  const absent = file.doctors.filter(({ absences = [] }) => absences.length > 0);

  it("has new absences for one doctor in fifty, each across her earlier plan", () => {
    expect(absent).toHaveLength(2);
    for (const { id, absences = [] } of absent) {
      const [from = 0, to = 0] = absences.flatMap((each) => [
        parseDay(each.from),
        parseDay(each.to),
      ]);
      const earlier = before.rotations.find(({ doctor }) => doctor === id)?.placements ?? [];
      expect(earlier.some((each) => each.from < to && from < each.to)).toBe(true);
    }
  });

  it("keeps everybody else's rotation in the hidden plan", () => {
    const text = new Map(before.rotations.map((each) => [each.doctor, JSON.stringify(each)]));
    const changed = hidden.rotations.filter(
      (each) => text.get(each.doctor) !== JSON.stringify(each),
    );
    expect(changed.map(({ doctor }) => doctor).sort()).toEqual(absent.map(({ id }) => id).sort());
  });

  it("had an earlier plan that was legal before the absences", () => {
    const problem = read({
      ...file,
      doctors: file.doctors.map(({ absences: _, ...each }) => each),
    });
    const verification = verifyPlan(problem, before);
    expect(verification.ok && verification.verified.unplaced).toEqual([]);
  });
});

describe("a size that makes no sense", () => {
  it.each([
    ["at-tight", 0, "at-tight is made of 1 to 2000 doctors; not 0."],
    ["at-tight", 2_001, "at-tight is made of 1 to 2000 doctors; not 2001."],
    ["country", 1e9, "country is made of 1 to 20000 doctors; not 1000000000."],
    ["country", 1.5, "country is made of 1 to 20000 doctors; not 1.5."],
  ] as const)("is refused: %s of %d", (family, doctors, message) => {
    expect(() => makeInstance(family, doctors, 1)).toThrow(new NoSuchInstance(message));
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
