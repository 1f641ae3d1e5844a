import { describe, expect, it } from "vitest";
import { openLinearProgram } from "./linear-program.ts";
import { prepareHighs } from "./prepare.ts";
import { discardHighs, highsMemoryBytes, highsRequests } from "./runtime.ts";

describe("prepareHighs", () => {
  it("loads HiGHS and solves a program for practice", async () => {
    discardHighs();
    const before = highsRequests();
    await prepareHighs();
    expect(await highsMemoryBytes()).toBeGreaterThan(0);
    // One to load it, one for the program.
    expect(highsRequests() - before).toBe(2);
  });

  it("does not practise when somebody needs HiGHS meanwhile", async () => {
    discardHighs();
    const before = highsRequests();
    const prepared = prepareHighs();
    (await openLinearProgram()).dispose();
    await prepared;
    expect(highsRequests() - before).toBe(2);
  });
});
