import { parseProblem, parseProblemText } from "@placera/domain";
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

  it("name two rules of a local pack that contradict each other", () => {
    const file = JSON.parse(fixtureText("infeasible", "local-pack-order"));
    const flexible = { min: { months: 3 }, max: { months: 6 } };
    const stay = (id: string, section: string) => ({ id, sections: [section], length: flexible });
    const parsed = parseProblem({
      ...file,
      doctors: file.doctors.slice(0, 1),
      localPacks: [
        {
          id: "lanet-bt@2027",
          title: { sv: "BT i länet", en: "Basic training in the county" },
          track: "BT",
          valid: { from: "2027-01-01" },
          rules: [
            { rule: "total-length", source: "local", params: { min: { months: 12 } } },
            {
              rule: "recommended-length",
              source: "local",
              mode: "must",
              params: { length: { months: 9 } },
            },
          ],
        },
      ],
      rules: [],
      programmes: [
        {
          id: "bt-halmstad",
          track: "BT",
          name: "BT Halmstad",
          requirements: [
            stay("akut", "emergency-care"),
            stay("psykiatri", "psychiatry"),
            stay("primarvard", "primary-care"),
          ],
        },
      ],
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    const [found] = contradictionsIn(parsed.problem);
    // Nine to eighteen months can be done: twelve at least, or nine exactly, not both.
    expect(found?.rules.map(({ rule, asked }) => `${rule}: ${asked.en}`)).toEqual([
      expect.stringMatching(
        /^total-length: the block is to be 6 mo \(bt@2021\), 12 mo \(lanet-bt@2027.*\)$/,
      ),
      "recommended-length: the block is to be 9 mo",
    ]);
  });

  it("count part-time in when the stays are done", () => {
    // Half of full time: eighteen months from 1 January 2027 end on 1 January 2030, the horizon a month sooner.
    expect(told("half-time-takes-too-long")[0]).toMatch(
      /working 50 %, from 1 January 2027 are done on \d+ (December 2029|January 2030)/,
    );
  });

  it("name fixed weeks and absence that are in the way, with their days", () => {
    expect(told("settled-start-in-introduction")[1]).toBe(
      "fixed-spans: introduction 8 March 2027–14 March 2027",
    );
    expect(told("absence-splits-the-time")[1]).toBe("absences: 1 March 2027–30 April 2027");
  });

  it("say from when the doctor may begin", () => {
    expect(of("infeasible", "degree-after-start")[0]?.start.en).toBe("start 1 June 2027");
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
