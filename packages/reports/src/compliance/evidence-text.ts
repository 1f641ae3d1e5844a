/** Where a rule is met, in words: `psykiatri 3 mån (minst 3 mån): 1 mar – 31 maj 2027 på PSY-1`. */
import {
  type CountedService,
  CREDIT_DAYS_PER_MONTH,
  type Duration,
  type Evidence,
  type Placement,
} from "@placera/domain";
import { briefSpan, dateRange, shortDate } from "../dates.ts";
import { printable } from "../printable.ts";
import type { Report } from "../report.ts";
import type { Texts } from "../texts/texts.ts";

/** What a report needs to name days and units. */
type Naming = Pick<Report, "texts" | "find" | "language">;

export function evidenceText(evidence: Evidence, naming: Naming): string {
  const { texts, language } = naming;
  const { what, service, count, placements = [], span, day, window } = evidence;
  const figures = [
    ...(what === undefined ? [] : [printable(what[language])]),
    ...(service === undefined ? [] : [serviceText(service, texts)]),
    ...(count === undefined ? [] : [limited(String(count.found), count, String, texts)]),
    ...(day === undefined ? [] : [shortDate(day, texts)]),
    ...(window === undefined ? [] : [windowText(window, texts)]),
  ];
  const places = [
    ...(span === undefined ? [] : [dateRange(span.from, span.to, texts)]),
    ...placements.map((placement) => placementText(placement, naming)),
  ];
  return [figures.join(" "), places.join("; ")].filter((part) => part !== "").join(": ");
}

function placementText({ unit, from, to }: Placement, { texts, find }: Naming): string {
  return texts.compliance.at(briefSpan(from, to, texts), printable(find.unit(unit).name));
}

/** What there is, and what was asked. */
function serviceText(service: CountedService, texts: Texts): string {
  const { counted, min, max } = service;
  const measure = min ?? max ?? { months: 0 };
  return limited(amount(counted, measure, texts), service, (asked) => asText(asked, texts), texts);
}

function limited<T>(
  found: string,
  { min, max }: { readonly min?: T; readonly max?: T },
  text: (limit: T) => string,
  { compliance }: Texts,
): string {
  const [least, most] = [min, max].map((each) => (each === undefined ? undefined : text(each)));
  if (least === undefined && most === undefined) return found;
  if (least === most) return `${found} (${compliance.exactly(least ?? "")})`;
  const limits = [
    ...(least === undefined ? [] : [compliance.atLeast(least)]),
    ...(most === undefined ? [] : [compliance.atMost(most)]),
  ];
  return `${found} (${limits.join(", ")})`;
}

function windowText({ earliest, latest }: NonNullable<Evidence["window"]>, texts: Texts): string {
  const { compliance } = texts;
  if (earliest !== undefined && latest !== undefined && earliest === latest) {
    return `(${compliance.exactly(shortDate(earliest, texts))})`;
  }
  const limits = [
    ...(earliest === undefined ? [] : [compliance.notBefore(shortDate(earliest, texts))]),
    ...(latest === undefined ? [] : [compliance.notAfter(shortDate(latest, texts))]),
  ];
  return `(${limits.join(", ")})`;
}

const asText = (duration: Duration, { compliance, language }: Texts): string =>
  "weeks" in duration
    ? compliance.weeks(String(duration.weeks))
    : compliance.months(decimal(duration.months, language));

/** Credit days as months, or days as weeks; what is left over stays days. */
function amount(counted: number, measure: Duration, { compliance, language }: Texts): string {
  const size = "weeks" in measure ? 7 : CREDIT_DAYS_PER_MONTH;
  const half = "weeks" in measure ? size : size / 2;
  const whole = Math.floor(counted / half) / (size / half);
  const days = counted % half;
  const text = decimal(whole, language);
  const long = "weeks" in measure ? compliance.weeks(text) : compliance.months(text);
  if (days === 0) return long;
  return whole === 0 ? compliance.days(days) : `${long} ${compliance.days(days)}`;
}

const decimal = (value: number, language: "sv" | "en"): string =>
  language === "sv" ? String(value).replace(".", ",") : String(value);
