import { Fault } from "@placera/jobs";
import { UnrecoverableError, WaitingError } from "bullmq";
import { expect, it } from "vitest";
import { SolveFailure } from "./solve-failure.ts";
import { toJobError } from "./to-job-error.ts";

const isFinal = (error: unknown) => toJobError(error) instanceof UnrecoverableError;

it("tries a fault again", () => {
  expect(isFinal(new Fault("redis-full"))).toBe(false);
  expect(isFinal(new Error("connect ECONNREFUSED 127.0.0.1:6379"))).toBe(false);
  expect(isFinal(new SolveFailure({ kind: "fault", code: "thread-ended", message: "x" }))).toBe(
    false,
  );
});

it("gives up on what trying again does not mend", () => {
  expect(isFinal(new Fault("blob-corrupted", { hash: "sha256-1" }))).toBe(true);
  expect(isFinal(new Fault("blob-missing", { hash: "sha256-1" }))).toBe(true);
  expect(isFinal(new Fault("job-unreadable"))).toBe(true);
  expect(isFinal(new SolveFailure({ kind: "defect", code: "engine-lied", message: "x" }))).toBe(
    true,
  );
  expect(isFinal(new SolveFailure({ kind: "invalid", issues: [] }))).toBe(true);
  expect(isFinal(new TypeError("undefined is not a function"))).toBe(true);
});

it("passes on that a job was put back", () => {
  const waiting = new WaitingError();
  expect(toJobError(waiting)).toBe(waiting);
});

it("begins the message with the code, once", () => {
  const message = "plan-refused: breaks unit-seats";
  const failure = new SolveFailure({ kind: "defect", code: "plan-refused", message });
  expect(toJobError(failure).message).toBe(message);
  expect(toJobError(new TypeError("x")).message).toBe("unexpected-error: x");
});

it("names the issues of an invalid problem by code only", () => {
  const issue = {
    code: "unknown-reference",
    path: ["doctors", 0],
    params: { id: "d-secret" },
  } as const;
  const { message } = toJobError(new SolveFailure({ kind: "invalid", issues: [issue, issue] }));
  expect(message).toMatch(/^problem-invalid: .*unknown-reference\.$/);
  expect(message).not.toContain("secret");
});
