/** The compliance sheet as text: a doctor at a time, each rule and where it is met. */
import type { DoctorCompliance, RuleCompliance } from "@placera/domain";
import { dateRange } from "../dates.ts";
import { earlierOf } from "../earlier-text.ts";
import { inColour, type Paint, plain } from "../grid/paint.ts";
import { left, printable, widthOf, wrap } from "../printable.ts";
import type { Report } from "../report.ts";
import { modeText } from "../rules/setting-text.ts";
import { evidenceText } from "./evidence-text.ts";

/** The doctors' sheets, a blank line between them. */
export function writeCompliance(
  report: Report,
  sheets: readonly DoctorCompliance[],
  { width = 120, colour = false }: { readonly width?: number; readonly colour?: boolean } = {},
): string {
  const paint = colour ? inColour : plain;
  return sheets.map((sheet) => sheetLines(report, sheet, width, paint).join("\n")).join("\n\n");
}

function sheetLines(
  report: Report,
  { doctor, placed, rules, setAside }: DoctorCompliance,
  width: number,
  paint: Paint,
): string[] {
  const { find, nameOf, texts, verified } = report;
  const programme = find.programme(find.doctor(doctor).programme);
  const rotation = verified.plan.rotations.find((each) => each.doctor === doctor);
  const end = rotation?.placements.at(-1)?.to;
  const block =
    rotation === undefined || end === undefined ? [] : [dateRange(rotation.start, end, texts)];
  const title = [nameOf(doctor), printable(programme.name), ...block].join(" · ");
  const names = Math.max(0, ...rules.map(({ setting }) => widthOf(texts.rules[setting.rule])));
  return [
    paint("heading", title),
    ...(placed ? [] : [` × ${texts.compliance.unplaced}`]),
    ...earlierOf(find.doctor(doctor), report).flatMap(({ how, what }) =>
      wrap(`${how}: ${what}`, width, "   ", " · "),
    ),
    ...rules.flatMap((rule) => ruleLines(report, rule, { names, width, paint })),
    ...setAside.flatMap(({ rule, reason }) =>
      wrap(
        ` ! ${texts.compliance.setAside(texts.rules[rule], printable(reason))}`,
        width,
        "   ",
        "",
      ).map((line) => paint("bad", line)),
    ),
  ];
}

function ruleLines(
  report: Report,
  { setting, status, statement, evidence, breaks }: RuleCompliance,
  {
    names,
    width,
    paint,
  }: { readonly names: number; readonly width: number; readonly paint: Paint },
): string[] {
  const { texts, language } = report;
  const details = evidence.map((each) => evidenceText(each, report)).filter((text) => text !== "");
  const said = [
    ...breaks.map((text) => printable(text[language])),
    ...(details.length === 0 && breaks.length === 0 ? [statement[language]] : details),
  ];
  const authority = `${texts.compliance.classes[setting.class]}, ${modeText(setting.mode, texts)}`;
  const mark = status === "met" ? "✓" : "•";
  const indent = " ".repeat(names + 5);
  const first = ` ${mark} ${left(texts.rules[setting.rule], names)}  `;
  return [...said, `[${authority}]`].flatMap((text, at) =>
    wrap(text, width, indent, at === 0 ? first : indent).map((line) =>
      status === "met" ? line : paint("warning", line),
    ),
  );
}
