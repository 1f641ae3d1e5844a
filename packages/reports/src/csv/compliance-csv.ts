/** The compliance sheets as rows: one for each thing a rule asks of a doctor. */
import type { Doctor, DoctorCompliance, RuleCompliance } from "@placera/domain";
import { evidenceText } from "../compliance/evidence-text.ts";
import { earlierOf } from "../earlier-text.ts";
import type { Report } from "../report.ts";
import { modeText } from "../rules/setting-text.ts";
import { type Column, writeCsv } from "./csv.ts";
import { doctorColumns } from "./placement-rows.ts";

interface Row {
  readonly doctor: Doctor;
  readonly rule?: RuleCompliance;
  /** What there is to say, and whether it is met. */
  readonly status: string;
  readonly where: string;
  readonly name?: string;
  readonly source?: string;
}

export function writeComplianceCsv(report: Report, sheets: readonly DoctorCompliance[]): string {
  const { texts, language } = report;
  const { columns } = texts.compliance;
  const own: Column<Row>[] = [
    { header: columns.rule, cell: ({ name }) => name },
    { header: columns.status, cell: ({ status }) => status },
    { header: columns.where, cell: ({ where }) => where },
    {
      header: columns.class,
      cell: ({ rule }) => rule && texts.compliance.classes[rule.setting.class],
    },
    { header: columns.mode, cell: ({ rule }) => rule && modeText(rule.setting.mode, texts) },
    { header: columns.pack, cell: ({ rule }) => rule?.setting.pack },
    { header: columns.statement, cell: ({ rule }) => rule?.statement[language] },
    { header: columns.source, cell: ({ rule }) => rule?.setting.source },
  ];
  const columnsOfDoctor: Column<Row>[] = doctorColumns(report);
  return writeCsv(
    [...columnsOfDoctor, ...own],
    sheets.flatMap((sheet) => rowsOf(report, sheet)),
    language,
  );
}

function rowsOf(report: Report, { doctor: id, placed, rules, setAside }: DoctorCompliance): Row[] {
  const { texts, language, find } = report;
  const { compliance } = texts;
  const doctor = find.doctor(id);
  return [
    ...(placed ? [] : [{ doctor, status: compliance.unplaced, where: "" }]),
    ...earlierOf(doctor, report).map(({ how, what }) => ({ doctor, status: how, where: what })),
    ...rules.flatMap((rule): Row[] => {
      const name = texts.rules[rule.setting.rule];
      const status = compliance.statuses[rule.status];
      const said = [
        ...rule.breaks.map((text) => text[language]),
        ...rule.evidence.map((each) => evidenceText(each, report)).filter((text) => text !== ""),
      ];
      return (said.length === 0 ? [""] : said).map((where) => ({
        doctor,
        rule,
        name,
        status,
        where,
      }));
    }),
    ...setAside.map(({ rule, reason }) => ({
      doctor,
      name: texts.rules[rule],
      status: compliance.lawSetAside,
      where: reason,
    })),
  ];
}
