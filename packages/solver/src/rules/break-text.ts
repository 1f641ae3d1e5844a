/** A finding as a sentence, in Swedish or English. Codes are the contract, sentences are not. */
import { dayInWords, type Finding, type Problem, type RuleId, type Text } from "@placera/domain";

type Language = keyof Text;
/** By fault; `_` for rules with only one. `{unit}`, `{from}` and so on are filled in. */
type Sentences = Readonly<Record<string, Text>>;

const at = {
  sv: "{requirement} på {unit} {from}–{last}",
  en: "{requirement} at {unit} {from}–{last}",
};

const SENTENCES: Readonly<Record<RuleId, Sentences>> = {
  "one-placement-at-a-time": {
    "start-off-grid": {
      sv: "{doctors}: blocket börjar {from}, som inte är en bytesdag i kalendern.",
      en: "{doctors}: the block begins on {from}, which is not a change day of the calendar.",
    },
    reversed: {
      sv: "{doctors}: {requirement} på {unit} slutar innan den har börjat.",
      en: "{doctors}: {requirement} at {unit} ends before it has begun.",
    },
    "off-grid": {
      sv: `{doctors}: ${at.sv} börjar eller slutar inte på en bytesdag i kalendern.`,
      en: `{doctors}: ${at.en} does not begin and end on change days of the calendar.`,
    },
    "before-start": {
      sv: `{doctors}: ${at.sv} börjar före blockets första dag.`,
      en: `{doctors}: ${at.en} begins before the block's first day.`,
    },
    overlap: {
      sv: `{doctors}: ${at.sv} överlappar en annan placering.`,
      en: `{doctors}: ${at.en} overlaps another placement.`,
    },
    "doctor-twice": {
      sv: "{doctors} står två gånger i planen.",
      en: "{doctors} is in the plan twice.",
    },
    "doctors-unsorted": {
      sv: "{doctors} står inte på sin plats i planen; läkarna ska stå i underlagets ordning.",
      en: "{doctors} is out of place in the plan; doctors come in the order of the problem.",
    },
    "placements-unsorted": {
      sv: "{doctors}: placeringarna står inte i tidsordning ({requirement}).",
      en: "{doctors}: the placements are not in order of time ({requirement}).",
    },
    "no-day": {
      sv: "{doctors}: planen anger en dag som inte finns.",
      en: "{doctors}: the plan gives a day that does not exist.",
    },
    "outside-calendar": {
      sv: "{doctors}: planen anger en dag utanför kalendern.",
      en: "{doctors}: the plan gives a day outside the calendar.",
    },
  },
  "owed-placements": {
    missing: { sv: "{doctors} saknar {requirement}.", en: "{doctors} lacks {requirement}." },
    twice: {
      sv: "{doctors} gör {requirement} mer än en gång.",
      en: "{doctors} does {requirement} more than once.",
    },
    "not-owed": {
      sv: "{doctors}: {requirement} på {unit} ingår inte i programmet.",
      en: "{doctors}: {requirement} at {unit} is not part of the programme.",
    },
    "other-section": {
      sv: "{doctors}: {requirement} kan inte göras i avsnittet {section}.",
      en: "{doctors}: {requirement} cannot be done in the section {section}.",
    },
    "too-short": {
      sv: `{doctors}: ${at.sv} är för kort.`,
      en: `{doctors}: ${at.en} is too short.`,
    },
    "too-long": { sv: `{doctors}: ${at.sv} är för lång.`, en: `{doctors}: ${at.en} is too long.` },
    "unknown-doctor": {
      sv: "{doctors} finns inte i underlaget.",
      en: "{doctors} is not in the problem.",
    },
  },
  "unit-gives-section": {
    _: {
      sv: "{doctors}: {unit} kan inte ge avsnittet {section}.",
      en: "{doctors}: {unit} cannot give the section {section}.",
    },
    "unknown-unit": {
      sv: "{doctors}: enheten {unit} finns inte i underlaget.",
      en: "{doctors}: the unit {unit} is not in the problem.",
    },
    "unknown-section": {
      sv: "{doctors}: avsnittet {section} finns inte i underlaget.",
      en: "{doctors}: the section {section} is not in the problem.",
    },
  },
  "programme-length": {
    "too-short": {
      sv: "{doctors}: blocket {from}–{last} är kortare än programmet anger.",
      en: "{doctors}: the block {from}–{last} is shorter than the programme says.",
    },
    "too-long": {
      sv: "{doctors}: blocket {from}–{last} är längre än programmet anger.",
      en: "{doctors}: the block {from}–{last} is longer than the programme says.",
    },
  },
  "start-in-window": {
    _: {
      sv: "{doctors} börjar {from}, utanför sitt startfönster {earliest}–{latest}.",
      en: "{doctors} begins on {from}, outside the window {earliest}–{latest}.",
    },
  },
  "fixed-spans": {
    _: {
      sv: `{doctors}: ${at.sv} börjar eller slutar under {span}.`,
      en: `{doctors}: ${at.en} begins or ends during {span}.`,
    },
  },
  absences: {
    _: {
      sv: `{doctors}: ${at.sv} ligger under frånvaro.`,
      en: `{doctors}: ${at.en} falls in an absence.`,
    },
  },
  "tolerated-absence": {
    _: {
      sv: "{doctors} är borta {days} dagar i avsnittet {section}, som tål {max}; det är {magnitude} veckor för mycket.",
      en: "{doctors} is away for {days} days in the section {section}, which tolerates {max}; that is {magnitude} weeks too many.",
    },
    elsewhere: {
      sv: "{doctors} är borta {days} dagar i avsnitt som inte tål någon frånvaro, {magnitude} veckor.",
      en: "{doctors} is away for {days} days in sections that tolerate no absence, {magnitude} weeks.",
    },
  },
  "part-time": {
    _: {
      sv: `{doctors}: ${at.sv} anger inte hur mycket läkaren arbetar då.`,
      en: `{doctors}: ${at.en} does not say how much the doctor works then.`,
    },
  },
  "fixed-placements": {
    _: {
      sv: `{doctors}: ${at.sv} är inte som det är bestämt.`,
      en: `{doctors}: ${at.en} is not as has been settled.`,
    },
    missing: {
      sv: "{doctors} saknar {requirement}, som är bestämd i förväg.",
      en: "{doctors} lacks {requirement}, which has been settled.",
    },
  },
  "published-placements": {
    _: {
      sv: `{doctors}: ${at.sv} är inte som det har meddelats.`,
      en: `{doctors}: ${at.en} is not as has been announced.`,
    },
    missing: {
      sv: "{doctors} saknar {requirement}, som har meddelats.",
      en: "{doctors} lacks {requirement}, which has been announced.",
    },
    start: {
      sv: "{doctors} börjar {from}; meddelat är {published}.",
      en: "{doctors} begins on {from}; {published} has been announced.",
    },
  },
  "forbidden-placements": {
    _: {
      sv: `{doctors}: ${at.sv} är utesluten.`,
      en: `{doctors}: ${at.en} is ruled out.`,
    },
  },
  "own-region": {
    _: {
      sv: `{doctors}: ${at.sv} ligger utanför den egna regionen.`,
      en: `{doctors}: ${at.en} is outside the doctor's own region.`,
    },
  },
  "one-base-site": {
    _: {
      sv: "{doctors} har inte en och samma bassite: {sites}.",
      en: "{doctors} does not keep to one base site: {sites}.",
    },
  },
  "unit-seats": {
    _: {
      sv: "{unit} har {magnitude} läkare för mycket {from}–{last}: {doctors}.",
      en: "{unit} has {magnitude} too many doctors {from}–{last}: {doctors}.",
    },
  },
  "track-seats": {
    _: {
      sv: "{unit} har {magnitude} {track}-läkare för mycket {from}–{last}: {doctors}.",
      en: "{unit} has {magnitude} too many {track} doctors {from}–{last}: {doctors}.",
    },
  },
  "intake-split": {
    _: {
      sv: "{site} är bas för {magnitude} fler ur {intake} än fördelningens {limit}: {doctors}.",
      en: "{site} is the base of {magnitude} more of {intake} than the split's {limit}: {doctors}.",
    },
  },
  "chosen-from-group": {
    missing: {
      sv: "{doctors} gör {done} av {choose} ur gruppen {group}.",
      en: "{doctors} does {done} of {choose} from the group {group}.",
    },
    "too-many": {
      sv: "{doctors} gör {done}, fler än {choose}, ur gruppen {group}.",
      en: "{doctors} does {done}, more than {choose}, from the group {group}.",
    },
  },
  "begun-before": {
    _: {
      sv: `{doctors}: ${at.sv} börjar utan att {first} har börjat.`,
      en: `{doctors}: ${at.en} begins before {first} has begun.`,
    },
  },
  "short-placement": {
    apart: {
      sv: `{doctors}: ${at.sv} följer inte direkt på delen före; kortplaceringen {requirement} ska ligga mitt i en längre.`,
      en: `{doctors}: ${at.en} does not follow right after the part before; the short placement {requirement} is to lie inside a longer one.`,
    },
    elsewhere: {
      sv: "{doctors} kommer {from} till {unit} efter kortplaceringen {requirement}, inte tillbaka till samma enhet.",
      en: "{doctors} comes to {unit} on {from} after the short placement {requirement}, not back to the same unit.",
    },
    "too-short": {
      sv: "{doctors}: placeringen runt kortplaceringen {requirement} är för kort, den slutar {last}.",
      en: "{doctors}: the placement around the short placement {requirement} is too short, it ends {last}.",
    },
    "too-long": {
      sv: "{doctors}: placeringen runt kortplaceringen {requirement} är för lång, den slutar {last}.",
      en: "{doctors}: the placement around the short placement {requirement} is too long, it ends {last}.",
    },
  },
  "idle-time": {
    _: {
      sv: "{doctors} är utan placering {from}–{last}.",
      en: "{doctors} is without a placement {from}–{last}.",
    },
  },
  "site-changes": {
    _: {
      sv: `{doctors}: ${at.sv} är på en annan ort än placeringen före.`,
      en: `{doctors}: ${at.en} is at another site than the placement before.`,
    },
  },
  "site-limit": {
    _: {
      sv: "{doctors} har {count} placeringar på {site}; högst {max} är tillåtet.",
      en: "{doctors} has {count} placements at {site}; at most {max} are allowed.",
    },
  },
  commute: {
    _: {
      sv: `{doctors}: ${at.sv} ligger {minutes} minuter från hemorten; gränsen är {most}.`,
      en: `{doctors}: ${at.en} is {minutes} minutes from home; the limit is {most}.`,
    },
  },
  "least-staffing": {
    _: {
      sv: "{unit} saknar {magnitude} av {wanted} läkare {from}–{last}.",
      en: "{unit} lacks {magnitude} of {wanted} doctors {from}–{last}.",
    },
  },
  "on-call-most": {
    _: {
      sv: "Jourlinjen {line} har {magnitude} läkare för mycket {from}–{last}: {doctors}.",
      en: "On-call line {line} has {magnitude} doctors too many {from}–{last}: {doctors}.",
    },
  },
  "on-call-least": {
    _: {
      sv: "Jourlinjen {line} saknar {magnitude} av {wanted} läkare {from}–{last}.",
      en: "On-call line {line} lacks {magnitude} of {wanted} doctors {from}–{last}.",
    },
  },
  "rest-between-doctors": {
    _: {
      sv: "{unit} vilar inte mellan placeringarna {from}–{last}: {doctors}.",
      en: "{unit} does not rest between placements {from}–{last}: {doctors}.",
    },
  },
  "overlap-of-doctors": {
    _: {
      sv: "{unit} har ingen läkare som har varit där tillräckligt länge {from}–{last}.",
      en: "{unit} has no doctor who has been there long enough {from}–{last}.",
    },
  },
  "one-unbroken-block": {
    _: {
      sv: "{doctors}: blocket hänger inte ihop mellan {from} och {to}.",
      en: "{doctors}: the block is broken between {from} and {to}.",
    },
  },
  "start-after-degree": {
    _: {
      sv: "{doctors} börjar {from}, före sin läkarexamen {degree}.",
      en: "{doctors} begins on {from}, before the degree of {degree}.",
    },
  },
  "total-length": {
    _: {
      sv: "{doctors}: tjänstgöringen {from}–{last} är kortare än författningen kräver.",
      en: "{doctors}: the service {from}–{last} is shorter than the regulations ask.",
    },
  },
  "section-minima": {
    _: {
      sv: "{doctors} får för lite tjänstgöring i {sections}.",
      en: "{doctors} gets too little service in {sections}.",
    },
  },
  "recommended-length": {
    "too-short": {
      sv: "{doctors}: blocket {from}–{last} är kortare än rekommenderat.",
      en: "{doctors}: the block {from}–{last} is shorter than recommended.",
    },
    "too-long": {
      sv: "{doctors}: blocket {from}–{last} är längre än rekommenderat.",
      en: "{doctors}: the block {from}–{last} is longer than recommended.",
    },
  },
  "section-order": {
    _: {
      sv: `{doctors}: ${at.sv} kommer före något som ska komma tidigare.`,
      en: `{doctors}: ${at.en} comes before something that is to come earlier.`,
    },
  },
  "at-most-four-places": {
    _: {
      sv: "{doctors} har {places} tjänstgöringsställen; högst {max} är tillåtet.",
      en: "{doctors} has {places} places of service; at most {max} are allowed.",
    },
  },
  "psychiatry-in-bt": {
    _: { sv: "{doctors} får för lite psykiatri.", en: "{doctors} gets too little psychiatry." },
  },
  "supervision-capacity": {
    _: {
      sv: "{unit} har handledning för {room} men behöver {load} {from}–{last}: {doctors}.",
      en: "{unit} has supervision for {room} but needs {load} {from}–{last}: {doctors}.",
    },
  },
  "named-supervisor": {
    missing: {
      sv: `{doctors}: ${at.sv} saknar handledare fast det finns utrymme.`,
      en: `{doctors}: ${at.en} has no supervisor though there is room.`,
    },
    "not-there": {
      sv: "{doctors}: {supervisor} kan inte handleda på {unit} {from}–{last}.",
      en: "{doctors}: {supervisor} cannot supervise at {unit} {from}–{last}.",
    },
    outside: {
      sv: "{doctors}: {supervisor} anges som handledare {from}–{last}, utanför placeringen.",
      en: "{doctors}: {supervisor} is named as supervisor {from}–{last}, outside the placement.",
    },
    overlap: {
      sv: "{doctors} har två handledare för samma sak {from}–{last}.",
      en: "{doctors} has two supervisors for the same thing {from}–{last}.",
    },
    overfull: {
      sv: "{doctors}: {supervisor} har inget utrymme kvar {from}–{last}.",
      en: "{doctors}: {supervisor} has no room left {from}–{last}.",
    },
    "unknown-name": {
      sv: "{doctors}: {supervisor} eller {requirement} finns inte i underlaget eller planen.",
      en: "{doctors}: {supervisor} or {requirement} is not in the problem or the plan.",
    },
    "no-day": {
      sv: "{doctors}: planen anger en dag som inte finns för handledaren {supervisor}.",
      en: "{doctors}: the plan gives a day that does not exist for the supervisor {supervisor}.",
    },
  },
  "same-supervisor": {
    _: {
      sv: `{doctors}: ${at.sv} byter handledare: {supervisors}.`,
      en: `{doctors}: ${at.en} changes supervisor: {supervisors}.`,
    },
  },
  "main-supervisor": {
    missing: {
      sv: "{doctors} har ingen huvudhandledare för hela blocket {from}–{last}.",
      en: "{doctors} has no main supervisor for the whole block {from}–{last}.",
    },
    several: {
      sv: "{doctors} byter huvudhandledare under blocket {from}–{last}.",
      en: "{doctors} changes main supervisor during the block {from}–{last}.",
    },
  },
  "supervisor-presence": {
    _: {
      sv: "{supervisor} på {unit} är på plats {own} procent, mindre än {least}: {doctors}.",
      en: "{supervisor} at {unit} is on site {own} per cent, less than {least}: {doctors}.",
    },
  },
  "eligible-for-track": {
    "six-year": {
      sv: "{doctors} har examen från det sexåriga programmet och kan inte göra AT.",
      en: "{doctors} has the degree of the six-year programme and cannot do AT.",
    },
    unlicensed: {
      sv: "{doctors} börjar BT {from}, före sin legitimation {licence}.",
      en: "{doctors} begins BT on {from}, before the licence of {licence}.",
    },
  },
  "goal-coverage": {
    _: {
      sv: "{doctors} har ingen placering där {goals} kan nås.",
      en: "{doctors} has no placement where {goals} can be met.",
    },
  },
  "exam-in-time": {
    _: {
      sv: "{doctors} hinner inte till något AT-prov: sista avsnittet börjar {from}, medsittningen kan hållas {weeks} veckor senare, och AT slutar {last}.",
      en: "{doctors} is in time for no AT exam: the last section begins on {from}, the sit-in can be held {weeks} weeks later, and AT ends on {last}.",
    },
  },
  "exam-day-free": {
    fixed: {
      sv: "{doctors} har {span} på dagen för AT-provet, {from}.",
      en: "{doctors} has {span} on the day of the AT exam, {from}.",
    },
    vacation: {
      sv: "{doctors} har semester på dagen för AT-provet, {from}.",
      en: "{doctors} has vacation on the day of the AT exam, {from}.",
    },
    absent: {
      sv: "{doctors} är frånvarande på AT-provet {from}, som läkaren annars hunnit till.",
      en: "{doctors} is absent on the AT exam of {from}, which she was in time for.",
    },
  },
  "assessments-in-time": {
    "too-short": {
      sv: `{doctors}: ${at.sv} är kortare än de {weeks} veckor som bedömningarna tar.`,
      en: `{doctors}: ${at.en} is shorter than the {weeks} weeks that the assessments take.`,
    },
    "no-day": {
      sv: `{doctors}: ${at.sv} har ingen ledig arbetsdag för bedömning {number}.`,
      en: `{doctors}: ${at.en} has no free workday for assessment {number}.`,
    },
    "no-review": {
      sv: "{doctors}: slutbedömningen ska göras i månad {month}, men tjänstgöringen {from}–{last} har ingen ledig arbetsdag i den.",
      en: "{doctors}: the final review is to be in month {month}, but the service {from}–{last} has no free workday in it.",
    },
  },
  "tolerance-used": {
    stay: {
      sv: `{doctors}: ${at.sv} är {days} d kortare än tiden i månader, inom toleransen.`,
      en: `{doctors}: ${at.en} is {days} d shorter than its length in months, within the tolerance.`,
    },
    sections: {
      sv: "{doctors}: {sections} är {days} d kortare än minsta tiden i månader, inom toleransen.",
      en: "{doctors}: {sections} is {days} d shorter than the least time in months, within the tolerance.",
    },
    block: {
      sv: "{doctors}: blocket {from}–{last} är {days} d kortare än minsta tiden i månader, inom toleransen.",
      en: "{doctors}: the block {from}–{last} is {days} d shorter than the least time in months, within the tolerance.",
    },
  },
  "home-unit": {
    _: {
      sv: `{doctors}: ${at.sv} kunde göras på hemenheten.`,
      en: `{doctors}: ${at.en} could be done at the home unit.`,
    },
  },
  "bt-term-at-least-six-months": {
    _: {
      sv: "{doctors}: anställningen {from}–{last} är kortare än en visstidsanställning får vara.",
      en: "{doctors}: the appointment {from}–{last} is shorter than a fixed term may be.",
    },
  },
  "integrated-bt-within-two-years": {
    _: {
      sv: "{doctors}: BT slutar {last}, efter de första åren av ST, som går till {latest}.",
      en: "{doctors}: BT ends on {last}, after the first years of ST, which go to {latest}.",
    },
  },
};

/** What a finding says, as a sentence about this problem's doctors and units. */
export function describeFinding(finding: Finding, language: Language, problem: Problem): string {
  const sentences = SENTENCES[finding.rule];
  const sentence = sentences[String(finding.params["fault"] ?? "_")] ?? sentences["_"];
  const template = sentence?.[language] ?? `${finding.rule}: {doctors}`;
  return template.replaceAll(/\{(\w+)\}/g, (_, key: string) =>
    word(key, finding, language, problem),
  );
}

/** Params that are days, and so are written in words. */
const DAYS: ReadonlySet<string> = new Set(["earliest", "latest", "degree", "published", "licence"]);

function word(key: string, finding: Finding, language: Language, problem: Problem): string {
  const { params } = finding;
  const day = (value: number | undefined): string =>
    value === undefined || !Number.isFinite(value) ? "?" : dayInWords(value, language);
  switch (key) {
    case "doctors":
      return finding.doctors.join(", ");
    case "magnitude":
      return String(finding.magnitude);
    case "from":
      return day(finding.from);
    case "to":
      return day(finding.to);
    case "last":
      return day(finding.to === undefined ? undefined : finding.to - 1);
    case "unit": {
      const id = finding.unit ?? params["unit"];
      return problem.units.find((unit) => unit.id === id)?.name ?? String(id ?? "?");
    }
    case "site":
      return nameOf(problem.sites, params["site"]);
    case "line":
      return nameOf(problem.onCallLines, params["line"]);
    case "sites":
      return list(params["sites"], (id) => nameOf(problem.sites, id));
    case "section":
    case "sections":
      return list(params[key], (id) => {
        const section = problem.sections.find((each) => each.id === id);
        return section?.name[language] ?? id;
      });
    case "span": {
      const spans = [
        ...problem.programmes,
        ...problem.intakes.flatMap(({ programmes }) => [...programmes.values()]),
      ].flatMap(({ fixedSpans }) => fixedSpans);
      return (
        spans.find(({ id }) => id === params["span"])?.name[language] ?? String(params["span"])
      );
    }
    default:
      return DAYS.has(key) ? day(Number(params[key])) : String(params[key] ?? "?");
  }
}

function nameOf(
  items: readonly { readonly id: string; readonly name: string }[],
  id: string | number | undefined,
): string {
  return items.find((each) => each.id === id)?.name ?? String(id ?? "?");
}

/** Ids in one parameter, set apart by spaces, as names set apart by commas. */
function list(ids: string | number | undefined, name: (id: string) => string): string {
  return String(ids ?? "?")
    .split(" ")
    .map(name)
    .join(", ");
}
