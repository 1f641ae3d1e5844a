import { parseProblemText } from "@placera/domain";
import { fixtureNames, fixtureText } from "@placera/domain/testing";
import { describe, expect, it } from "vitest";
import { contradictionsIn } from "./contradictions.ts";

const of = (folder: "infeasible" | "tiny", name: string) => {
  const parsed = parseProblemText(fixtureText(folder, name));
  if (!parsed.ok) throw new Error(`${name} is not a valid problem`);
  return contradictionsIn(parsed.problem);
};
const told = (name: string): string[] =>
  of("infeasible", name).flatMap(({ rules }) =>
    rules.map(({ rule, asked }) => `${rule}: ${asked.en}`),
  );

describe("contradictions", () => {
  it.each([
    ["degree-after-start", "start-after-degree: the degree is of 20 June 2027; start 1 June 2027"],
    ["section-never-offered", "unit-gives-section: no unit gives psychiatry"],
  ])("of %s are told with rule and dates", (name, sentence) => {
    expect(told(name)).toEqual([sentence]);
  });

  it("say by how much the horizon is too short", () => {
    const [sentence] = told("horizon-too-short");
    // Eighteen months are owed and there are seventeen.
    expect(sentence).toMatch(
      /^owed-placements: the stays \(.+\) from .+ and must end on .+ or later$/,
    );
  });

  it("name region and section where only another region gives it", () => {
    expect(told("region-without-psychiatry")[0]).toMatch(
      /^own-region: no unit in .+ gives psychiatry$/,
    );
  });

  it("name both placements that cannot be", () => {
    const both = told("fixed-against-forbidden");
    expect(both.map((each) => each.split(":")[0])).toEqual([
      "fixed-placements",
      "forbidden-placements",
    ]);
    for (const each of both) expect(each).toMatch(/2027/);
  });

  it("name a rule once, though a law and a local rule beside it both ask for it", () => {
    const file = JSON.parse(fixtureText("infeasible", "research-counted"));
    delete file.rules;
    const longer = { rule: "total-length", source: "local", params: { min: { months: 21 } } };
    const title = { sv: "Längre AT", en: "Longer AT" };
    file.localPacks = [{ id: "longer@2027", title, track: "AT", rules: [longer] }];
    const parsed = parseProblemText(JSON.stringify(file));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    const [clash] = contradictionsIn(parsed.problem);
    expect(clash?.rules.map(({ rule }) => rule)).toEqual(["total-length"]);
  });

  it.each(fixtureNames("tiny"))("are none in %s, which has a plan", (name) => {
    expect(of("tiny", name)).toEqual([]);
  });

  it("are not what seats of others take", () => {
    expect(of("infeasible", "psychiatry-one-seat-short")).toEqual([]);
  });
});
