import { Fault as QueueFault } from "@placera/jobs";
import { describe, expect, it } from "vitest";
import { describeFailure } from "./describe-failure.ts";
import { EXIT } from "./exit-codes.ts";
import { Fault, InvalidInput, Refusal } from "./failures.ts";

describe("what a failure says", () => {
  it.each([
    [
      new InvalidInput({ file: "x", issues: [{ code: "file-empty" }] }),
      EXIT.invalid,
      "x: Filen är tom. [file-empty]",
    ],
    [
      new Refusal("job-unknown", (texts) => texts.unknownJob("j")),
      EXIT.invalid,
      "Jobbet j finns inte",
    ],
    [new Fault("worker-ended", "SIGKILL"), EXIT.fault, "Arbetaren slutade oväntat: SIGKILL"],
    [new QueueFault("redis-full"), EXIT.fault, "Redis är fullt."],
    [new QueueFault("job-unknown", { id: "j" }), EXIT.invalid, "placera: "],
    [
      Object.assign(new Error("ENOSPC"), { code: "ENOSPC", syscall: "write" }),
      EXIT.fault,
      "ENOSPC",
    ],
    [
      Object.assign(new Error("bound above value"), { code: "bound-crossed" }),
      EXIT.defect,
      "(bound-crossed)",
    ],
    [new TypeError("x is undefined"), EXIT.defect, "(unexpected-error)"],
    ["a string", EXIT.defect, "a string"],
  ])("of %s", (error, exitCode, words) => {
    const failure = describeFailure(error, "sv");
    expect(failure.exitCode).toBe(exitCode);
    expect(failure.text).toContain(words);
    expect(failure.text).not.toMatch(/\n\s+at /);
    expect(failure.document).toMatchObject({ kind: "failure", exitCode });
  });
});
