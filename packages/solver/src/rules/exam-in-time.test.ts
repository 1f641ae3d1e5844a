import { describeRule } from "./testing/describe-rule.ts";

const sections = ["surgery", "medicine", "psychiatry", "primary-care"];

describeRule("exam-in-time", {
  given: {
    rulePacks: ["at@2021-05"],
    calendar: {
      from: "2025-01-01",
      to: "2026-07-01",
      exams: [
        { date: "2025-11-21", registrationCloses: "2025-10-23" },
        { date: "2026-02-20", registrationCloses: "2026-01-22" },
      ],
    },
    programme: {
      requirements: sections.map((id) => ({
        id,
        sections: [id],
        length: { min: { months: 2 }, max: { months: 6 } },
      })),
    },
    doctors: {
      anna: {},
      // The second sitting falls in her leave.
      åsa: { absences: [{ from: "2026-02-01", to: "2026-03-01" }] },
      // The second sitting falls in time away that the section tolerates.
      ove: { absences: [{ from: "2026-02-16", to: "2026-03-01", tolerated: true }] },
      eva: { examPassed: "2024-11-22" },
    },
  },
  allows: {
    // The example of D11: primary care from 1 September, a sit-in by 22 October, the exam on 21 November.
    "primary care from September, the exam in November": "anna: K*3 M*3 P*2 V*4",
    "the last section in October, the exam in February": "anna: K*3 M*3 P*3 V*5",
    "no exam to sit for who has passed": "eva: K*2 M*2 P*2 V*2",
  },
  forbids: {
    // On 1 October primary care is begun; three weeks later is 22 October, and the exam 21 November: over by then.
    "an AT that is over in November": { plan: "anna: K*2 M*2 P*2 V*4", magnitude: 1 },
    "the only sitting left in tolerated absence": {
      plan: "ove: K*3 M*4 P*3 V*5",
      magnitude: 1,
    },
    "the only sitting left on a day of leave": { plan: "åsa: K*3 M*4 P*3 V*3 .*1 ", magnitude: 1 },
  },
});
