/**
 * Checks a schedule of Medical Student Scheduling and counts its score, from the problem's description
 * alone (a student is where, in which discipline, in which period); it shares nothing with the
 * product's own verifier.
 */
import type { Mss } from "./instance.ts";
import { DznError, parseDzn } from "./parse-dzn.ts";

/** By student and period: hospital · disciplines + discipline, or −1. */
export type Schedule = readonly (readonly number[])[];

export interface MssScore {
  /** Sum of the students' satisfaction, and that of the worst-off. */
  readonly sum: number;
  readonly worst: number;
  /** What is maximised. */
  readonly score: number;
  /** What is wrong with the schedule, a few at most. */
  readonly faults: readonly string[];
}

/** Reads a published solution: 0 and 1 by student, period, hospital and discipline. */
export function readSchedule(
  text: string,
  { students, horizon, hospitals, disciplines, name }: Mss,
): Schedule {
  const data = parseDzn(text, name);
  const flat = data.get("schedule") ?? [];
  const size = hospitals * disciplines;
  if (flat.length !== students * horizon * size) {
    throw new DznError(`${name}: schedule has ${flat.length} numbers.`);
  }
  return Array.from({ length: students }, (_, s) =>
    Array.from({ length: horizon }, (__, t) => {
      const there = flat.slice((s * horizon + t) * size, (s * horizon + t + 1) * size);
      if (there.filter((each) => each === 1).length > 1) {
        throw new DznError(`${name}: student ${s + 1} is twice somewhere in period ${t + 1}.`);
      }
      return there.indexOf(1);
    }),
  );
}

export function checkMss(mss: Mss, schedule: Schedule): MssScore {
  const faults: string[] = [];
  const present = new Map<string, number>();
  let sum = 0;
  let worst = Number.POSITIVE_INFINITY;
  for (let s = 0; s < mss.students; s++) {
    const days = schedule[s] ?? [];
    days.forEach((place, t) => {
      if (place < 0) return;
      const key = `${place} ${t}`;
      present.set(key, (present.get(key) ?? 0) + 1);
      if (!mss.available(s, t)) faults.push(`student ${s + 1} is away in period ${t + 1}`);
    });
    const satisfaction = checkStudent(mss, s, days, faults);
    sum += satisfaction;
    worst = Math.min(worst, satisfaction);
  }
  for (let h = 0; h < mss.hospitals; h++) {
    for (let d = 0; d < mss.disciplines; d++) {
      for (let t = 0; t < mss.horizon; t++) {
        const there = present.get(`${h * mss.disciplines + d} ${t}`) ?? 0;
        if (there > mss.most(h, d, t) || there < mss.least(h, d, t)) {
          faults.push(`hospital ${h + 1}, discipline ${d + 1}, period ${t + 1}: ${there} students`);
        }
      }
    }
  }
  return { sum, worst, score: sum + worst, faults: faults.slice(0, 5) };
}

/** One student's satisfaction; what is wrong with her schedule goes among the faults. */
function checkStudent(mss: Mss, s: number, days: readonly number[], faults: string[]): number {
  const fault = (text: string) => faults.push(`student ${s + 1}: ${text}`);
  /** By discipline: its first period. */
  const begun = new Map<number, number>();
  const perHospital = new Map<number, number>();
  const perGroup = new Map<number, number>();
  let satisfaction = 0;
  let hospital = -1;
  let last = -1;
  for (let t = 0; t < mss.horizon; ) {
    const place = days[t] ?? -1;
    if (place < 0) {
      t++;
      continue;
    }
    const h = Math.floor(place / mss.disciplines);
    const d = place % mss.disciplines;
    for (let more = 0; more < mss.duration; more++) {
      if (days[t + more] !== place) fault(`discipline ${d + 1} is broken off`);
    }
    if (begun.has(d)) fault(`discipline ${d + 1} twice`);
    if (!mss.allowed(s, d)) fault(`discipline ${d + 1} is not allowed`);
    if (!mss.able(s, h, d)) fault(`discipline ${d + 1} is beyond her in hospital ${h + 1}`);
    for (let e = 0; e < mss.disciplines; e++) {
      if (mss.precedes(e, d) && !begun.has(e)) fault(`discipline ${d + 1} before ${e + 1}`);
    }
    begun.set(d, t);
    perHospital.set(h, (perHospital.get(h) ?? 0) + 1);
    perGroup.set(mss.groupOf(d), (perGroup.get(mss.groupOf(d)) ?? 0) + 1);
    satisfaction +=
      mss.weight(s, 0) * mss.likesDiscipline(s, d) +
      mss.weight(s, 1) * mss.likesHospital(s, h) +
      mss.managerLikes(d);
    if (hospital >= 0 && hospital !== h) satisfaction += mss.weight(s, 2);
    hospital = h;
    t += mss.duration;
    last = t;
  }
  for (let t = 0; t < last; t++) if ((days[t] ?? -1) < 0) satisfaction += mss.weight(s, 3);
  for (let g = 0; g < mss.groups; g++) {
    const taken = perGroup.get(g) ?? 0;
    if (taken !== mss.owed(s, g)) fault(`${taken} of group ${g + 1}, not ${mss.owed(s, g)}`);
  }
  for (const [h, count] of perHospital) {
    if (count > mss.mostPerHospital) fault(`${count} disciplines in hospital ${h + 1}`);
  }
  return satisfaction;
}
