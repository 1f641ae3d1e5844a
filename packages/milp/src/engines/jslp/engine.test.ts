import { describe, expect, it } from "vitest";
import { checkedEngine } from "../../checked-engine.ts";
import { UnsupportedModelError } from "../../engine.ts";
import { assignment, describeEngine } from "../../testing/index.ts";
import { createJslpEngine } from "./engine.ts";

describeEngine("jslp", () => checkedEngine(createJslpEngine()), {
  skip: [
    {
      reason: "the library calls back nobody: only the isolated engine can stop it",
      tests: ["stops during the search and keeps what it has"],
    },
    { reason: "the library has no limit on nodes", tests: ["stops at a node limit"] },
  ],
});

describe("the size limit of javascript-lp-solver", () => {
  it("refuses a model that it may never return from", async () => {
    const model = assignment(30, 10, 6);
    await expect(createJslpEngine().solve(model, { seed: 0 })).rejects.toBeInstanceOf(UnsupportedModelError);
  });
});
