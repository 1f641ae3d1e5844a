/** How breaks of rules on single placements read. */
import type { RuleId } from "@placera/domain";
import { PLACEMENT, type Sentences } from "./break-sentences.ts";

export const PLACEMENTS = {
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
      sv: `{doctors}: ${PLACEMENT.sv} börjar eller slutar inte på en bytesdag i kalendern.`,
      en: `{doctors}: ${PLACEMENT.en} does not begin and end on change days of the calendar.`,
    },
    "before-start": {
      sv: `{doctors}: ${PLACEMENT.sv} börjar före blockets första dag.`,
      en: `{doctors}: ${PLACEMENT.en} begins before the block's first day.`,
    },
    overlap: {
      sv: `{doctors}: ${PLACEMENT.sv} överlappar en annan placering.`,
      en: `{doctors}: ${PLACEMENT.en} overlaps another placement.`,
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
      sv: `{doctors}: ${PLACEMENT.sv} är för kort.`,
      en: `{doctors}: ${PLACEMENT.en} is too short.`,
    },
    "too-long": {
      sv: `{doctors}: ${PLACEMENT.sv} är för lång.`,
      en: `{doctors}: ${PLACEMENT.en} is too long.`,
    },
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
      sv: `{doctors}: ${PLACEMENT.sv} börjar eller slutar under {span}.`,
      en: `{doctors}: ${PLACEMENT.en} begins or ends during {span}.`,
    },
  },
  absences: {
    _: {
      sv: `{doctors}: ${PLACEMENT.sv} ligger under frånvaro.`,
      en: `{doctors}: ${PLACEMENT.en} falls in an absence.`,
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
      sv: `{doctors}: ${PLACEMENT.sv} anger inte hur mycket läkaren arbetar då.`,
      en: `{doctors}: ${PLACEMENT.en} does not say how much the doctor works then.`,
    },
  },
  "fixed-placements": {
    _: {
      sv: `{doctors}: ${PLACEMENT.sv} är inte som det är bestämt.`,
      en: `{doctors}: ${PLACEMENT.en} is not as has been settled.`,
    },
    missing: {
      sv: "{doctors} saknar {requirement}, som är bestämd i förväg.",
      en: "{doctors} lacks {requirement}, which has been settled.",
    },
  },
  "published-placements": {
    _: {
      sv: `{doctors}: ${PLACEMENT.sv} är inte som det har meddelats.`,
      en: `{doctors}: ${PLACEMENT.en} is not as has been announced.`,
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
      sv: `{doctors}: ${PLACEMENT.sv} är utesluten.`,
      en: `{doctors}: ${PLACEMENT.en} is ruled out.`,
    },
  },
  "own-region": {
    _: {
      sv: `{doctors}: ${PLACEMENT.sv} ligger utanför den egna regionen.`,
      en: `{doctors}: ${PLACEMENT.en} is outside the doctor's own region.`,
    },
  },
  "one-base-site": {
    _: {
      sv: "{doctors} har inte en och samma bassite: {sites}.",
      en: "{doctors} does not keep to one base site: {sites}.",
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
      sv: `{doctors}: ${PLACEMENT.sv} börjar utan att {first} har börjat.`,
      en: `{doctors}: ${PLACEMENT.en} begins before {first} has begun.`,
    },
  },
  "short-placement": {
    apart: {
      sv: `{doctors}: ${PLACEMENT.sv} följer inte direkt på delen före; kortplaceringen {requirement} ska ligga mitt i en längre.`,
      en: `{doctors}: ${PLACEMENT.en} does not follow right after the part before; the short placement {requirement} is to lie inside a longer one.`,
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
      sv: `{doctors}: ${PLACEMENT.sv} är på en annan ort än placeringen före.`,
      en: `{doctors}: ${PLACEMENT.en} is at another site than the placement before.`,
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
      sv: `{doctors}: ${PLACEMENT.sv} ligger {minutes} minuter från hemorten; gränsen är {most}.`,
      en: `{doctors}: ${PLACEMENT.en} is {minutes} minutes from home; the limit is {most}.`,
    },
  },
} as const satisfies Partial<Record<RuleId, Sentences>>;
