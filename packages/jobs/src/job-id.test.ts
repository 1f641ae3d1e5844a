import { SolveParams } from "@placera/domain";
import { expect, it } from "vitest";
import { CONTRACT } from "./contract.ts";
import { solveJobId } from "./job-id.ts";

const problem = `sha256-${"0".repeat(64)}`;
const params = SolveParams.parse({ seed: 7 });

it("is an id that BullMQ takes: no integer, no colon", () => {
  const id = solveJobId({ contract: CONTRACT, problem, params });
  expect(id).toMatch(/^solve-[0-9a-f]{40}$/);
});

it("is the same for the same problem and parameters, in whatever order they are written", () => {
  const reversed = Object.fromEntries(Object.entries(params).reverse());
  const id = solveJobId({ contract: CONTRACT, problem, params });
  expect(solveJobId({ contract: CONTRACT, problem, params: SolveParams.parse(reversed) })).toBe(id);
});

it("differs by seed and by problem", () => {
  const ids = [
    solveJobId({ contract: CONTRACT, problem, params }),
    solveJobId({ contract: CONTRACT, problem, params: { ...params, seed: 8 } }),
    solveJobId({ contract: CONTRACT, problem: `sha256-${"1".repeat(64)}`, params }),
  ];
  expect(new Set(ids).size).toBe(3);
});
