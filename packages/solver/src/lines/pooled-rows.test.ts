/** Units that stand in for each other are pooled however many hospitals a component has. */
import { parseProblem } from "@placera/domain";
import { smallProblem } from "@placera/domain/testing";
import { expect, it } from "vitest";
import { divide } from "./divide.ts";
import { pooledRows } from "./pooled-rows.ts";

/** So many hospitals of two alike clinics each, and one psychiatric clinic that all of them share. */
function hospitals(count: number) {
  const ids = Array.from({ length: count }, (_, at) => `sjukhus-${at + 1}`);
  const length = { months: 3 };
  const parsed = parseProblem(
    smallProblem({
      sections: ids.map((id) => ({ id, countsAs: "medicine", name: { sv: id, en: id } })),
      units: [
        ...ids.flatMap((id) =>
          [1, 2].map((clinic) => ({
            id: `${id}-klinik-${clinic}`,
            site: "lasarettet",
            name: `Klinik ${clinic}, ${id}`,
            sections: [id],
            seats: 1,
          })),
        ),
        {
          id: "psykiatri",
          site: "lasarettet",
          name: "Psykiatri",
          sections: ["psychiatry"],
          seats: count,
        },
      ],
      programmes: ids.map((id) => ({
        id,
        track: "AT" as const,
        name: id,
        requirements: [
          { id: "medicin", sections: [id], length },
          { id: "psykiatri", sections: ["psychiatry"], length },
        ],
      })),
      intakes: ids.map((id) => ({ id, programme: id, start: "2027-01-01" })),
      doctors: ids.flatMap((intake) =>
        [1, 2, 3].map((at) => ({ id: `${intake}-${at}`, region: "lanet", intake })),
      ),
    }),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.problem;
}

it.each([2, 30])("pools the clinics of each of %i hospitals", (count) => {
  const problem = hospitals(count);
  const { components, limits } = divide(problem);
  const [component] = components;
  if (component === undefined || components.length > 1) throw new Error("all share psychiatry");
  const pools = pooledRows(component, limits).capacity.slice(limits.rows);
  // In the others nobody can begin, so that whoever is there was there before.
  expect(pools).toHaveLength(count * 2);
  expect(new Set(pools)).toEqual(new Set([2]));
});
