import { describe, expect, it } from "vitest";
import { engineVersion } from "./engine-version.ts";

describe("the version of an engine", () => {
  it("is that of the installed library", () => {
    expect(engineVersion("highs")).toMatch(/^1\.15\.\d+$/);
    expect(engineVersion("jslp")).toMatch(/^1\.0\.\d+$/);
  });

  it("is said to be built in for our own", () => {
    expect(engineVersion("enumerate")).toBe("built-in");
  });
});
