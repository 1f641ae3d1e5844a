/** An instance → a problem of the product's own, and what its values say about the score. */
import { formatDay, type Plan, type Problem, type ProblemFile, parseDay } from "@placera/domain";
import type { Schedule } from "./check.ts";
import type { Mss } from "./instance.ts";
import { DznError } from "./parse-dzn.ts";

type Doctor = ProblemFile["doctors"][number];
type Wish = NonNullable<Doctor["wishes"]>[number];

export interface MssProblem {
  readonly file: ProblemFile;
  /** score = constant − value of the last tier, where nobody is unplaced and nobody missing. */
  readonly constant: number;
}

/** What a student missing costs. */
const MISSING = 100;

/** A Monday: periods are weeks. */
const FIRST = parseDay("2027-01-04") ?? 0;
const day = (period: number): string => formatDay(FIRST + 7 * period);

export function toProblem(mss: Mss): MssProblem {
  const students = Array.from({ length: mss.students }, (_, s) => describe(mss, s));
  // Satisfaction is a best that is not reached less what is lost; those with less to reach carry the rest.
  const top = Math.max(...students.map(({ best }) => best));
  const sum = students.reduce((all, { best }) => all + best, 0);
  const mostOwed = Math.max(...students.map(({ owed }) => owed));
  const file: ProblemFile = {
    schemaVersion: 1,
    name: mss.name,
    calendar: { from: day(0), to: day(mss.horizon), grid: "week" },
    sections: range(mss.disciplines).map((d) => ({ id: discipline(d) })),
    regions: [{ id: "all", name: "All" }],
    sites: range(mss.hospitals).map((h) => ({
      id: hospital(h),
      region: "all",
      name: hospital(h),
    })),
    units: unitsOf(mss),
    rulePacks: [],
    rules: [
      ...(mostOwed > mss.mostPerHospital
        ? [{ rule: "site-limit", mode: "must" as const, params: { max: mss.mostPerHospital } }]
        : []),
      // Dearer than what it could ever save to leave one out: one tier, solved at once.
      { rule: "least-staffing", mode: { prefer: { rank: 1, weight: MISSING } } },
    ],
    programmes: students.map(({ programme }) => programme),
    doctors: students.map(({ doctor, best }) => ({ ...doctor, carried: top - best })),
    objective: {
      tiers: [[{ measure: "preferences-1" }, { measure: "wishes" }, { measure: "worst-off" }]],
      burden: [{ measure: "wishes" }],
    },
  };
  return { file, constant: sum + top };
}

/** A plan as a schedule, period by period, for the checker of instances. */
export function toSchedule(mss: Mss, problem: Problem, plan: Plan): Schedule {
  const rows = range(mss.students).map(() => new Array<number>(mss.horizon).fill(-1));
  const { boundaries } = problem.calendar;
  for (const { doctor, placements } of plan.rotations) {
    const row = rows[Number(doctor.slice(1)) - 1];
    for (const { unit, from, to } of placements) {
      const [h = 0, d = 0] = unit
        .slice(1)
        .split("-d")
        .map((each) => Number(each) - 1);
      row?.fill(h * mss.disciplines + d, boundaries.indexOf(from), boundaries.indexOf(to));
    }
  }
  return rows;
}

const range = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
const discipline = (d: number): string => `d${d + 1}`;
const hospital = (h: number): string => `h${h + 1}`;
const unitAt = (h: number, d: number): string => `${hospital(h)}-${discipline(d)}`;

function unitsOf(mss: Mss): ProblemFile["units"] {
  return range(mss.hospitals).flatMap((h) =>
    range(mss.disciplines).map((d) => {
      const seats = steps(mss.horizon, (t) => mss.most(h, d, t));
      const staff = steps(mss.horizon, (t) => mss.least(h, d, t));
      return {
        id: unitAt(h, d),
        site: hospital(h),
        name: unitAt(h, d),
        sections: [discipline(d)],
        seats: seats.map(({ from, value }) => ({ from, seats: value })),
        ...(staff.some(({ value }) => value > 0)
          ? { staffing: staff.map(({ from, value }) => ({ from, doctors: value })) }
          : {}),
      };
    }),
  );
}

/** The periods in which a number changes, and to what. */
function steps(horizon: number, at: (t: number) => number): { from: string; value: number }[] {
  return range(horizon)
    .filter((t) => t === 0 || at(t) !== at(t - 1))
    .map((t) => ({ from: day(t), value: at(t) }));
}

function describe(mss: Mss, s: number) {
  const chosen = possible(mss, s);
  const inGroup = (g: number): number[] => chosen.filter((d) => mss.groupOf(d) === g);
  const groups = range(mss.groups).filter((g) => mss.owed(s, g) > 0);
  const owed = groups.reduce((sum, g) => sum + mss.owed(s, g), 0);
  for (const g of groups) {
    if (inGroup(g).length >= mss.owed(s, g)) continue;
    throw new DznError(
      `${mss.name}: student ${s + 1} owes more of group ${g + 1} than she may do.`,
    );
  }
  const likes = (d: number): number =>
    mss.weight(s, 0) * mss.likesDiscipline(s, d) + mss.managerLikes(d);
  const likesAt = (h: number): number => mss.weight(s, 1) * mss.likesHospital(s, h);
  const mostLiked = Math.max(...chosen.map(likes));
  const mostLikedAt = Math.max(...range(mss.hospitals).map(likesAt));
  const avoid = (what: Partial<Extract<Wish, { kind: "avoid" }>>, weight: number): Wish[] =>
    weight > 0 ? [{ kind: "avoid", ...what, weight }] : [];
  const costly = (kind: "no-gaps" | "stay-put", weight: number): Wish[] => {
    if (weight < 0) throw new DznError(`${mss.name}: student ${s + 1} gains by idling or moving.`);
    return weight > 0 ? [{ kind, weight }] : [];
  };
  const id = `s${s + 1}`;
  const requirements = chosen.map((d) => ({
    id: discipline(d),
    sections: [discipline(d)],
    length: { weeks: mss.duration },
    after: chosen.filter((e) => mss.precedes(e, d)).map(discipline),
  }));
  const optional = groups.filter((g) => inGroup(g).length > mss.owed(s, g));
  return {
    owed,
    best: owed * (mostLiked + mostLikedAt),
    programme: {
      id,
      track: "AT" as const,
      name: id,
      requirements,
      groups: optional.map((g) => ({
        requirements: inGroup(g).map(discipline),
        choose: mss.owed(s, g),
      })),
    },
    doctor: {
      id,
      region: "all",
      programme: id,
      start: day(0),
      wishes: [
        ...chosen.flatMap((d) => avoid({ requirement: discipline(d) }, mostLiked - likes(d))),
        ...range(mss.hospitals).flatMap((h) =>
          avoid({ site: hospital(h) }, mostLikedAt - likesAt(h)),
        ),
        ...costly("stay-put", -mss.weight(s, 2)),
        ...costly("no-gaps", -mss.weight(s, 3)),
      ],
      forbidden: [
        ...steps(mss.horizon, (t) => (mss.available(s, t) ? 1 : 0)).flatMap(
          ({ from, value }, at, all) => {
            if (value === 1) return [];
            const next = all[at + 1];
            return [{ from, ...(next === undefined ? {} : { to: next.from }) }];
          },
        ),
        ...range(mss.hospitals).flatMap((h) =>
          chosen.filter((d) => !mss.able(s, h, d)).map((d) => ({ unit: unitAt(h, d) })),
        ),
      ],
    } satisfies Doctor,
  };
}

/** The disciplines the student could take: allowed, owed, and so is all that must come before. */
function possible(mss: Mss, s: number): number[] {
  let left = range(mss.disciplines).filter(
    (d) => mss.allowed(s, d) && mss.owed(s, mss.groupOf(d)) > 0,
  );
  for (;;) {
    const sound = left.filter((d) =>
      range(mss.disciplines).every((e) => !mss.precedes(e, d) || left.includes(e)),
    );
    if (sound.length === left.length) return left;
    left = sound;
  }
}
