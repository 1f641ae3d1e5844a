/** What is wrong with a problem file, in English. */
import type { IssueMessages } from "./issue-messages.ts";

const meant = (nearest: string): string => (nearest === "" ? "" : ` Did you mean "${nearest}"?`);

const AN: ReadonlySet<string> = new Set(["intake"]);
/** `a unit`, `an intake`: by sound, not by letter. */
const withArticle = (what: string): string => `${AN.has(what) ? "an" : "a"} ${what}`;

export const en: IssueMessages = {
  sentences: {
    "not-json": (p) =>
      `The file is not JSON: something is wrong on line ${p("line")}, character ${p("column")}. Often it is a comma too many just before, or a missing quotation mark.`,
    "too-large": (p) =>
      `The file has ${p("characters")} characters and the limit is ${p("limit")}. Split the problem, for example into one file per region.`,
    "unknown-key": (p) =>
      `There is no key "${p("key")}" here.${meant(p("nearest"))} Write the right key or remove it; every key is in docs/problem.schema.json.`,
    missing: (p) => `Something that must be here is missing. Write ${p("expected")}.`,
    "wrong-type": (p) => `Here is ${p("found")} where there must be ${p("expected")}.`,
    "bad-date": (p) =>
      `"${p("value")}" is not a date. Write a day that exists as YYYY-MM-DD, such as 2026-09-01.`,
    "unknown-schema-version": (p) =>
      `The version is ${p("found")}, and this Placera reads version ${p("known")}. Write "schemaVersion": ${p("known")}.`,
    "empty-calendar": (p) =>
      `The planning horizon ends on ${p("to")} but begins on ${p("from")}. Write an end after the beginning; the end is the day after the last.`,
    "calendar-too-long": (p) =>
      `The planning horizon ${p("from")}–${p("to")} is longer than ${p("limit")} periods. Shorten it or choose a coarser grid.`,
    "date-off-grid": (p) => `${p("date")} is not on the grid. Write ${p("grid")}.`,
    "outside-calendar": (p) =>
      p("week") === ""
        ? `${p("date")} is outside the planning horizon ${p("from")}–${p("to")}. Change the date or lengthen the horizon.`
        : `None of the weeks ${p("week")} lies in the horizon ${p("from")}–${p("to")}. Change the weeks or make the horizon longer.`,
    "span-reversed": (p) =>
      `The end ${p("to")} does not come after the beginning ${p("from")}. Swap them or mend one; the end is the day after the last.`,
    "spans-overlap": (p) =>
      `The fixed spans "${p("first")}" and "${p("second")}" of programme "${p("programme")}" overlap. Move one or make them one.`,
    "duration-off-grid": (p) =>
      `The length ${p("amount")} ${p("measure")} does not fit the grid. Write whole months (or halves on the half-month grid), or choose the week grid.`,
    "length-reversed": () =>
      "The length's min is greater than its max, or one is in months and the other in weeks. Write both in the same measure, the smaller as min.",
    "duplicate-id": (p) =>
      `The id "${p("id")}" (${p("what")}) is already taken. Give each its own id.`,
    "unknown-reference": (p) =>
      `Unknown id of ${withArticle(p("what"))}: "${p("id")}".${meant(p("nearest"))} Mend the id or add what is missing.`,
    "section-cycle": (p) =>
      `Section "${p("id")}" counts as itself by way of countsAs. Remove countsAs from one of the sections in the chain.`,
    "seats-out-of-order": (p) =>
      p("before") !== ""
        ? `The seats do not say how many there are at first. Let the first step begin when the planning horizon does, ${p("before")}, or earlier.`
        : `The step does not come after the one before, ${p("after")}. Write the steps in order of time, each date once.`,
    "start-missing": (p) =>
      `Doctor "${p("doctor")}" has neither intake nor start. Write intake, or start with a date or with earliest and latest.`,
    "start-twice": (p) =>
      `Doctor "${p("doctor")}" has both intake "${p("intake")}", which decides the start, and a start of her own. Remove one of them.`,
    "programme-missing": (p) =>
      `Doctor "${p("doctor")}" has neither programme nor intake. Write programme or intake.`,
    "intake-of-other-programme": (p) =>
      `Doctor "${p("doctor")}" has programme "${p("own")}", but intake "${p("intake")}" is for "${p("theirs")}". One is AT and the other BT: change one. A programme of the same kind she may have instead of the intake's.`,
    "region-of-other-site": (p) =>
      `Doctor "${p("doctor")}" belongs to region "${p("own")}", but base site "${p("site")}" is in "${p("theirs")}". Choose a base site in her own region.`,
    "credit-of-nothing": (p) =>
      p("section") === ""
        ? `The credit of doctor "${p("doctor")}" does not say for what. Write requirement or section.`
        : `Doctor "${p("doctor")}" owes no service in section "${p("section")}" that could be credited. Correct section or remove the credit.`,
    "history-impossible": (p) =>
      p("why") === "overlap"
        ? `Doctor "${p("doctor")}" was already placed until ${p("to")} when this placement begins on ${p("from")}. Correct the dates in history.`
        : p("why") === "after-start"
          ? `The plan of doctor "${p("doctor")}" begins on ${p("start")}, but her history goes on to ${p("to")}. Leave out start, or let the history end by then.`
          : `The unit "${p("unit")}" gives nothing that "${p("requirement")}" can be done in: ${p("sections")}. Correct unit or section.`,
    "nothing-left": (p) =>
      `Doctor "${p("doctor")}" has done all that is asked. Remove her, or put her last placement in fixed instead of history.`,
    "already-done": (p) =>
      `Doctor "${p("doctor")}" has done "${p("requirement")}" already, so it cannot be fixed. Remove the line from fixed, or correct history and credit.`,
    "not-eligible": (p) =>
      p("licence") === ""
        ? `Doctor "${p("doctor")}" has the degree of the six-year programme and cannot do AT (rule ${p("rule")}). Choose a BT programme, or correct degree.`
        : `Doctor "${p("doctor")}" is licensed from ${p("licence")}, but BT is to begin by ${p("latest")} (rule ${p("rule")}). Move the start, or correct licenceDate.`,
    "goal-nowhere": (p) =>
      `No unit where programme "${p("programme")}" can be done has the goal ${p("goal")} (rule ${p("rule")}); it concerns ${p("doctors")}, from ${p("start")}. Add it to the goals of a unit, or remove it from the programme.`,
    "no-exam-in-time": (p) =>
      `Doctor "${p("doctor")}" is in time for no AT exam: one is needed whose registration closes on ${p("earliest")} at the earliest and that is held before ${p("latest")} (rule ${p("rule")}). Add a sitting to calendar.exams, or write examPassed if it is passed.`,
    "order-incomplete": (p) =>
      `The order of programme "${p("programme")}" must name every requirement once${p("missing") === "" ? "; one is named twice" : `; missing here: ${p("missing")}`}.`,
    "group-impossible": (p) =>
      p("why") === "too-few"
        ? `More is to be chosen from the group of the programme "${p("programme")}" than it has: ${p("requirement")}. Lower choose or add requirements.`
        : p("why") === "twice"
          ? `The requirement "${p("requirement")}" of the programme "${p("programme")}" is in the groups twice. Keep it in one group, once.`
          : `The requirement "${p("requirement")}" of the programme "${p("programme")}" is to be done at the base site and cannot be optional. Remove atBase or take it out of the group.`,
    "short-placement-impossible": (p) =>
      p("why") === "twice"
        ? `The requirement "${p("requirement")}" of the programme "${p("programme")}" is in shortPlacements twice. A short placement and the two parts around it are three requirements, each named once.`
        : `The requirement "${p("requirement")}" of the programme "${p("programme")}" is part of a short placement and cannot be optional. Take it out of the group, or out of shortPlacements.`,
    "after-cycle": (p) =>
      `The requirements ${p("requirement")} wait for each other through after, so none of them can begin. Remove a link.`,
    "wish-of-other-section": (p) =>
      `Unit "${p("unit")}" gives none of the sections that "${p("requirement")}" asks for (${p("sections")}). Wish for a unit that does, or add the section to the unit.`,
    "percentage-too-low": (p) =>
      `Doctor "${p("doctor")}" works ${p("percentage")} % from ${p("from")} to ${p("to")}, less than the ${p("least")} % that rule "${p("rule")}" asks. Write at least that, or make the time an absence.`,
    "fixed-contradiction": (p) =>
      `Requirement "${p("requirement")}" is fixed twice for doctor "${p("doctor")}". Make it one entry; each requirement is one placement.`,
    "forbids-everything": (p) =>
      `The entry forbids doctor "${p("doctor")}" every placement. Write what is forbidden: unit, site, requirement, from or to.`,
    "rule-unknown": (p) =>
      `There is no rule "${p("rule")}".${meant(p("nearest"))} The rules are listed in docs/rules.md.`,
    "rule-not-preferable": (p) =>
      `Rule "${p("rule")}" cannot be a preference; a break of it has no price. Write "must" or "off".`,
    "rule-not-switchable": (p) =>
      `Rule "${p("rule")}" is part of what a plan is and cannot be switched off. Remove the entry.`,
    "rule-only-preferable": (p) =>
      `The rule "${p("rule")}" can only be a preference: with too few doctors the best plan is the one that breaks it least. Write { "prefer": { "rank": …, "weight": … } }.`,
    "rule-only-reported": (p) =>
      `The rule "${p("rule")}" is only reported: it looks at a plan that is made and costs it nothing. Write "report" or "off".`,
    "rule-not-reported": (p) =>
      `The rule "${p("rule")}" cannot just be reported. Write "must", "off" or a preference, whichever it may be.`,
    "rule-params": (p) => `Rule "${p("rule")}" does not take this parameter so.`,
    "rule-without-effect": (p) =>
      `The entry changes nothing: rule "${p("rule")}" is in no rule pack for the track or programme it is meant for. Remove the entry, or add the pack to rulePacks.`,
    "law-switched-off": (p) =>
      `Rule "${p("rule")}" is law. To change it or switch it off, say why: "override": { "reason": "…" }; the reason is printed on every plan.`,
    "pack-not-valid": (p) =>
      `Rule pack "${p("pack")}" is for blocks that begin ${p("from") || "at any time"}–${p("to")}, but doctor "${p("doctor")}" begins on ${p("start")}. Include the pack of that time, a programme for each version.`,
    "minutes-missing": (p) =>
      `Minutes are missing from "${p("home")}" to ${p("sites")}. Give them to each site where those who live there can be placed.`,
    "measure-twice": (p) =>
      `"${p("measure")}" is counted twice here. Name each measure once, with a weight if it is to count more.`,
  },
  badValue: {
    "too-small": (p) => `${p("value")} is too small; the least is ${p("limit")}.`,
    "not-above": (p) => `${p("value")} is too small; it must be more than ${p("limit")}.`,
    "too-big": (p) => `${p("value")} is too big; the most is ${p("limit")}.`,
    empty: () => "The text is empty. Write at least one character.",
    "too-long": (p) => `The text is too long. Write at most ${p("limit")} characters.`,
    "too-few": (p) => `The list is too short. It must have at least ${p("limit")}.`,
    "too-many": (p) => `The list is too long. It may have at most ${p("limit")}.`,
    step: (p) => `${p("value")} does not fit. Write a multiple of ${p("step")}.`,
    choice: (p) => `"${p("value")}" will not do. Choose one of: ${p("choices")}.`,
    id: (p) =>
      `"${p("value")}" will not do as an id. Write letters, digits and . _ @ -, at most 80 and a letter or digit first; never a name.`,
    same: (p) => `"${p("value")}" cannot come before itself. Write two different requirements.`,
  },
  words: {
    number: "a number",
    int: "a whole number",
    fraction: "a number with decimals",
    string: "text in quotation marks",
    boolean: "true or false",
    array: "a list [ ]",
    object: "an object { }",
    record: "an object { }",
    null: "null",
    undefined: "nothing",
    value: "a value",
    "rule-pack": "rule pack",
    week: "a Monday",
    "half-month": "the 1st or the 16th of a month",
    month: "the 1st of a month",
  },
  or: "or",
};
