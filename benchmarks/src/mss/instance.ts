/** An instance of Medical Student Scheduling, its sizes checked. Indices count from 0. */
import { DznError, parseDzn } from "./parse-dzn.ts";

export interface Mss {
  readonly name: string;
  readonly students: number;
  readonly disciplines: number;
  readonly hospitals: number;
  /** Periods of a discipline, and in all. */
  readonly duration: number;
  readonly horizon: number;
  readonly groups: number;
  readonly mostPerHospital: number;
  groupOf(discipline: number): number;
  /** How many disciplines of a group the student takes. */
  owed(student: number, group: number): number;
  allowed(student: number, discipline: number): boolean;
  able(student: number, hospital: number, discipline: number): boolean;
  available(student: number, period: number): boolean;
  /** Must `before` be begun before `discipline`? */
  precedes(before: number, discipline: number): boolean;
  most(hospital: number, discipline: number, period: number): number;
  least(hospital: number, discipline: number, period: number): number;
  /** Weights of the student's disciplines, hospitals, changes and idle periods. */
  weight(student: number, of: 0 | 1 | 2 | 3): number;
  likesDiscipline(student: number, discipline: number): number;
  likesHospital(student: number, hospital: number): number;
  managerLikes(discipline: number): number;
}

/** Reads an instance. Throws `DznError` for a file that is corrupt or says too little. */
export function readMss(text: string, name: string): Mss {
  const data = parseDzn(text, name);
  const scalar = (key: string): number => {
    const [value] = table(key, 1);
    if (value === undefined || value < 0) throw new DznError(`${name}: ${key} is below zero.`);
    return value;
  };
  const table = (key: string, size: number): readonly number[] => {
    const found = data.get(key);
    if (found === undefined) throw new DznError(`${name}: ${key} is missing.`);
    if (found.length !== size) {
      throw new DznError(`${name}: ${key} has ${found.length} numbers, not ${size}.`);
    }
    return found;
  };
  const S = scalar("Students");
  const D = scalar("Disciplines");
  const H = scalar("Hospitals");
  const T = scalar("Horizon");
  const G = scalar("Groups");
  const duration = scalar("Duration");
  if (D > 24 || T > 1000 || duration < 1) {
    throw new DznError(`${name}: more than 24 disciplines or 1000 periods, or a duration of zero.`);
  }
  const group = table("DiscGroup", D);
  if (group.some((each) => each < 1 || each > G)) {
    throw new DznError(`${name}: DiscGroup names a group that there is not.`);
  }
  const owed = table("StudDiscGroup", S * G);
  const allowed = table("AllowedDisc", S * D);
  const before = table("Precededby", D * D);
  const available = table("Availability", S * T);
  const able = table("Ability", S * H * D);
  const most = table("MaxPosHosp", H * D * T);
  const least = table("MinPosHosp", H * D * T);
  const weights = table("WeightPref", S * 4);
  const disciplines = table("PrefStudDisc", S * D);
  const hospitals = table("PrefStudHosp", S * H);
  const manager = table("ManPref", D);
  const at = (values: readonly number[], index: number): number => values[index] ?? 0;
  return {
    name,
    students: S,
    disciplines: D,
    hospitals: H,
    duration,
    horizon: T,
    groups: G,
    mostPerHospital: scalar("MaxDiscPerHosp"),
    groupOf: (d) => at(group, d) - 1,
    owed: (s, g) => at(owed, s * G + g),
    allowed: (s, d) => at(allowed, s * D + d) === 1,
    able: (s, h, d) => at(able, (s * H + h) * D + d) === 1,
    available: (s, t) => at(available, s * T + t) === 1,
    precedes: (e, d) => at(before, d * D + e) === 1,
    most: (h, d, t) => at(most, (h * D + d) * T + t),
    least: (h, d, t) => at(least, (h * D + d) * T + t),
    weight: (s, of) => at(weights, s * 4 + of),
    likesDiscipline: (s, d) => at(disciplines, s * D + d),
    likesHospital: (s, h) => at(hospitals, s * H + h),
    managerLikes: (d) => at(manager, d),
  };
}
