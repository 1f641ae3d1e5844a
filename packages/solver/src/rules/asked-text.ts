/** What a rule asks of one doctor, with her own dates: for rules that no plan of hers can meet together. */
import {
  awaySpans,
  type Day,
  type Doctor,
  type Duration,
  dayInWords,
  formatDay,
  lookup,
  type Problem,
  type Programme,
  placementService,
  type Requirement,
  type RuleId,
  type RuleParams,
  skipFixed,
  type Text,
  type Unit,
} from "@placera/domain";
import { ruleOf } from "./index.ts";
import { sectionNames } from "./section-names.ts";
import { isEnough } from "./service.ts";

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
  "section-minima": settingsText<"section-minima">("section-minima", (problem, { pools }) =>
    pools.map(({ sections, min }) => {
      const names = sectionNames(problem, sections);
      return both((language) => `${names[language]} ${atLeast(min, language)}`);
    }),
  ),
  "psychiatry-in-bt": settingsText<"psychiatry-in-bt">("psychiatry-in-bt", (problem, { min }) => {
    const names = sectionNames(problem, ["psychiatry"]);
    return [both((language) => `${names[language]} ${atLeast(min, language)}`)];
  }),
  "section-order": settingsText<"section-order">("section-order", (problem, { last }) => {
    const names = sectionNames(problem, last);
    return [{ sv: `${names.sv} sist`, en: `${names.en} last` }];
  }),
  "at-most-four-places": settingsText<"at-most-four-places">(
    "at-most-four-places",
    (_, { max }) => [
      { sv: `högst ${max} tjänstgöringsställen`, en: `at most ${max} places of service` },
    ],
  ),
  "bt-term-at-least-six-months": settingsText<"bt-term-at-least-six-months">(
    "bt-term-at-least-six-months",
    (_, { min }) => [
      both((language) =>
        language === "sv"
          ? `anställningen ${atLeast(min, language)}`
          : `the appointment ${atLeast(min, language)}`,
      ),
    ],
  ),
  "eligible-for-track": (_, { licenceDate }) =>
    licenceDate === undefined
      ? undefined
      : {
          sv: `legitimation ${dayInWords(licenceDate, "sv")}`,
          en: `licence of ${dayInWords(licenceDate, "en")}`,
        },
  "goal-coverage": (problem, _, { goals }) => {
    const units = (goal: string) =>
      problem.units.filter((unit) => unit.goals.includes(goal)).map(({ name }) => name);
    return listed(goals.map((goal) => both(() => `${goal}: ${units(goal).join(", ")}`)));
  },
  "exam-in-time": ({ calendar }) => {
    const days = calendar.exams.map(({ date, registrationCloses }) =>
      [date, registrationCloses].map(formatDay),
    );
    return listed(
      days.map(([exam, closes]) => ({
        sv: `prov ${exam}, anmälan stänger ${closes}`,
        en: `exam ${exam}, registration closes ${closes}`,
      })),
    );
  },
  "home-unit": (problem, { employment }) => {
    if (employment?.homeUnit === undefined) return undefined;
    const { name } = lookup(problem).unit(employment.homeUnit);
    return { sv: `hemenheten är ${name}`, en: `the home unit is ${name}` };
  },
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
  "fixed-spans": (_problem, _doctor, { fixedSpans }) =>
    listed(fixedSpans.map((span) => joined([span.name, spanText(span)]))),
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

/** When a block may begin. */
export function windowText({ earliest, latest }: Doctor["start"]): Text {
  const [from, to] = [earliest, latest].map((day) => both((language) => dayInWords(day, language)));
  if (earliest === latest) return { sv: `start ${from?.sv}`, en: `start ${from?.en}` };
  return { sv: `start ${from?.sv}–${to?.sv}`, en: `start ${from?.en}–${to?.en}` };
}

/** What is owed one after another, and when that could be done at the earliest. */
function timeText(problem: Problem, doctor: Doctor, programme: Programme): Text {
  const owed = programme.requirements.filter(({ group }) => group === undefined);
  let day: Day = doctor.start.earliest;
  for (const { length } of owed) day = earliestEnd(problem, doctor, programme, day, length.min);
  const { to } = problem.calendar;
  const amounts = owed.map(({ length }) => length.min);
  const late = day > to;
  const shares = doctor.percentages.map(({ percentage }) => percentage);
  return both((language) => {
    const working = shares.length === 0 ? "" : ` ${shares.join(", ").replaceAll(".", ",")} %`;
    const sum = amounts.map((each) => duration(each, language)).join(" + ");
    const [begin, end, last] = [doctor.start.earliest, day, to].map((each) =>
      dayInWords(each, language),
    );
    if (language === "sv") {
      const at = working === "" ? "" : `, arbetstid${working},`;
      return `placeringarna (${sum})${at} är från ${begin} klara tidigast ${end}; planeringsperioden slutar ${last}${late ? ` och behöver sluta ${end} eller senare` : ""}`;
    }
    const at = working === "" ? "" : `, working${working},`;
    return `the stays (${sum})${at} from ${begin} are done on ${end} at the earliest; the horizon ends on ${last}${late ? ` and must end on ${end} or later` : ""}`;
  });
}

/** So long is looked for an end, in days. */
const FAR = 366 * 30;

/** The first day on which a stay begun on `from` is long enough, whatever the grid. */
function earliestEnd(
  { calendar }: Problem,
  doctor: Doctor,
  programme: Programme,
  from: Day,
  length: Duration,
): Day {
  const begin = skipFixed(awaySpans(programme, doctor), from);
  let [low, high] = [begin, begin + FAR];
  while (low < high) {
    const middle = (low + high) >> 1;
    const service = placementService(programme, doctor, { from: begin, to: middle }, length);
    if (isEnough(calendar, doctor, service, length)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What each setting of a rule asks, and the local pack it is of: two may contradict each other. */
function settingsText<Id extends RuleId>(
  rule: Id,
  asked: (problem: Problem, params: RuleParams<Id>) => readonly Text[],
) {
  return (problem: Problem, _doctor: Doctor, { rules }: Programme): Text | undefined => {
    const settings = rules.filter((each) => each.rule === rule);
    return listed(
      settings.flatMap((setting) =>
        // Its own parameters: it was found by its id.
        asked(problem, setting.params as RuleParams<Id>).map((text) =>
          settings.length === 1 ? text : both((language) => `${text[language]} (${setting.pack})`),
        ),
      ),
    );
  };
}

const atLeast = (min: Duration, language: "sv" | "en"): string =>
  `${language === "sv" ? "minst" : "at least"} ${duration(min, language)}`;

function lengthText(rule: "total-length" | "recommended-length") {
  return (_problem: Problem, _doctor: Doctor, { rules }: Programme): Text | undefined => {
    const settings = rules.filter((each) => each.rule === rule);
    const asked = settings.map(({ params }): Duration | undefined =>
      "min" in params ? params.min : "length" in params ? params.length : undefined,
    );
    const text = (language: "sv" | "en") =>
      asked
        .map((each, at) => {
          const length = each === undefined ? "" : duration(each, language);
          return settings.length === 1 ? length : `${length} (${settings[at]?.pack})`;
        })
        .join(", ");
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
