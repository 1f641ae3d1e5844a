/** What a rule asks of one doctor, with her own dates: for rules that no plan of hers can meet together. */
import {
  addDuration,
  type Day,
  type Doctor,
  type Duration,
  dayInWords,
  lookup,
  type Problem,
  type Programme,
  type Requirement,
  type RuleId,
  type Text,
  type Unit,
} from "@placera/domain";
import { ruleOf } from "./index.ts";
import { sectionNames } from "./section-names.ts";

export function askedText(problem: Problem, doctor: Doctor, rule: RuleId): Text {
  const programme = lookup(problem).owed(doctor);
  const own = OWN[rule]?.(problem, doctor, programme);
  return own ?? ruleOf(rule).statement;
}

const OWN: Partial<
  Record<RuleId, (problem: Problem, doctor: Doctor, programme: Programme) => Text | undefined>
> = {
  "start-in-window": (_, { start }) => windowText(start),
  "start-after-degree": (_, { degreeDate, start }) => {
    if (degreeDate === undefined) return undefined;
    const window = windowText(start);
    return {
      sv: `läkarexamen är utfärdad ${dayInWords(degreeDate, "sv")}; ${window.sv}`,
      en: `the degree is of ${dayInWords(degreeDate, "en")}; ${window.en}`,
    };
  },
  "owed-placements": timeText,
  "total-length": lengthText("total-length"),
  "recommended-length": lengthText("recommended-length"),
  "programme-length": (_problem, _doctor, { length }) =>
    length && {
      sv: `programmet är ${range(length, "sv")}`,
      en: `the programme is ${range(length, "en")}`,
    },
  "unit-gives-section": (problem, _, { requirements }) =>
    missingText(problem, requirements, () => true, { sv: "ingen enhet", en: "no unit" }),
  "own-region": (problem, { region: own }, { requirements }) => {
    const { name } = lookup(problem).region(own);
    const where = { sv: `ingen enhet i ${name}`, en: `no unit in ${name}` };
    return missingText(problem, requirements, ({ region }) => region === own, where);
  },
  absences: (_, { absences }) => listed(absences.map((span) => spanText(span))),
  "fixed-placements": (_, { fixed }) =>
    listed(
      fixed.map(({ requirement, unit, from, to }) =>
        joined([{ sv: requirement, en: requirement }, place(unit), spanText({ from, to })]),
      ),
    ),
  "published-placements": (_, { published }) =>
    listed(
      (published?.placements ?? []).map(({ requirement, unit, from, to }) =>
        joined([{ sv: requirement, en: requirement }, place(unit), spanText({ from, to })]),
      ),
    ),
  "forbidden-placements": (_, { forbidden }) =>
    listed(
      forbidden.map(({ requirement, unit, site, from, to }) =>
        joined([place(requirement), place(unit), place(site), spanText({ from, to })]),
      ),
    ),
};

const both = (make: (language: "sv" | "en") => string): Text => ({
  sv: make("sv"),
  en: make("en"),
});

function windowText({ earliest, latest }: Doctor["start"]): Text {
  const [from, to] = [earliest, latest].map((day) => both((language) => dayInWords(day, language)));
  if (earliest === latest) return { sv: `start ${from?.sv}`, en: `start ${from?.en}` };
  return { sv: `start ${from?.sv}–${to?.sv}`, en: `start ${from?.en}–${to?.en}` };
}

/** What is owed one after another, and when that could be done at the earliest. */
function timeText(problem: Problem, doctor: Doctor, programme: Programme): Text {
  const owed = programme.requirements.filter(({ group }) => group === undefined);
  let day: Day = doctor.start.earliest;
  for (const { length } of owed) day = addDuration(day, length.min);
  for (const { from, to } of [...programme.fixedSpans, ...doctor.absences]) {
    if (from >= doctor.start.earliest && from < day) day += to - from;
  }
  const { to } = problem.calendar;
  const amounts = owed.map(({ length }) => length.min);
  const late = day > to;
  return both((language) => {
    const sum = amounts.map((each) => duration(each, language)).join(" + ");
    const [begin, end, last] = [doctor.start.earliest, day, to].map((each) =>
      dayInWords(each, language),
    );
    if (language === "sv") {
      return `placeringarna (${sum}) är från ${begin} klara tidigast ${end}; planeringsperioden slutar ${last}${late ? ` och behöver sluta ${end} eller senare` : ""}`;
    }
    return `the stays (${sum}) from ${begin} are done on ${end} at the earliest; the horizon ends on ${last}${late ? ` and must end on ${end} or later` : ""}`;
  });
}

function lengthText(rule: "total-length" | "recommended-length") {
  return (_problem: Problem, _doctor: Doctor, { rules }: Programme): Text | undefined => {
    const settings = rules.filter((each) => each.rule === rule);
    const asked = settings.map(({ params }): Duration | undefined =>
      "min" in params ? params.min : "length" in params ? params.length : undefined,
    );
    const text = (language: "sv" | "en") =>
      asked.map((each) => (each === undefined ? "" : duration(each, language))).join(", ");
    return { sv: `blocket ska vara ${text("sv")}`, en: `the block is to be ${text("en")}` };
  };
}

/** Stays that none of the units gives, each by what it could be done in. */
function missingText(
  problem: Problem,
  requirements: readonly Requirement[],
  counts: (unit: Unit) => boolean,
  where: Text,
): Text | undefined {
  const offered = new Set(problem.units.filter(counts).flatMap(({ sections }) => sections));
  const missing = requirements.filter(({ sections }) => !sections.some((id) => offered.has(id)));
  if (missing.length === 0) return undefined;
  const names = sectionNames(problem, [...new Set(missing.flatMap(({ sections }) => sections))]);
  return { sv: `${where.sv} ger ${names.sv}`, en: `${where.en} gives ${names.en}` };
}

function duration(length: Duration, language: "sv" | "en"): string {
  if ("weeks" in length) return `${length.weeks} ${language === "sv" ? "v" : "wk"}`;
  const months = String(length.months);
  return language === "sv" ? `${months.replace(".", ",")} mån` : `${months} mo`;
}

function range(length: NonNullable<Programme["length"]>, language: "sv" | "en"): string {
  const [min, max] = [length.min, length.max].map((each) => duration(each, language));
  return min === max ? `${min}` : `${min}–${max}`;
}

function spanText({
  from,
  to,
}: {
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}): Text {
  if (from === undefined && to === undefined) return { sv: "", en: "" };
  return both((language) => {
    const [first, last] = [from, to === undefined ? undefined : to - 1].map((day) =>
      day === undefined ? "" : dayInWords(day, language),
    );
    return `${first}–${last}`;
  });
}

const place = (id: string | undefined): Text => ({ sv: id ?? "", en: id ?? "" });

const joined = (parts: readonly Text[]): Text =>
  both((language) =>
    parts
      .map((part) => part[language])
      .filter((part) => part !== "")
      .join(" "),
  );

function listed(items: readonly Text[]): Text | undefined {
  if (items.length === 0) return undefined;
  return both((language) => items.map((item) => item[language]).join("; "));
}
