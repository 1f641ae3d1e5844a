/** Credit and history of the doctors of a problem file: stays, sections, units and dates that fit together. */
import type { ProblemInput } from "./problem-input.ts";
import type { Path } from "./problem-issue.ts";
import type { References } from "./references.ts";

type DoctorInput = ProblemInput["doctors"][number];
type Owed = ReadonlyMap<string, ProblemInput["programmes"][number]["requirements"][number]>;
type Units = ReadonlyMap<string, ProblemInput["units"][number]>;

export function checkCredit(
  doctor: DoctorInput,
  path: Path,
  owed: Owed,
  references: References,
): void {
  const sections = new Set([...owed.values()].flatMap((each) => each.sections));
  doctor.credit.forEach(({ requirement, section }, at) => {
    const here: Path = [...path, "credit", at];
    if ((requirement ?? section) === undefined) {
      references.say("credit-of-nothing", here, { doctor: doctor.id });
      return;
    }
    if (!references.known("section", section, [...here, "section"])) return;
    if (requirement !== undefined) {
      const ids = new Set(owed.keys());
      if (!references.knownIn(ids, "requirement", requirement, [...here, "requirement"])) return;
    }
    const possible = owed.get(requirement ?? "")?.sections ?? [...sections];
    if (section === undefined || possible.includes(section)) return;
    references.say("credit-of-nothing", [...here, "section"], { doctor: doctor.id, section });
  });
}

export function checkHistory(
  doctor: DoctorInput,
  path: Path,
  { owed, units, calendarFrom }: { owed: Owed; units: Units; calendarFrom: string },
  references: References,
): void {
  const { history, id, start } = doctor;
  const say = (why: string, at: number, params: Readonly<Record<string, string>>) =>
    references.say("history-impossible", [...path, "history", at], { doctor: id, why, ...params });
  history.forEach(({ requirement, unit, section, from, to }, at) => {
    const here: Path = [...path, "history", at];
    const ids = new Set(owed.keys());
    const known = references.knownIn(ids, "requirement", requirement, [...here, "requirement"]);
    references.known("section", section, [...here, "section"]);
    if (to <= from) references.say("span-reversed", here, { from, to });
    if (!references.known("unit", unit, [...here, "unit"]) || !known) return;
    const wanted = owed.get(requirement)?.sections ?? [];
    const given = units.get(unit)?.sections ?? [];
    const fits =
      section === undefined
        ? wanted.some((each) => given.includes(each))
        : wanted.includes(section);
    if (!fits) say("section", at, { unit, requirement, sections: wanted.join(", ") });
  });
  const inOrder = history
    .map((each, at) => ({ ...each, at }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  inOrder.forEach(({ from, at }, i) => {
    const before = inOrder[i - 1];
    if (before !== undefined && before.to > from) say("overlap", at, { from, to: before.to });
  });
  const last = inOrder.at(-1);
  if (last === undefined) return;
  const earliest = typeof start === "string" ? start : start?.earliest;
  if (earliest === undefined || last.to >= calendarFrom) {
    references.date(last.to, [...path, "history", last.at, "to"]);
  }
  if (earliest !== undefined && earliest < last.to) {
    say("after-start", last.at, { start: earliest, to: last.to });
  }
}
