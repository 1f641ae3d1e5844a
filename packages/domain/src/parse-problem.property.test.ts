import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { issueSentence } from "./messages/issue-sentence.ts";
import { parseProblem, parseProblemText } from "./parse-problem.ts";
import { PROBLEM_ISSUE_CODES } from "./problem-issue.ts";
import { fixtureNames, fixtureText } from "./testing/fixtures-folder.ts";

const SOUND = (["tiny", "infeasible"] as const).flatMap((folder) =>
  fixtureNames(folder).map((name) => fixtureText(folder, name)),
);

/** Every place in a value, as the container and its key. */
function placesIn(
  value: unknown,
): { readonly container: Record<string, unknown>; readonly key: string }[] {
  if (typeof value !== "object" || value === null) return [];
  const container = value as Record<string, unknown>;
  return Object.keys(container).flatMap((key) => [{ container, key }, ...placesIn(container[key])]);
}

const STRANGE = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    "",
    0,
    -1,
    0.5,
    1e300,

    [],
    {},
    "2027-02-30",
    "0000-01-01",
    "9999-12-31",
    "__proto__",
    "\ud800",
    true,
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

const mutation = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom("replace", "remove", "add", "copy"),
  value: STRANGE,
  key: fc.oneof(fc.constantFrom("id", "from", "seats", "__proto__", "wishes"), fc.string()),
});

function mutated(
  text: string,
  mutations: readonly (typeof mutation extends fc.Arbitrary<infer M> ? M : never)[],
) {
  const root: unknown = JSON.parse(text);
  for (const { at, kind, value, key } of mutations) {
    const places = placesIn(root);
    const place = places[at % places.length];
    const other = places[(at * 7919) % places.length];
    if (place === undefined || other === undefined) continue;
    switch (kind) {
      case "replace":
        place.container[place.key] = value;
        break;
      case "remove":
        delete place.container[place.key];
        break;
      case "add":
        Object.defineProperty(place.container, key, {
          value,
          enumerable: true,
          configurable: true,
          writable: true,
        });
        break;
      case "copy":
        place.container[place.key] = structuredClone(other.container[other.key]);
        break;
    }
  }
  return root;
}

/** Issues that a person can use: a known code and a whole sentence in both languages. */
function expectSayable(result: ReturnType<typeof parseProblem>): void {
  if (result.ok) return;
  expect(result.issues.length).toBeGreaterThan(0);
  for (const issue of result.issues) {
    expect(PROBLEM_ISSUE_CODES).toContain(issue.code);
    for (const language of ["sv", "en"] as const) {
      const sentence = issueSentence(issue, language);
      expect(sentence).toMatch(/: \S.*\.$/su);
      expect(sentence).not.toMatch(/undefined|NaN|\[object/u);
    }
  }
}

describe("parsing never throws", () => {
  it("whatever the value", () => {
    fc.assert(
      fc.property(
        fc.anything({
          withBigInt: true,
          withBoxedValues: true,
          withDate: true,
          withMap: true,
          withNullPrototype: true,
          withObjectString: true,
          withSet: true,
          withSparseArray: true,
          withTypedArray: true,
        }),
        (value) => {
          expect(parseProblem(value).ok).toBe(false);
        },
      ),
    );
  });

  it("whatever the text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.json()), (text) => {
        expectSayable(parseProblemText(text));
      }),
    );
  });

  it("whatever is done to a sound file, and what it says is a sentence", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SOUND),
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
        (text, mutations) => {
          expectSayable(parseProblem(mutated(text, mutations)));
        },
      ),
      { numRuns: 1500 },
    );
  });

  it("wherever a sound file is cut off", () => {
    fc.assert(
      fc.property(fc.constantFrom(...SOUND), fc.nat(), (text, at) => {
        expectSayable(parseProblemText(text.slice(0, at % text.length)));
      }),
    );
  });
});
