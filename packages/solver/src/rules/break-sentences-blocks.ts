/** How breaks of rules on a whole block, from its start to what it must hold, read. */
import type { RuleId } from "@placera/domain";
import { PLACEMENT, type Sentences } from "./break-sentences.ts";

export const BLOCKS = {
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
      sv: `{doctors}: ${PLACEMENT.sv} kommer före något som ska komma tidigare.`,
      en: `{doctors}: ${PLACEMENT.en} comes before something that is to come earlier.`,
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
      sv: `{doctors}: ${PLACEMENT.sv} är kortare än de {weeks} veckor som bedömningarna tar.`,
      en: `{doctors}: ${PLACEMENT.en} is shorter than the {weeks} weeks that the assessments take.`,
    },
    "no-day": {
      sv: `{doctors}: ${PLACEMENT.sv} har ingen ledig arbetsdag för bedömning {number}.`,
      en: `{doctors}: ${PLACEMENT.en} has no free workday for assessment {number}.`,
    },
    "no-review": {
      sv: "{doctors}: slutbedömningen ska göras i månad {month}, men tjänstgöringen {from}–{last} har ingen ledig arbetsdag i den.",
      en: "{doctors}: the final review is to be in month {month}, but the service {from}–{last} has no free workday in it.",
    },
  },
  "tolerance-used": {
    stay: {
      sv: `{doctors}: ${PLACEMENT.sv} är {days} d kortare än tiden i månader, inom toleransen.`,
      en: `{doctors}: ${PLACEMENT.en} is {days} d shorter than its length in months, within the tolerance.`,
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
      sv: `{doctors}: ${PLACEMENT.sv} kunde göras på hemenheten.`,
      en: `{doctors}: ${PLACEMENT.en} could be done at the home unit.`,
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
} as const satisfies Partial<Record<RuleId, Sentences>>;
