import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseProblemText } from "../parse-problem.ts";
import { PROBLEM_ISSUE_CODES } from "../problem-issue.ts";
import { fixtureNames, fixtureText } from "../testing/fixtures-folder.ts";
import { issueSentence } from "./issue-sentence.ts";

const sentences = (code: string, language: "sv" | "en"): string[] => {
  const result = parseProblemText(fixtureText("invalid", code));
  return result.ok ? [] : result.issues.map((issue) => issueSentence(issue, language));
};

describe("an issue in words", () => {
  it.each(fixtureNames("invalid"))("says %s in both languages, each in its own", (code) => {
    const [sv] = sentences(code, "sv");
    const [en] = sentences(code, "en");
    expect(sv).not.toBe(en);
    for (const sentence of [sv, en]) {
      expect(sentence).toMatch(/^(\$|[a-z][\w.[\]]*): .*\.$/iu);
      expect(sentence).not.toMatch(/undefined|NaN|\[object|""/u);
    }
    expect(sv).not.toMatch(/\b(the|Write|is not)\b/u);
    expect(en).not.toMatch(/[åäöÅÄÖ]/u);
  });

  it("says where, what is wrong, and what to write instead", () => {
    expect(sentences("unknown-reference", "sv")).toEqual([
      'units[0].site: Okänt id för ort (site): "lasaretet". Menade du "lasarettet"? Rätta id eller lägg till det som saknas.',
    ]);
    expect(sentences("date-off-grid", "en")).toEqual([
      "intakes[0].start: 2027-01-10 is not on the grid. Write the 1st or the 16th of a month.",
    ]);
    expect(sentences("missing", "en")).toEqual([
      "units[0].seats: Something that must be here is missing. Write a number or a list [ ].",
    ]);
    expect(sentences("rule-params", "sv")).toEqual([
      'rules[0].params.length.months: Regeln "recommended-length" tar inte den parametern så. 18.25 går inte jämnt upp. Skriv en multipel av 0.5.',
    ]);
  });

  it.each([
    ["intake", "an intake"],
    ["unit", "a unit"],
    ["rule-pack", "a rule pack"],
  ])("has the right article for an unknown %s", (what, words) => {
    const params = { what, id: "x", nearest: "" };
    const issue = { code: "unknown-reference", path: ["doctors", 0, what], params } as const;
    expect(issueSentence(issue, "en")).toContain(`Unknown id of ${words}: "x".`);
  });

  it.each(["__proto__", "constructor", "toString"])(
    "takes %s for a word like any other",
    (found) => {
      const params = { known: 1, found };
      const issue = { code: "unknown-schema-version", path: ["schemaVersion"], params } as const;
      expect(issueSentence(issue, "en")).toContain(`The version is ${found}, and`);
    },
  );

  it("says the size of a file that is too large", () => {
    const issue = { code: "too-large", path: [], params: { characters: 3, limit: 2 } } as const;
    expect(issueSentence(issue, "en")).toContain("has 3 characters and the limit is 2");
  });

  it("is explained in docs/errors.md, every code", () => {
    const page = readFileSync(new URL("../../../../docs/errors.md", import.meta.url), "utf8");
    expect(PROBLEM_ISSUE_CODES.filter((code) => !page.includes(`| \`${code}\``))).toEqual([]);
  });
});
