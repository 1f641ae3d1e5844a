import { describeRule } from "./testing/describe-rule.ts";

const sections = ["surgery", "medicine", "psychiatry", "primary-care"];

describeRule("exam-day-free", {
  given: {
    rulePacks: ["at@2021-05"],
    calendar: {
      from: "2025-01-01",
      to: "2026-07-01",
      exams: [
        { date: "2025-11-21", registrationCloses: "2025-10-23" },
        { date: "2026-02-20", registrationCloses: "2026-01-22" },
      ],
      fixedSpans: [
        { id: "kurs", intake: "kurs", from: "2026-02-01", to: "2026-03-01", kind: "teaching" },
      ],
    },
    programme: {
      requirements: sections.map((id) => ({
        id,
        sections: [id],
        length: { min: { months: 2 }, max: { months: 6 } },
      })),
    },
    intakes: [{ id: "kurs", programme: "p", start: "2025-01-01" }],
    doctors: {
      anna: { absences: [{ from: "2025-11-17", to: "2025-11-24", kind: "vacation" }] },
      åsa: { absences: [{ from: "2025-11-01", to: "2025-12-01" }] },
      eva: { intake: "kurs" },
    },
  },
  allows: {
    // Primary care from 1 November is too late for the exam of that month.
    "vacation on an exam that is not hers yet": "anna: K*3 M*3 P*4 V*5",
    "absence on an exam that is not hers yet": "åsa: K*3 M*4 P*3 V*6",
    "teaching on a later exam": "eva: K*3 M*3 P*2 V*4",
  },
  forbids: {
    "vacation on her exam": { plan: "anna: K*3 M*3 P*2 V*4", magnitude: 1 },
    "absence on the exam she was in time for": { plan: "åsa: K*3 M*3 P*2 V*6", magnitude: 1 },
    "teaching on her exam": { plan: "eva: K*3 M*3 P*4 V*5", magnitude: 1 },
  },
});
