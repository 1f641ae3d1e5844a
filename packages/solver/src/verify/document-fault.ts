/** What can be wrong with a plan file: a code, what it needs, and a sentence for each. */
import type { Text } from "@placera/domain";

const SENTENCES = {
  "not-a-plan": {
    sv: "Filen är ingen planfil: {detail}.",
    en: "The file is not a plan file: {detail}.",
  },
  "other-problem": {
    sv: "Planen hör till ett annat underlag ({stated}) än detta ({counted}).",
    en: "The plan belongs to another problem ({stated}) than this one ({counted}).",
  },
  "plan-changed": {
    sv: "Placeringarna är inte de som intyget gäller ({stated}).",
    en: "The placements are not those the certificate is about ({stated}).",
  },
  "supervision-missing": {
    sv: "Filen säger inte vem som handleder vem, fast underlaget anger handledare.",
    en: "The file does not say who supervises whom, though the problem names supervisors.",
  },
  "plan-invalid": {
    sv: "Planen bryter mot {count} regler eller uppgifter i underlaget.",
    en: "The plan breaks {count} rules or facts of the problem.",
  },
  "rule-packs-differ": {
    sv: "Intyget anger andra regelpaket ({stated}) än underlaget ({counted}).",
    en: "The certificate names other rule packs ({stated}) than the problem ({counted}).",
  },
  "overrides-differ": {
    sv: "Intyget anger andra åsidosatta regler än underlaget.",
    en: "The certificate names other rules set aside than the problem does.",
  },
  "findings-differ": {
    sv: "De avsteg som filen anger är inte de som planen gör.",
    en: "The disregarded preferences the file names are not those of the plan.",
  },
  "unplaced-differ": {
    sv: "Filen anger andra oplacerade läkare ({stated}) än planen ({counted}).",
    en: "The file names other unplaced doctors ({stated}) than the plan leaves out ({counted}).",
  },
  "tiers-differ": {
    sv: "Intygets målnivåer ({stated}) är inte underlagets ({counted}).",
    en: "The certificate's tiers ({stated}) are not the problem's ({counted}).",
  },
  "value-differs": {
    sv: "Nivån {tier} anges till {stated} men är {counted}.",
    en: "The tier {tier} is stated as {stated} but is {counted}.",
  },
  "bound-above-value": {
    sv: "Nivån {tier} har gränsen {stated}, över planens eget värde {counted}.",
    en: "The tier {tier} has the bound {stated}, above the plan's own value {counted}.",
  },
  "proven-differs": {
    sv: "Nivån {tier} är bevisad just när gränsen är lika med värdet; filen säger annat.",
    en: "The tier {tier} is proven just when its bound equals its value; the file says otherwise.",
  },
  "status-differs": {
    sv: "Utfallet anges som {stated} men är {counted}.",
    en: "The outcome is stated as {stated} but is {counted}.",
  },
  "proof-unknown-name": {
    sv: "Beviset nämner {name}, som inte finns i underlaget eller nämns två gånger.",
    en: "The proof names {name}, which is not in the problem or named twice.",
  },
  "proof-tiers-differ": {
    sv: "Bevisets målnivåer är inte underlagets, i deras ordning.",
    en: "The proof's tiers are not the problem's, in their order.",
  },
  "bound-not-shown": {
    sv: "Nivån {tier} sägs ha gränsen {stated}; ur filens priser följer bara {counted}.",
    en: "The tier {tier} is said to have the bound {stated}; the file's prices give only {counted}.",
  },
  "unknown-name": {
    sv: "Skälet för {doctor} nämner {name}, som inte finns i underlaget.",
    en: "The reason for {doctor} names {name}, which is not in the problem.",
  },
  "rule-not-in-force": {
    sv: "Skälet för {doctor} nämner {rule}, som inte gäller för läkaren.",
    en: "The reason for {doctor} names {rule}, which is not in force for the doctor.",
  },
  "reason-of-others": {
    sv: "Skälet för {doctor} räknar andra läkare men inte {doctor}.",
    en: "The reason for {doctor} counts other doctors but not {doctor}.",
  },
  "seats-differ": {
    sv: "Skälet för {doctor} räknar {stated} platser på {place}, som har {counted}.",
    en: "The reason for {doctor} counts {stated} seats at {place}, which has {counted}.",
  },
  "count-differs": {
    sv: "Skälet för {doctor} anger {what} till {stated}; räknat för hand är det {counted}.",
    en: "The reason for {doctor} gives {what} as {stated}; counted by hand it is {counted}.",
  },
  "nothing-owed": {
    sv: "Skälet för {doctor} räknar {counted}, som inte ska göra något av avsnitten.",
    en: "The reason for {doctor} counts {counted}, who owes none of the sections.",
  },
  "seat-avoidable": {
    sv: "Skälet för {doctor} räknar {counted}, som kan göra allt utan någon av platserna.",
    en: "The reason for {doctor} counts {counted}, who can do everything without those seats.",
  },
  "short-refuted": {
    sv: "Skälet för {doctor} säger att minst {stated} blir utan; planen lämnar bara {counted} utan.",
    en: "The reason for {doctor} says at least {stated} stay without; the plan leaves only {counted}.",
  },
} as const satisfies Readonly<Record<string, Text>>;

export type DocumentFaultCode = keyof typeof SENTENCES;

/** One thing that is wrong with a plan file. */
export interface DocumentFault {
  readonly code: DocumentFaultCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly text: Text;
}

/** A fault with its sentence filled in. */
export function documentFault(
  code: DocumentFaultCode,
  params: DocumentFault["params"] = {},
): DocumentFault {
  const fill = (template: string): string =>
    template.replaceAll(/\{(\w+)\}/g, (_, key: string) => brief(String(params[key] ?? "?")));
  const { sv, en } = SENTENCES[code];
  return { code, params, text: { sv: fill(sv), en: fill(en) } };
}

/** The first twelve digits of a hash, as reports show it; any other text as it is. */
const brief = (text: string): string => text.replace(/^sha256-([0-9a-f]{12})[0-9a-f]*$/, "$1");
