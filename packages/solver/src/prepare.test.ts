import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { COMPILE_AT_ONCE, prepare } from "./prepare.ts";

describe("prepare", () => {
  it.each(COMPILE_AT_ONCE)("sets a flag that this Node knows: %s", (flag) => {
    const known = execFileSync(process.execPath, ["--v8-options"], { encoding: "utf8" });
    // V8 lists a flag by its own name only, and passes over in silence what it does not know.
    const name = flag.replace(/^--(no-)?/, "--");
    expect(known.split("\n").some((line) => line.trimStart().startsWith(`${name} (`))).toBe(true);
  });

  it("can be asked of again and again", async () => {
    await prepare();
    await prepare();
  });
});
