import { describe, expect, it } from "vitest";
import { FAMILIES } from "./families.ts";
import { parseOptions, UsageError } from "./options.ts";

const parse = (line: string) => parseOptions(line.split(" ").filter((word) => word !== ""));

describe("the command line of the benchmarks", () => {
  it("takes tiny and typical problems with both formulations when nothing is said", () => {
    expect(parse("")).toMatchObject({
      fixtures: ["tiny", "typical"],
      families: [],
      formulations: ["lines", "compact"],
      engines: ["highs"],
      seeds: [1],
      limitMs: 60_000,
      repeat: 1,
      out: "out/bench",
      smoke: false,
      threads: 1,
      warm: 0,
      compare: undefined,
      band: 1.25,
      strict: false,
      mss: undefined,
    });
  });

  it("reads lists, ranges and limits", () => {
    expect(
      parse(
        "-- --fixtures tiny,uppsala-at --engines jslp,highs --seeds 1-3,7 --limit 5m --repeat 2 --warm 5",
      ),
    ).toMatchObject({
      fixtures: ["tiny", "uppsala-at"],
      engines: ["jslp", "highs"],
      seeds: [1, 2, 3, 7],
      limitMs: 300_000,
      repeat: 2,
      warm: 5,
    });
  });

  it("leaves the fixtures out when families are asked for and nothing else", () => {
    expect(parse("--families at-tight:30:1-5,at-loose:120")).toMatchObject({
      fixtures: [],
      families: [
        { family: "at-tight", doctors: 30, seeds: [1, 2, 3, 4, 5] },
        { family: "at-loose", doctors: 120, seeds: [1] },
      ],
    });
  });

  it.each([
    ["--engines cplex", "--engines takes highs, jslp; not 'cplex'."],
    ["--formulations pattern", "--formulations takes lines, compact; not 'pattern'."],
    ["--seeds 3-1", "--seeds takes numbers and ranges such as 1-5; not '3-1'."],
    ["--limit soon", "--limit takes a time such as 90s, 500ms or 5m; not 'soon'."],
    ["--limit 0s", "--limit takes a time such as 90s, 500ms or 5m; not '0s'."],
    ["--threads 0", "--threads takes whole numbers from 1; not '0'."],
    ["--band 0.5", "--band takes a ratio from 1 to 10, such as 1.25; not '0.5'."],
    ["--repeat 0", "--repeat takes whole numbers from 1; not '0'."],
    ["--families at-tight", "--families takes whole numbers from 0; not ''."],
    ["--families bt:3", `--families takes ${FAMILIES.join(", ")}; not 'bt'.`],
  ])("refuses %s", (line, message) => {
    expect(() => parse(line)).toThrow(new UsageError(message));
  });

  it("refuses an option there is none of", () => {
    expect(() => parse("--fast")).toThrow(UsageError);
  });

  it("gives help before anything else", () => {
    expect(parse("--smoke -h")).toBe("help");
  });
});
