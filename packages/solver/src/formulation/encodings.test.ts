/** Rules that look at whole blocks say so: where only blocks count, the others are not asked. */
import { parseProblem } from "@placera/domain";
import fc from "fast-check";
import { expect, it } from "vitest";
import { randomProblem } from "../testing/random-problem.ts";
import { blockEncodings, ruleEncodings } from "./encodings.ts";
import { doctorFacts } from "./facts.ts";

it("asks every rule that looks at blocks", { timeout: 60_000 }, () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const parsed = parseProblem(randomProblem(seed));
      if (!parsed.ok) throw new Error(`problem ${seed} is not valid`);
      for (const doctor of parsed.problem.doctors) {
        const facts = doctorFacts(parsed.problem, doctor);
        const all = ruleEncodings(facts).filter(({ encoding }) => encoding.block !== undefined);
        const asked = blockEncodings(facts).map(({ rule }) => rule);
        for (const { rule } of all) {
          seen.add(rule);
          expect(asked).toContain(rule);
        }
      }
    }),
    { numRuns: 300 },
  );
  expect(seen.size).toBeGreaterThan(2);
});
