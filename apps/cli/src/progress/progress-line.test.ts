import type { SolveProgress } from "@placera/domain";
import { describe, expect, it } from "vitest";
import type { Terminal } from "../terminal.ts";
import { createProgressLine } from "./progress-line.ts";
import { progressText, seconds } from "./progress-text.ts";

/** A stderr whose clock is set by hand. */
function terminal(errIsTerminal: boolean, width = 40) {
  let written = "";
  let time = 0;
  const fake: Terminal = {
    out: () => undefined,
    err: (text) => {
      written += text;
    },
    outIsTerminal: false,
    errIsTerminal,
    errWidth: () => width,
    outWidth: () => undefined,
    colour: false,
    now: () => time,
  };
  return {
    fake,
    written: () => written,
    at: (milliseconds: number) => {
      time = milliseconds;
    },
  };
}

describe("progress where lines stay", () => {
  it("writes a line a second at most, and one each ten seconds if nothing happens", () => {
    const { fake, written, at } = terminal(false);
    const line = createProgressLine(fake);
    for (let time = 0; time <= 12_000; time += 100) {
      at(time);
      line.show(`line ${time}`, time < 3000 ? String(time) : "same");
    }
    line.end();
    expect(written()).toBe("line 0\nline 1000\nline 2000\nline 3000\n");
  });
});

describe("progress on a terminal", () => {
  it("rewrites one line, cut to the terminal's width, and removes it at the end", () => {
    const { fake, written, at } = terminal(true, 24);
    const line = createProgressLine(fake);
    line.show("a line that is longer than that", "1");
    at(1000);
    line.note("note");
    line.show("b", "2");
    line.end();
    const clear = "\r\u001b[2K";
    expect(written()).toBe(`${clear}a line that is longer t${clear}note\n${clear}b${clear}`);
  });
});

describe("progress in words", () => {
  const progress: SolveProgress = {
    stage: "improving",
    tier: "unplaced",
    component: 0,
    components: 1,
    lines: 1624,
    incumbent: 3,
    bound: 1,
    gap: 2,
    elapsedMs: 10_300,
  };

  it("says what is done, found and proven", () => {
    expect(progressText(progress, "sv").replaceAll("\u00a0", " ").trim()).toBe(
      "10,3 s · förbättrar · utan plan: 3 (minst 1) · gap 2 · 1 624 linjer",
    );
    expect(progressText({ ...progress, tier: "preferences-2" }, "en").trim()).toBe(
      "10.3 s · improving · departures rank 2: 3 (at least 1) · gap 2 · 1,624 lines",
    );
  });

  it("counts minutes", () => {
    expect(seconds(65_000, "sv")).toBe("1 min 05 s");
    expect(seconds(59_940, "en")).toBe("59.9 s");
  });
});
