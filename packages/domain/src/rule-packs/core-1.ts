/** `core@1`: what a plan is, and what the region itself enters. In force in every problem. */
import type { RulePack } from "../rule-settings.ts";

const definition = { class: "definition", mode: "must", params: {} } as const;
const local = { class: "local", mode: "must", params: {} } as const;
/** Who supervises is settled when the plan is made, and never at its expense. */
const told = { mode: "report", params: {} } as const;
/** Units that ask for nothing cost nothing. */
const staffed = { prefer: { rank: 1, weight: 1 } } as const;

export const core1: RulePack = {
  id: "core@1",
  track: undefined,
  rules: [
    { rule: "one-placement-at-a-time", source: "definition of a placement", ...definition },
    { rule: "owed-placements", source: "definition of a programme", ...definition },
    { rule: "unit-gives-section", source: "domain.md D3 [F2][6]", ...definition, class: "law" },
    { rule: "programme-length", source: "domain.md D4 [F0][27]", ...local },
    { rule: "start-in-window", source: "domain.md D27 [26]–[31]", ...local },
    { rule: "fixed-spans", source: "domain.md D28 [25][30]", ...local },
    { rule: "absences", source: "domain.md D7 [1]", ...definition, class: "law" },
    {
      rule: "tolerated-absence",
      class: "local",
      source: "narhalsan.se, Södra Bohuslän (domain.md D8 [34])",
      mode: { prefer: { rank: 2, weight: 1 } },
      params: { limits: [{ section: "primary-care", weeks: 6 }] },
    },
    {
      rule: "part-time",
      class: "law",
      source: "see SOSFS 1999:5 (domain.md D6 [1][3])",
      mode: "must",
      params: { least: 50 },
    },
    { rule: "fixed-placements", source: "entered by the scheduler", ...local },
    { rule: "published-placements", source: "domain.md D33 [30]", ...local },
    { rule: "forbidden-placements", source: "entered by the scheduler", ...local },
    { rule: "own-region", source: "domain.md D42 [F3]", ...local },
    { rule: "one-base-site", source: "domain.md D27 [28]", ...local },
    { rule: "unit-seats", source: "domain.md D25 [F1]", ...local },
    { rule: "track-seats", source: "domain.md D24 [F1]", ...local },
    { rule: "intake-split", source: "domain.md D27 [27][28]", ...local },
    { rule: "chosen-from-group", source: "definition of a programme", ...definition },
    { rule: "begun-before", source: "entered by the scheduler", ...local },
    { rule: "short-placement", source: "domain.md D29 [8]", ...local },
    { rule: "idle-time", source: "entered by the scheduler", ...local, mode: "off" },
    { rule: "site-changes", source: "entered by the scheduler", ...local, mode: "off" },
    {
      rule: "site-limit",
      source: "entered by the scheduler",
      ...local,
      mode: "off",
      params: { max: 4 },
    },
    {
      rule: "commute",
      source: "Göteborg weighs commuting with small children (domain.md D32 [30])",
      ...local,
      mode: { prefer: { rank: "wishes", weight: 5 } },
      params: { minutes: 45, step: 30 },
    },
    { rule: "least-staffing", source: "entered by the units", ...local, mode: staffed },
    { rule: "on-call-most", source: "domain.md D38 [14]", ...local },
    { rule: "on-call-least", source: "domain.md D38 [14]", ...local, mode: staffed },
    { rule: "rest-between-doctors", source: "domain.md D31 [30]", ...local, mode: staffed },
    { rule: "overlap-of-doctors", source: "domain.md D31 [30]", ...local, mode: staffed },
    { rule: "tolerance-used", source: "domain.md D5 [1][30]", ...told, class: "law" },
    { rule: "exam-day-free", source: "domain.md D12 [11]", ...told, class: "local" },
    {
      rule: "assessments-in-time",
      source: "domain.md D18 [19][23]; entered by the programme",
      ...told,
      class: "recommendation",
    },
    {
      rule: "supervision-capacity",
      class: "local",
      source: "domain.md D35, D36 [F0][53][F1]; entered by the units",
      mode: "report",
      params: { load: { AT: 1, BT: 1.5 }, slots: { ordinary: 1, gaffel: 3 } },
    },
    { rule: "named-supervisor", source: "domain.md D34 [3][7]", ...definition, class: "law" },
    { rule: "same-supervisor", source: "domain.md D34 [3][50]", ...told, class: "recommendation" },
    { rule: "main-supervisor", source: "domain.md D34 [23][50]", ...told, class: "law" },
    {
      rule: "supervisor-presence",
      source: "domain.md D37 [52]",
      ...told,
      class: "local",
      params: { percentage: 60 },
    },
  ],
};
