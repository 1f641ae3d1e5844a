/**
 * The doctors at a unit that names its supervisors take no more supervision than those have room for.
 *
 *   ∀ u with named supervisors, day t:
 *     Σ {load(u, track(p)) : unit(p) = u, from(p) ≤ t < to(p)} ≤ Σ {slots(h) : h eligible at u, there on t}
 *
 * with load(u, k) = load(k) · (1 − interprofessional(u)). So on every day each doctor can be given a
 * supervisor who has room when she is taken (docs/formulation.md 8); that it be the same one throughout
 * is another rule. Told, not demanded: the solver does not look at it as yet. Source: domain.md D35, D36: entered by the units; D34 tells who is eligible.
 */
import {
  changesAmong,
  type DoctorId,
  loadAt,
  lookup,
  type Problem,
  roomOn,
  supervisionFigures,
  supervisorsByUnit,
  type Track,
} from "@placera/domain";
import { occupantsByUnit } from "./overloads.ts";
import { nameRule, type SharedBreak } from "./rule.ts";
import { supervisedPlacements } from "./supervised.ts";

export const supervisionCapacity = nameRule<"supervision-capacity">({
  id: "supervision-capacity",
  expresses: ["D35", "D36"],
  statement: {
    sv: "Läkarna på en enhet som anger sina handledare tar inte mer handledning än de behöriga som är på plats har utrymme för; när det inte räcker redovisas det.",
    en: "The doctors at a unit that names its supervisors take no more supervision than the eligible ones present have room for; where it is not enough that is told.",
  },
  mathematics:
    "∀ u, t: Σ {load(u, track(p)) : unit(p) = u ∧ from(p) ≤ t < to(p)} ≤ Σ {slots(h) : unit(h) = u ∧ eligible(h) ∧ t ∈ there(h)}",

  check(problem, plan) {
    const figures = supervisionFigures(problem);
    const occupants = occupantsByUnit(plan);
    return [...supervisorsByUnit(problem)].flatMap(([id, supervisors]): SharedBreak[] => {
      const here = occupants.get(id) ?? [];
      const unit = lookup(problem).unit(id);
      const taken = (doctor: DoctorId): number => loadAt(unit, trackOf(problem, doctor), figures);
      const days = [
        ...here.flatMap(({ from, to }) => [from, to]),
        ...changesAmong(supervisors).filter((day) => here.some((each) => isThere(each, day))),
      ];
      const sorted = [...new Set(days)].sort((a, b) => a - b);
      const breaks: SharedBreak[] = [];
      sorted.forEach((from, at) => {
        const present = here.filter((each) => isThere(each, from));
        const load = present.reduce((sum, { doctor }) => sum + taken(doctor), 0);
        const room = roomOn(supervisors, from, figures);
        if (load <= room) return;
        const doctors = [...new Set(present.map(({ doctor }) => doctor))];
        const params = { load: inSlots(load), room: inSlots(room) };
        const to = sorted[at + 1] ?? from;
        breaks.push({ magnitude: 1, unit: id, from, to, doctors, params });
      });
      return breaks;
    });
  },

  met: supervisedPlacements,
});

const trackOf = (problem: Problem, id: DoctorId): Track =>
  lookup(problem).programme(lookup(problem).doctor(id).programme).track;

const isThere = (
  { from, to }: { readonly from: number; readonly to: number },
  day: number,
): boolean => from <= day && day < to;

/** Thousandths as a figure with a decimal point. */
const inSlots = (thousandths: number): string => String(thousandths / 1000);
