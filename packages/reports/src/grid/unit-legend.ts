/** What the codes in the grid stand for: the units that the plan uses, by site. */
import type { UnitId } from "@placera/domain";
import { groupBy } from "../groups.ts";
import { left, printable, widthOf, wrap } from "../printable.ts";
import type { Report } from "../report.ts";
import { FIXED } from "./bars.ts";
import type { Page } from "./page.ts";

const WIDEST_SITE = 24;

export function unitLegend(report: Report, { width, codes, paint }: Page): string[] {
  const { problem, texts, find } = report;
  const { used, crossesFixedDays } = whatIsUsed(report);
  const units = problem.units.filter(({ id }) => used.has(id));
  if (units.length === 0) return [];
  const bySite = groupBy(units, ({ site }) => printable(find.site(site).name));
  const siteWidth = Math.min(WIDEST_SITE, Math.max(...[...bySite.keys()].map(widthOf)));
  const lines = [paint("heading", texts.unitsHeading)];
  for (const [site, there] of bySite) {
    // A code and its name stay together when the line breaks.
    const names = there
      .map(({ id, name }) => `${codes.get(id) ?? ""} ${printable(name)}`.replaceAll(" ", "\u00a0"))
      .join("\u00a0· ");
    const wrapped = wrap(names, width, " ".repeat(siteWidth + 3), ` ${left(site, siteWidth)}  `);
    lines.push(...wrapped.map((line) => line.replaceAll("\u00a0", " ")));
  }
  return crossesFixedDays ? [...lines, ` ${FIXED} ${texts.fixedSpan}`] : lines;
}

function whatIsUsed({ verified, find }: Report) {
  const used = new Set<UnitId>();
  let crossesFixedDays = false;
  for (const { doctor, start, placements } of verified.plan.rotations) {
    for (const { unit } of placements) used.add(unit);
    const end = placements.at(-1)?.to ?? start;
    const { fixedSpans } = find.owed(find.doctor(doctor));
    crossesFixedDays ||= fixedSpans.some((span) => span.from < end && span.to > start);
  }
  return { used, crossesFixedDays };
}
