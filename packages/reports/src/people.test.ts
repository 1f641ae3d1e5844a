import { issueSentence } from "@placera/domain";
import { describe, expect, it } from "vitest";
import { parsePeople, parsePeopleText } from "./people.ts";

const issuesOf = (value: unknown) => {
  const parsed = parsePeople(value);
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
};

describe("the people file", () => {
  it("gives names by doctor", () => {
    const text = '\ufeff{"schemaVersion": 1, "people": {"d1": {"name": " Åsa Öberg "}}}';
    expect(parsePeopleText(text)).toEqual({ ok: true, people: new Map([["d1", "Åsa Öberg"]]) });
  });

  it.each([
    [[], "wrong-type "],
    [{}, "unknown-schema-version schemaVersion", "missing people"],
    [{ schemaVersion: 1, people: {}, x: 1 }, "unknown-key x"],
    [{ schemaVersion: 1, people: { d1: "Åsa" } }, "wrong-type people.d1"],
    [{ schemaVersion: 1, people: { d1: {} } }, "missing people.d1.name"],
    [{ schemaVersion: 1, people: { d1: { name: " " } } }, "bad-value people.d1.name"],
    [{ schemaVersion: 1, people: { d1: { name: 4 } } }, "wrong-type people.d1.name"],
    [{ schemaVersion: 1, people: { d1: { name: "Å", ssn: 1 } } }, "unknown-key people.d1.ssn"],
  ])("says what is wrong with %j", (value, ...expected) => {
    expect(issuesOf(value)).toEqual(expected);
  });

  it("has a sentence for each issue in both languages", () => {
    const parsed = parsePeople({ schemaVersion: 2, people: { d1: { name: "x".repeat(201) } } });
    for (const issue of parsed.ok ? [] : parsed.issues) {
      for (const language of ["sv", "en"] as const) {
        expect(issueSentence(issue, language)).not.toContain("undefined");
      }
    }
  });
});
