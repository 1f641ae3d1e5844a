/**
 * The doctors at a unit that names its supervisors take no more supervision than those have room for.
 *
 *   room(u, t)  = max(0, min over days i of period t of Σ {slots(h) : unit(h) = u, eligible(h), i ∈ there(h)} − held(u, i))
 *   broken      = Σ over u, t of max(0, Σ {load(u, p, t) : unit(p) = u, from(p) ≤ t < to(p)} / step(u) − ⌊room(u, t) / step(u)⌋)
 *
 * where load(u, p, t) = (load(k) + [T_t < from(p) + first] · more(k)) · (1 − interprofessional(u)) for a doctor of
 * track k: more at first in a placement, if the figures say so, in every period that begins in that time.
 * held(u, i) is what doctors take who are there by what was decided before, nobody of them new; step(u) the
 * greatest common divisor of the loads there: half a slot as a rule.
 *
 * A supervisor serves one unit, so Hall's condition over sets of supervisors and units comes down to one sum
 * a unit. The row is this rule exactly, neither more nor less; and where it holds everybody can be given a
 * supervisor who has room when she is taken, on every day (docs/formulation.md 8). That it be the same one
 * throughout is another rule. Told unless demanded or preferred.
 * Source: domain.md D35, D36: entered by the units; D34 tells who is eligible.
 */
import {
  addDuration,
  type Calendar,
  changesAmong,
  type Day,
  heldOn,
  loadAt,
  lookup,
  moreAt,
  type Problem,
  roomOn,
  type Supervisor,
  stepAt,
  supervisionFigures,
  supervisorsByUnit,
  type Track,
  type Unit,
} from "@placera/domain";
import { periodsAfter } from "./boundaries.ts";
import { mergeBreaks } from "./merge-breaks.ts";
import { occupantsByUnit } from "./overloads.ts";
import { type SharedBreak, unitRule } from "./rule.ts";
import { supervisedPlacements } from "./supervised.ts";

export const supervisionCapacity = unitRule<"supervision-capacity">({
  id: "supervision-capacity",
  expresses: ["D35", "D36"],
  statement: {
    sv: "Läkarna på en enhet som anger sina handledare tar inte mer handledning än de behöriga som är på plats har utrymme för.",
    en: "The doctors at a unit that names its supervisors take no more supervision than the eligible ones present have room for.",
  },
  mathematics:
    "broken = Σ_{u,t} max(0, Σ {load(u, p, t) : unit(p) = u ∧ from(p) ≤ t < to(p)} / step(u) − ⌊room(u, t) / step(u)⌋); room(u, t) = max(0, min_{i ∈ t} Σ {slots(h) : unit(h) = u ∧ eligible(h) ∧ i ∈ there(h)} − held(u, i)); load(u, p, t) = (load(k) + [T_t < from(p) + first] · more(k)) · (1 − interprofessional(u)), k = track(p)",

  encode(problem) {
    const figures = supervisionFigures(problem);
    return [...supervisorsByUnit(problem)].map(([id, supervisors]) => {
      const unit = lookup(problem).unit(id);
      const step = stepAt(unit, figures);
      const counts = {
        AT: loadAt(unit, "AT", figures) / step,
        BT: loadAt(unit, "BT", figures) / step,
      };
      const most = Array.from({ length: problem.calendar.periods }, (_, t) => {
        const days = daysOf(problem.calendar, t, unit, supervisors);
        const rooms = days.map(
          (day) => roomOn(supervisors, day, figures) - heldOn(unit, day, figures),
        );
        return Math.floor(Math.max(0, Math.min(...rooms)) / step);
      });
      const first = figures?.first && {
        counts: {
          AT: moreAt(unit, "AT", figures) / step,
          BT: moreAt(unit, "BT", figures) / step,
        },
        until: periodsAfter(problem.calendar, figures.first.length),
      };
      return {
        kind: "shared",
        rule: "supervision-capacity",
        name: id,
        units: [unit.index],
        counts,
        ...(first === undefined ? {} : { first }),
        most,
      };
    });
  },

  check(problem, plan) {
    const { calendar } = problem;
    const figures = supervisionFigures(problem);
    const occupants = occupantsByUnit(plan);
    return [...supervisorsByUnit(problem)].flatMap(([id, supervisors]): SharedBreak[] => {
      const unit = lookup(problem).unit(id);
      const there = (occupants.get(id) ?? []).map((each) => {
        const track = trackOf(problem, each.doctor);
        return {
          ...each,
          load: loadAt(unit, track, figures),
          more: moreAt(unit, track, figures),
          newTo:
            figures?.first === undefined ? each.from : addDuration(each.from, figures.first.length),
        };
      });
      const breaks: SharedBreak[] = [];
      for (let t = 0; t < calendar.periods; t++) {
        const end = calendar.boundaries[t + 1] ?? 0;
        const days = daysOf(calendar, t, unit, supervisors);
        const begins = days[0] ?? 0;
        const present = there.filter(({ from, to }) => from < end && begins < to);
        const planned = present.reduce(
          (sum, { load, more, newTo }) => sum + load + (begins < newTo ? more : 0),
          0,
        );
        const rooms = days.map((day) =>
          Math.max(0, roomOn(supervisors, day, figures) - heldOn(unit, day, figures)),
        );
        const room = Math.min(...rooms);
        if (planned <= room) continue;
        const short = [...days.keys()].filter((at) => planned > (rooms[at] ?? 0));
        breaks.push({
          magnitude: Math.ceil((planned - room) / stepAt(unit, figures)),
          unit: id,
          from: days[short[0] ?? 0] ?? 0,
          to: days[(short.at(-1) ?? 0) + 1] ?? end,
          doctors: [...new Set(present.map(({ doctor }) => doctor))],
          params: { load: inSlots(planned), room: inSlots(room) },
        });
      }
      return mergeBreaks(breaks);
    });
  },

  met: supervisedPlacements,
});

/** The first day of a period, and those in it on which somebody comes or goes. */
function daysOf(
  { boundaries }: Calendar,
  period: number,
  { held }: Unit,
  supervisors: readonly Supervisor[],
): Day[] {
  const from = boundaries[period] ?? 0;
  const to = boundaries[period + 1] ?? 0;
  const turns = [...changesAmong(supervisors), ...held.flatMap((each) => [each.from, each.to])];
  const inside = turns.filter((day) => from < day && day < to);
  return [...new Set([from, ...inside])].sort((a, b) => a - b);
}

const trackOf = (problem: Problem, id: string): Track =>
  lookup(problem).programme(lookup(problem).doctor(id).programme).track;

/** Thousandths as a figure with a decimal point. */
const inSlots = (thousandths: number): string => String(thousandths / 1000);
