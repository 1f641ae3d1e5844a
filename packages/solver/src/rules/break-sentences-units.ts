/** How breaks of rules on units, those who share them and their supervisors read. */
import type { RuleId } from "@placera/domain";
import { PLACEMENT, type Sentences } from "./break-sentences.ts";

export const UNITS = {
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
  "supervision-capacity": {
    _: {
      sv: "{unit} har handledning för {room} men behöver {load} {from}–{last}: {doctors}.",
      en: "{unit} has supervision for {room} but needs {load} {from}–{last}: {doctors}.",
    },
  },
  "named-supervisor": {
    missing: {
      sv: `{doctors}: ${PLACEMENT.sv} saknar handledare fast det finns utrymme.`,
      en: `{doctors}: ${PLACEMENT.en} has no supervisor though there is room.`,
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
      sv: `{doctors}: ${PLACEMENT.sv} byter handledare: {supervisors}.`,
      en: `{doctors}: ${PLACEMENT.en} changes supervisor: {supervisors}.`,
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
} as const satisfies Partial<Record<RuleId, Sentences>>;
