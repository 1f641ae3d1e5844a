import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findJsonFault } from "./json-fault.ts";

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe("where a text stops being JSON", () => {
  it.each([
    ['{\n  "a": 1,\n}', 3, 1],
    ['{ "a": tru }', 1, 8],
    ['{ "a": 1 "b": 2 }', 1, 10],
    ["[1, 2", 1, 6],
    ['{ "a": "utan slut }', 1, 8],
    ["", 1, 1],
    ["{}\n{}", 2, 1],
    ["{ 'a': 1 }", 1, 3],
    ["[1, 2}", 1, 6],
    ["[01]", 1, 3],
  ])("%j: line %i, character %i", (text, line, column) => {
    expect(isJson(text)).toBe(false);
    expect(findJsonFault(text)).toEqual({ line, column });
  });

  it("finds nothing before the end of what is JSON, and something before it in what is not", () => {
    const broken = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom("", ",", '"', "}", "]", "{", "x", "\\", ":", "1"))
      .map(([json, at, put]) => {
        const place = at % (json.length + 1);
        return json.slice(0, place) + put + json.slice(put === "" ? place + 1 : place);
      });
    fc.assert(
      fc.property(broken, (text) => {
        const { line, column } = findJsonFault(text);
        const lines = text.split("\n");
        const end = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
        // A beginning of JSON also stops at its end, since there the rest is missing.
        if (isJson(text.trim())) expect({ line, column }).toEqual(end);
        const before = lines.slice(0, line).join("\n").length - (lines[line - 1]?.length ?? 0);
        expect(before + column - 1).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });

  it("is not tired by depth or length", () => {
    expect(findJsonFault("[".repeat(200_000))).toEqual({ line: 1, column: 200_001 });
    expect(findJsonFault(`"${"a".repeat(2_000_000)}`)).toEqual({ line: 1, column: 1 });
  });
});
