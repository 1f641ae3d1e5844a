/** Profiles share what doctors have in common; each has the graph that she would have alone. */
import { parseProblem } from "@placera/domain";
import fc from "fast-check";
import { expect, it } from "vitest";
import { channelsOf } from "../formulation/channels.ts";
import { doctorFacts } from "../formulation/facts.ts";
import { staysInRegion } from "../rules/own-region.ts";
import { randomProblem } from "../testing/random-problem.ts";
import { buildGraph } from "./graph.ts";
import { withWishes } from "./graph-wishes.ts";
import { limitsOf } from "./limits.ts";
import { profilesOf } from "./profile.ts";

it("builds of each doctor what is built of her alone", { timeout: 120_000 }, () => {
  let earlier = 0;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const parsed = parseProblem(randomProblem(seed));
      if (!parsed.ok) throw new Error(`problem ${seed} is not valid`);
      const { problem } = parsed;
      for (const { doctors, graph } of profilesOf(problem, limitsOf(problem))) {
        if (graph.relaxed !== undefined) continue;
        for (const at of doctors) {
          const doctor = problem.doctors[at];
          if (doctor === undefined) throw new Error("a profile names a doctor who is not there");
          if (doctor.previous.length > 0) earlier++;
          const facts = doctorFacts(problem, doctor);
          const units = problem.units.filter(
            ({ region }) => !staysInRegion(facts.programme) || region === doctor.region,
          );
          const alone = buildGraph(facts, units, channelsOf(problem).count);
          expect(graph).toEqual(withWishes(alone, facts));
        }
      }
    }),
    { numRuns: 150 },
  );
  expect(earlier).toBeGreaterThan(20);
});
