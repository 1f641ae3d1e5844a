/** `at@2021-05`: allmäntjänstgöring as regulated from May 2021 (SOSFS 1999:5 to HSLF-FS 2021:9). */
import type { RulePack } from "../rule-settings.ts";

export const at202105: RulePack = {
  id: "at@2021-05",
  track: "AT",
  rules: [
    {
      rule: "total-length",
      class: "law",
      source: "see SOSFS 1999:5; legitimation.socialstyrelsen.se (domain.md D1 [1])",
      mode: "must",
      params: { min: { months: 18 } },
    },
    {
      rule: "section-minima",
      class: "law",
      source: "see SOSFS 1999:5; legitimation.socialstyrelsen.se (domain.md D2 [1])",
      mode: "must",
      params: {
        pools: [
          { sections: ["surgery", "medicine"], min: { months: 9 } },
          { sections: ["surgery"], min: { months: 3 } },
          { sections: ["medicine"], min: { months: 3 } },
          { sections: ["psychiatry"], min: { months: 3 } },
          { sections: ["primary-care"], min: { months: 6 } },
        ],
      },
    },
    {
      rule: "one-unbroken-block",
      class: "law",
      source: "blockförordnande, legitimation.socialstyrelsen.se (domain.md D9 [1])",
      mode: "must",
      params: {},
    },
    {
      rule: "start-after-degree",
      class: "law",
      source: "socialstyrelsen.se, older page (domain.md D9 [4])",
      mode: "must",
      params: {},
    },
    {
      rule: "eligible-for-track",
      class: "law",
      source: "SFS 2020:1098 (domain.md D23 [9])",
      mode: "must",
      params: {},
    },
    {
      rule: "goal-coverage",
      class: "law",
      source: "see SOSFS 1999:5; the goals are entered (domain.md D17 [F2])",
      mode: "must",
      params: {},
    },
    {
      rule: "exam-in-time",
      class: "law",
      source: "ki.se, eAT: four sit-ins, registration a month ahead (domain.md D11 [11]–[13])",
      mode: "must",
      params: {
        sections: ["surgery", "medicine", "psychiatry", "primary-care"],
        sitInWeeks: 3,
      },
    },
    {
      rule: "recommended-length",
      class: "recommendation",
      source: "National Council on AT, 18 months (domain.md D4 [F0][27])",
      mode: { prefer: { rank: 3, weight: 1 } },
      params: { length: { months: 18 } },
    },
    {
      rule: "section-order",
      class: "local",
      source: "formerly law, repealed by HSLF-FS 2020:18 (domain.md D10 [3][7])",
      mode: { prefer: { rank: 2, weight: 1 } },
      params: { last: ["primary-care"] },
    },
  ],
};
