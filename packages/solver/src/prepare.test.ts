import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { COMPILE_AT_ONCE, prepare } from "./prepare.ts";

/** In a process of its own: whether V8 has compiled a function that was called once, with these lines first. */
function compiledAtOnce(...first: string[]): string {
  const asked = "function once() { return 1; } once(); console.log(%ActiveTierIsSparkplug(once));";
  const script = ['const v8 = require("node:v8");', ...first, `eval(${JSON.stringify(asked)});`];
  const args = ["--allow-natives-syntax", "-e", script.join("\n")];
  return execFileSync(process.execPath, args, { encoding: "utf8" }).trim();
}

describe("prepare", () => {
  it("has V8 compile at once, though it is running already", () => {
    const flags = COMPILE_AT_ONCE.map((flag) => `v8.setFlagsFromString("${flag}");`);
    expect([compiledAtOnce(), compiledAtOnce(...flags)]).toEqual(["false", "true"]);
  });

  it.each(COMPILE_AT_ONCE)("sets a flag that this Node knows: %s", (flag) => {
    const known = execFileSync(process.execPath, ["--v8-options"], { encoding: "utf8" });
    // V8 lists a flag by its own name only, and passes over in silence what it does not know.
    const name = flag.replace(/^--(no-)?/, "--");
    expect(known.split("\n").some((line) => line.trimStart().startsWith(`${name} (`))).toBe(true);
  });

  it("can be asked of again and again", async () => {
    await prepare();
    await expect(prepare()).resolves.toBeUndefined();
  });
});
