/**
 * Service done before what is planned (credit from elsewhere, placements of a block under way), and
 * what is left to do then: a programme of its own, in which stays are shorter or left out.
 */
import { creditNeeded, type Day, type Duration } from "./calendar.ts";
import type { Credit, PastPlacement } from "./doctor.ts";
import type { RequirementId, SectionId } from "./ids.ts";
import { isResearch } from "./national-sections.ts";
import type { LengthRange, Programme, Requirement, ShortPlacement } from "./programme.ts";
import type { RuleSetting } from "./rule-settings.ts";
import { countsTowards, type Section } from "./section.ts";
import { type Attendance, blockService, partsOfDay, placementService } from "./service.ts";

export interface EarlierService {
  readonly credit: readonly Credit[];
  /** In order of time. */
  readonly history: readonly PastPlacement[];
  /** The first day of the block, where there is a history. */
  readonly began: Day | undefined;
  /** Her absences and part-time. */
  readonly attendance: Attendance;
}

/** Days of twelve months as credit, and as a calendar has them: for service that has no dates. */
const CREDIT_OF_YEAR = 360;
const DAYS_OF_YEAR = 365;

/** A length without dates, in the measure of another; whole days, rounded down. */
export function lengthIn(length: Duration, measure: Duration): number {
  const needed = creditNeeded(length);
  if ("weeks" in length === "weeks" in measure) return needed;
  return "weeks" in length
    ? Math.floor((needed * CREDIT_OF_YEAR) / DAYS_OF_YEAR)
    : Math.floor((needed * DAYS_OF_YEAR) / CREDIT_OF_YEAR);
}

/** The stay that goes on where the plan begins: the last of the history, if it is not long enough yet. */
export function underWay(
  programme: Programme,
  earlier: EarlierService,
  tolerance: number,
): PastPlacement | undefined {
  const last = earlier.history.at(-1);
  const owed = programme.requirements.find(({ id }) => id === last?.requirement);
  if (last === undefined || owed === undefined) return undefined;
  return isDone(owed, programme, earlier, tolerance) ? undefined : last;
}

/** What is left of the programme. */
export function remainingOf(
  programme: Programme,
  earlier: EarlierService,
  sectionOf: (id: SectionId) => Section,
  tolerance: number,
): Programme {
  const ongoing = underWay(programme, earlier, tolerance)?.requirement;
  const done = new Set(
    programme.requirements
      .filter((each) => isDone(each, programme, earlier, tolerance))
      .map(({ id }) => id),
  );
  // Who has begun a stay goes on with it: it is no longer one to choose.
  const begun = (id: RequirementId): boolean => done.has(id) || id === ongoing;
  const choose = programme.groups.map(({ requirements, choose: wanted }) =>
    Math.max(0, wanted - requirements.filter(begun).length),
  );
  const left = programme.requirements.filter(({ id }) => !done.has(id));
  const builtOn = new Set(left.flatMap(({ after }) => after));
  const kept = left.filter(
    ({ id, group }) =>
      group === undefined || id === ongoing || (choose[group] ?? 0) > 0 || builtOn.has(id),
  );
  const chosen = (id: RequirementId): boolean =>
    id !== ongoing && kept.some((each) => each.id === id);
  const groups = programme.groups
    .map(({ requirements }, at) => ({
      requirements: requirements.filter(chosen),
      choose: choose[at] ?? 0,
    }))
    .filter(({ requirements }) => requirements.length > 0);
  const before = (measure: Duration): number => pastBlock(earlier, measure);
  const trained = (measure: Duration): number =>
    before(measure) - pastResearch(earlier, measure, (id) => isResearch(sectionOf(id)));
  return {
    ...programme,
    requirements: kept.map((each, index): Requirement => {
      const group = groups.findIndex(({ requirements }) => requirements.includes(each.id));
      return {
        ...each,
        index,
        length: shorter(each.length, (measure) => doneOf(each, programme, earlier, measure)),
        after: each.after.filter((id) => !begun(id)),
        group: group < 0 ? undefined : group,
      };
    }),
    length: programme.length && shorter(programme.length, before),
    order: programme.order
      ?.map((group) => group.filter((id) => kept.some((each) => each.id === id)))
      .filter((group) => group.length > 0),
    groups,
    shortPlacements: programme.shortPlacements
      .filter(({ requirement, within }) =>
        [requirement, ...within].some((id) => kept.some((each) => each.id === id)),
      )
      .map((inside) => stillInside(inside, programme, earlier, done)),
    rules: programme.rules.flatMap((setting) =>
      remainingRule(setting, trained, (sections, measure) =>
        service(programme, earlier, measure, ({ section }) =>
          countsTowards(sectionOf(section), sections),
        ),
      ),
    ),
  };
}

/** A short placement with what is done of it and the longer one taken off. */
function stillInside(
  { requirement, within, length }: ShortPlacement,
  programme: Programme,
  earlier: EarlierService,
  done: ReadonlySet<RequirementId>,
): ShortPlacement {
  const parts = [requirement, ...within];
  const last = earlier.history.at(-1)?.requirement;
  const first = earlier.history.find((each) => each.requirement === within[0]);
  const goesOn = done.has(within[0]) && last !== undefined && parts.includes(last);
  return {
    requirement,
    within,
    length:
      length &&
      shorter(length, (measure) =>
        service(programme, earlier, measure, (each) => parts.includes(each.requirement)),
      ),
    begunAt: goesOn ? first?.unit : undefined,
  };
}

/** A rule about lengths, asked of what is left; none where what is done meets it. */
function remainingRule(
  setting: RuleSetting,
  block: (measure: Duration) => number,
  inSections: (sections: readonly SectionId[], measure: Duration) => number,
): RuleSetting[] {
  const asks = (length: Duration): boolean => creditNeeded(length) > 0;
  switch (setting.rule) {
    case "total-length": {
      const min = less(setting.params.min, block(setting.params.min));
      return asks(min) ? [{ ...setting, params: { min } }] : [];
    }
    case "recommended-length": {
      const length = less(setting.params.length, block(setting.params.length));
      return asks(length) ? [{ ...setting, params: { length } }] : [];
    }
    case "psychiatry-in-bt": {
      const { min: whole } = setting.params;
      const min = less(whole, inSections(["psychiatry"], whole));
      return asks(min) ? [{ ...setting, params: { min } }] : [];
    }
    case "section-minima": {
      const pools = setting.params.pools
        .map(({ sections, min }) => ({ sections, min: less(min, inSections(sections, min)) }))
        .filter(({ min }) => asks(min));
      return pools.length > 0 ? [{ ...setting, params: { pools } }] : [];
    }
    default:
      return [setting];
  }
}

function isDone(
  owed: Requirement,
  programme: Programme,
  earlier: EarlierService,
  tolerance: number,
): boolean {
  const { min } = owed.length;
  const done = doneOf(owed, programme, earlier, min);
  return done > 0 && done + ("months" in min ? tolerance : 0) >= creditNeeded(min);
}

const doneOf = (
  { id }: Requirement,
  programme: Programme,
  earlier: EarlierService,
  measure: Duration,
): number => service(programme, earlier, measure, ({ requirement }) => requirement === id);

/** Service of the credits and placements that count, fixed days left out. */
function service(
  programme: Programme,
  { credit, history, attendance }: EarlierService,
  measure: Duration,
  counts: (each: Pick<Credit, "requirement" | "section">) => boolean,
): number {
  let sum = 0;
  for (const each of credit) if (counts(each)) sum += lengthIn(each.length, measure);
  for (const each of history) {
    if (!counts(each)) continue;
    const { from, to, credited } = each;
    sum +=
      credited === undefined
        ? wholeDays(attendance, placementService(programme, attendance, { from, to }, measure))
        : lengthIn(credited, measure);
  }
  return sum;
}

/** Parts of days as days, rounded down. */
const wholeDays = (attendance: Attendance, parts: number): number =>
  Math.floor(parts / partsOfDay(attendance));

/** What counts of the block before the plan begins: from its first day to its last, absence left out, and credit. */
function pastBlock(
  { credit, history, began, attendance }: EarlierService,
  measure: Duration,
): number {
  const until = history.at(-1)?.to;
  const block =
    began === undefined || until === undefined
      ? 0
      : wholeDays(attendance, blockService(attendance, { from: began, to: until }, measure));
  return credit.reduce((sum, { length }) => sum + lengthIn(length, measure), block);
}

/** What of that was research. */
function pastResearch(
  { credit, history, attendance }: EarlierService,
  measure: Duration,
  research: (section: SectionId) => boolean,
): number {
  const credited = credit.filter(({ section }) => research(section));
  return history
    .filter(({ section }) => research(section))
    .reduce(
      (sum, span) => sum + wholeDays(attendance, blockService(attendance, span, measure)),
      credited.reduce((sum, { length }) => sum + lengthIn(length, measure), 0),
    );
}

/** A range of lengths with what is done of it taken off. */
function shorter({ min, max }: LengthRange, done: (measure: Duration) => number): LengthRange {
  return { min: less(min, done(min)), max: less(max, done(max)) };
}

/** What is left of a length; no less than nothing. */
function less(length: Duration, done: number): Duration {
  if (done === 0) return length;
  const left = Math.max(0, creditNeeded(length) - done);
  return "weeks" in length ? { weeks: left / 7 } : { months: left / CREDIT_PER_MONTH };
}

const CREDIT_PER_MONTH = creditNeeded({ months: 1 });
