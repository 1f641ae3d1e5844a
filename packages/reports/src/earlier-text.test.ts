import { lookup, parseProblemText } from "@placera/domain";
import { fixtureText } from "@placera/domain/testing";
import { describe, expect, it } from "vitest";
import { earlierOf } from "./earlier-text.ts";
import { textsIn } from "./texts/index.ts";

const earlier = (name: string, language: "sv" | "en"): string[] => {
  const parsed = parseProblemText(fixtureText("tiny", name));
  if (!parsed.ok) throw new Error(`${name} is not a valid problem`);
  const { problem } = parsed;
  const naming = { texts: textsIn(language), find: lookup(problem), language };
  return problem.doctors.flatMap((doctor) =>
    earlierOf(doctor, naming).map(({ how, what }) => `${how}: ${what}`),
  );
};

describe("what is done before the plan", () => {
  it("lists credit by section and length", () => {
    expect(earlier("credited-emergency-care", "sv")).toMatchInlineSnapshot(`
      [
        "tillgodoräknat: akut sjukvård 2 mån",
      ]
    `);
    expect(earlier("credited-emergency-care", "en")).toMatchInlineSnapshot(`
      [
        "credited: emergency care 2 mo",
      ]
    `);
  });

  it("lists history by section, days and unit", () => {
    expect(earlier("already-under-way", "en")).toMatchInlineSnapshot(`
      [
        "done: surgical specialties Sep–Nov 2026 at Kirurgkliniken",
        "done: internal medicine Dec 2026 – Feb 2027 at Medicinkliniken",
      ]
    `);
  });
});
