import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { descendants, watchMemory } from "./process-memory.ts";

/** A program that starts another; both hold memory until they are told to end. */
const NESTED = `
  const held = Buffer.alloc(40 * 2 ** 20, 1);
  if (process.argv[1] === "outer") {
    const { spawn } = require("node:child_process");
    const inner = spawn(process.execPath, ["-e", process.argv[2], "inner"], { stdio: "inherit" });
    process.stdin.on("end", () => inner.kill("SIGKILL")).resume();
  } else setInterval(() => held[0], 1000);
  console.log("ready");
`;

describe.runIf(process.platform === "linux")("the memory of the processes started", () => {
  it("is that of all of them, those started by others included", async () => {
    const outer = spawn(process.execPath, ["-e", NESTED, "outer", NESTED]);
    let ready = 0;
    while (ready < 2) {
      const [text] = (await once(outer.stdout, "data")) as [Buffer];
      ready += text.toString().split("ready").length - 1;
    }
    expect(descendants(outer.pid ?? 0)).toHaveLength(1);
    expect(descendants(process.pid)).toContain(outer.pid);
    const watch = watchMemory();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(watch.stop()).toBeGreaterThan(80);
    outer.stdin.end();
    await once(outer, "close");
    expect(descendants(outer.pid ?? 0)).toEqual([]);
  });
});
