/** Outputs of a verified plan: text, CSV; and the names that are joined when they are written. */

export { writeCompliance } from "./compliance/compliance-text.ts";
export { writeComplianceCsv } from "./csv/compliance-csv.ts";
export { writeDatesCsv } from "./csv/dates-csv.ts";
export { writeDoctorsCsv } from "./csv/doctors-csv.ts";
export { writeOccupancyCsv } from "./csv/occupancy-csv.ts";
export { writeSupervisionCsv } from "./csv/supervision-csv.ts";
export { writeUnitsCsv } from "./csv/units-csv.ts";
export type { People, PeopleResult } from "./people.ts";
// Who the people are.
export { parsePeople, parsePeopleText } from "./people.ts";
// Text in columns.
export { printable } from "./printable.ts";
export type { Report, ReportParts } from "./report.ts";
// What every output is made from.
export { createReport } from "./report.ts";
export { writeRulePacks } from "./rules/rules-text.ts";
export { writeSupervision } from "./supervision-text.ts";
export type { TextOptions } from "./text-report.ts";
// The outputs.
export { writeText } from "./text-report.ts";
export type { Language } from "./texts/texts.ts";
export { LANGUAGES } from "./texts/texts.ts";
export { writeTiers } from "./tiers-text.ts";
