import { describe, expect, it } from "vitest";
import { EngineFault } from "../../engine.ts";
import { guardNative, highsModule } from "./runtime.ts";
import { solveText } from "./solve-text.ts";

describe("the HiGHS module", () => {
  it("is thrown away after an abort, and the next solve gets a fresh one", async () => {
    const before = await highsModule();
    // HiGHS aborts the whole module on text it cannot read, just as it does when memory runs out.
    await expect(solveText("lp", "Minimize\n obj: 2 x:y\nEnd\n")).rejects.toBeInstanceOf(
      EngineFault,
    );
    const after = await highsModule();
    expect(after).not.toBe(before);
    await expect(
      solveText("lp", "Minimize\n obj: x\nSubject To\n c: x >= 2\nEnd\n"),
    ).resolves.toEqual({
      status: "optimal",
      objective: 2,
    });
  });

  it("turns what native calls throw into our families", () => {
    const thrown = (name: string) => () =>
      guardNative(() => {
        throw Object.assign(new Error("no"), { name });
      });
    expect(thrown("RuntimeError")).toThrow(
      expect.objectContaining({ code: "engine-out-of-memory" }),
    );
    expect(thrown("HighsError")).toThrow(expect.objectContaining({ code: "engine-crashed" }));
    expect(thrown("HighsValidationError")).toThrow(
      expect.objectContaining({ code: "linear-program-bad-input" }),
    );
    expect(thrown("TypeError")).toThrow("no");
  });
});
