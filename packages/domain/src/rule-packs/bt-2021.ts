/** `bt@2021`: bastjänstgöring (SFS 2020:1098, HSLF-FS 2021:8 and what regions made of them). */
import type { RulePack } from "../rule-settings.ts";

export const bt2021: RulePack = {
  id: "bt@2021",
  track: "BT",
  rules: [
    {
      rule: "total-length",
      class: "law",
      source: "SFS 2020:1098 (domain.md D13 [9])",
      mode: "must",
      params: { min: { months: 6 } },
    },
    {
      rule: "section-minima",
      class: "law",
      source: "Socialstyrelsen in karriarlakare.se 2021-05-04 (domain.md D14 [17][53])",
      mode: "must",
      params: {
        pools: [
          { sections: ["emergency-care"], min: { months: 3 } },
          { sections: ["primary-care"], min: { months: 3 } },
        ],
      },
    },
    {
      rule: "eligible-for-track",
      class: "law",
      source: "licence, slf.se and SFS 2020:1098 (domain.md D23 [9][21])",
      mode: "must",
      params: {},
    },
    {
      rule: "goal-coverage",
      class: "law",
      source: "BT1–BT18, HSLF-FS 2021:8 (domain.md D17 [21])",
      mode: "must",
      params: {},
    },
    {
      rule: "home-unit",
      class: "contract",
      source: "klinik-BT and integrated BT (domain.md D19 [F1])",
      mode: "must",
      params: {},
    },
    {
      rule: "bt-term-at-least-six-months",
      class: "contract",
      source: "never under six months (domain.md D21 [F1])",
      mode: "must",
      params: { min: { months: 6 } },
    },
    {
      rule: "integrated-bt-within-two-years",
      class: "recommendation",
      source: "legitimation.socialstyrelsen.se, ST with BT (domain.md D20 [24])",
      mode: { prefer: { rank: 3, weight: 1 } },
      params: { within: { months: 24 } },
    },
    {
      rule: "at-most-four-places",
      class: "recommendation",
      source:
        'Socialstyrelsen 2021 ("bör"); absolute in the founding documents (domain.md D15 [17])',
      mode: "must",
      params: { max: 4 },
    },
    {
      rule: "one-unbroken-block",
      class: "local",
      source: "as for AT; not verified for BT (domain.md section 2)",
      mode: "must",
      params: {},
    },
    {
      rule: "recommended-length",
      class: "recommendation",
      source: "norm 12 months (domain.md D13 [17][19][20])",
      mode: { prefer: { rank: 3, weight: 1 } },
      params: { length: { months: 12 } },
    },
    {
      rule: "psychiatry-in-bt",
      class: "local",
      source: "every published block has it (domain.md D16 [25])",
      mode: "off",
      params: { min: { weeks: 8 } },
    },
    {
      rule: "section-order",
      class: "local",
      source: "order differs by site (domain.md section 3 [18])",
      mode: "off",
      params: { last: ["primary-care"] },
    },
  ],
};
