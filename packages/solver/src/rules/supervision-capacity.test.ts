import { describe, expect, it } from "vitest";
import { supervisionCapacity } from "./supervision-capacity.ts";
import { describeRule } from "./testing/describe-rule.ts";
import { type TinyProblem, tinyProblem, tinyUnits } from "./testing/tiny-problem.ts";

const doctors = { anna: {}, åsa: {}, eva: {} };
const ordinary = { id: "h1", unit: "K", role: "specialist" } as const;

// Surgery names its supervisors, medicine does not.
describeRule("supervision-capacity", {
  given: { doctors, supervisors: [ordinary, { ...ordinary, id: "h2" }] },
  allows: {
    "as many doctors as supervisors": "anna: K*2 M*2 · åsa: K*2 M*2 · eva: M*2 K*2",
    "any number where no supervisor is named":
      "anna: M*2 K*2 · åsa: M*2 .*2 K*2 · eva: M*2 .*4 K*2",
  },
  forbids: {
    // One slot too much in each of two months: two halves each time.
    "a third beside two": { plan: "anna: K*2 M*2 · åsa: K*2 M*2 · eva: K*2 M*2", magnitude: 4 },
  },
});

describeRule("supervision-capacity", {
  given: {
    doctors,
    supervisors: [
      { ...ordinary, form: "gaffel", leave: [{ from: "2026-10-01", to: "2026-10-15" }] },
      { id: "h2", unit: "K", role: "st-doctor", course: true, from: "2026-10-01" },
      { id: "h3", unit: "K", role: "st-doctor" },
    ],
  },
  allows: {
    "one doctor while the gaffel supervisor is away": "anna: K*2 M*2 · åsa: M*2 K*2 · eva: M*2 K*2",
  },
  forbids: {
    // In the second month the ST doctor with the course is alone; the one without does not count.
    "two while only one may supervise": { plan: "anna: K*2 M*2 · åsa: K*2 M*2", magnitude: 2 },
  },
});

describeRule("supervision-capacity", {
  given: {
    doctors: { anna: {}, åsa: {} },
    programme: { track: "BT" },
    supervisors: [ordinary, { ...ordinary, id: "h2", slots: 1.5 }],
  },
  allows: { "one BT doctor of one and a half": "anna: K*2 M*2 · åsa: M*2 K*2" },
  forbids: {
    // Two take three slots, and there are two and a half, in each of two months.
    "two of them": { plan: "anna: K*2 M*2 · åsa: K*2 M*2", magnitude: 2 },
  },
});

describeRule("supervision-capacity", {
  given: {
    // Eva was placed in surgery before the plan begins, and is there in September and October.
    doctors: {
      anna: {},
      eva: {
        start: undefined,
        history: [{ requirement: "surgery", unit: "K", from: "2026-09-01", to: "2026-11-01" }],
      },
    },
    supervisors: [ordinary],
  },
  allows: { "a doctor after who was there already": "anna: M*2 K*2 · eva: .*2 M*2" },
  forbids: {
    "a doctor beside who was there already": { plan: "anna: K*2 M*2 · eva: .*2 M*2", magnitude: 4 },
  },
});

describeRule("supervision-capacity", {
  given: {
    doctors: { anna: {}, åsa: {} },
    programme: { track: "BT" },
    supervisors: [{ ...ordinary, slots: 3.5 }],
    rules: [
      {
        rule: "supervision-capacity",
        params: {
          load: { AT: 1, BT: 1.5 },
          slots: { ordinary: 1, gaffel: 3 },
          // Not on the grid: new in each month that begins in the first six weeks.
          first: { length: { weeks: 6 }, more: { AT: 0, BT: 0.5 } },
        },
      },
    ],
  },
  allows: {
    // Two months new each; one of them is a month ahead.
    "one at a time": "anna: K*2 M*2 · åsa: M*2 K*2",
  },
  forbids: {
    // 2 + 2 against 3.5 in each of two months.
    "two who are new": { plan: "anna: K*2 M*2 · åsa: K*2 M*2", magnitude: 2 },
  },
});

describe("the limit of supervision", () => {
  const encoded = (given: TinyProblem) => {
    const [limit] = supervisionCapacity.encode(tinyProblem(given));
    if (limit?.kind !== "shared") throw new Error("no limit");
    return { counts: limit.counts, most: limit.most.slice(0, 3) };
  };

  it("counts in half slots, and takes the least room of any day", () => {
    // Four slots but one supervisor of three away for some days in October.
    expect(
      encoded({
        supervisors: [
          ordinary,
          {
            ...ordinary,
            id: "h2",
            form: "gaffel",
            leave: [{ from: "2026-10-05", to: "2026-10-19" }],
          },
        ],
      }),
    ).toEqual({ counts: { AT: 2, BT: 3 }, most: [8, 2, 8] });
  });

  it("stretches what there is where other professions supervise too", () => {
    // An AT doctor takes 0.8 and a BT doctor 1.2, so halves are of 0.4: one slot holds two of them.
    expect(
      encoded({ units: tinyUnits({ K: { interprofessional: 20 } }), supervisors: [ordinary] }),
    ).toEqual({ counts: { AT: 2, BT: 3 }, most: [2, 2, 2] });
  });

  it("counts more while a doctor is new", () => {
    const [limit] = supervisionCapacity.encode(
      tinyProblem({
        supervisors: [ordinary],
        rules: [
          {
            rule: "supervision-capacity",
            params: {
              load: { AT: 1, BT: 1.5 },
              slots: { ordinary: 1, gaffel: 3 },
              first: { length: { weeks: 6 }, more: { AT: 0.2, BT: 0.5 } },
            },
          },
        ],
      }),
    );
    // The step is a tenth. Six weeks from the first of a month end in the second month after it.
    expect(limit).toMatchObject({
      counts: { AT: 10, BT: 15 },
      first: { counts: { AT: 2, BT: 5 } },
    });
    expect(limit?.kind === "shared" && limit.first?.until.slice(0, 3)).toEqual([2, 3, 4]);
  });
});
