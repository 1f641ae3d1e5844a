/**
 * The day of the AT exam is kept free of other things: no teaching, no vacation, and no absence on
 * which an exam is missed that the doctor was in time for.
 *
 *   x = the first sitting that she is in time for (exam-in-time):
 *   date(x) ∉ F ∪ vacations(d),   no sitting x′ before x that she is in time for with date(x′) ∈ absences(d) ∪ tolerated(d)
 *
 * On that day she is away from her unit; it is among her dates. Told, never demanded.
 * Source: domain.md D12 [11]: one day, 09–14.
 */
import { type RuleParams, sittingOf } from "@placera/domain";
import { type Break, type DoctorCheck, doctorRule } from "./rule.ts";

export const examDayFree = doctorRule<"exam-day-free">({
  id: "exam-day-free",
  expresses: ["D12"],
  statement: {
    sv: "Provdagen hålls fri: läkaren är då borta från sin enhet och har varken undervisning, semester eller annat; den som har det, eller är frånvarande på ett prov hon annars hunnit till, redovisas.",
    en: "The day of the exam is kept free: the doctor is away from her unit and has no teaching, vacation or anything else; who has, or is absent on an exam she was in time for, is told of.",
  },
  mathematics:
    "x = first sitting in time: date(x) ∉ F ∪ vacations(d) ∧ ¬∃ x′ < x in time: date(x′) ∈ absences(d) ∪ tolerated(d)",

  check(given) {
    const found = sittingsOf(given);
    if (found === undefined) return [];
    const { sitting, missed } = found;
    const breaks = missed.map(({ date }) => broken("absent", date));
    if (sitting === undefined) return breaks;
    const { date } = sitting;
    const inside = ({ from, to }: { readonly from: number; readonly to: number }): boolean =>
      from <= date && date < to;
    const span = given.programme.fixedSpans.find(inside);
    if (span !== undefined) breaks.push(broken("fixed", date, { span: span.id }));
    if (given.doctor.vacations.some(inside)) breaks.push(broken("vacation", date));
    return breaks;
  },

  met(given) {
    const sitting = sittingsOf(given)?.sitting;
    if (sitting === undefined) return undefined;
    return [{ what: { sv: "ledig för AT-prov", en: "off for the AT exam" }, day: sitting.date }];
  },
});

const broken = (fault: string, day: number, params: Break["params"] = {}): Break => ({
  magnitude: 1,
  from: day,
  to: day + 1,
  params: { fault, ...params },
});

/** Undefined where no exam is asked of her. */
function sittingsOf(given: DoctorCheck) {
  const { doctor, programme } = given;
  const setting = programme.rules.find(({ rule }) => rule === "exam-in-time");
  if (setting === undefined || doctor.examPassed !== undefined) return undefined;
  return sittingOf(given, setting.params as RuleParams<"exam-in-time">);
}
