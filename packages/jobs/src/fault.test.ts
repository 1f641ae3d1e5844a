import { expect, it } from "vitest";
import { Fault, type FaultCode, toFault } from "./fault.ts";
import { FAULT_TEXTS } from "./fault-texts.ts";

it.each(Object.keys(FAULT_TEXTS) as FaultCode[])("%s says what, why and the way out", (code) => {
  const params = {
    hash: "sha256-1",
    id: "solve-1",
    state: "queued",
    policy: "allkeys-lru",
    version: "5",
  };
  const { sv, en } = new Fault(code, params).text;
  for (const sentence of [...Object.values(sv), ...Object.values(en)]) {
    expect(sentence).toMatch(/\.$/);
    expect(sentence).not.toContain("?");
  }
  expect(sv).not.toEqual(en);
});

it.each([
  ["OOM command not allowed when used memory > 'maxmemory'.", "redis-full"],
  ["MISCONF Redis is configured to save RDB snapshots", "redis-cannot-save"],
  ["READONLY You can't write against a read only replica.", "redis-read-only"],
  ["NOAUTH Authentication required.", "redis-refuses"],
  ["connect ECONNREFUSED 127.0.0.1:1", "redis-unreachable"],
  ["Command timed out", "redis-unreachable"],
])("%s is %s", (message, code) => {
  expect(toFault(new Error(message))).toMatchObject({ name: "Fault", code });
});

it("leaves errors alone that it does not know", () => {
  const error = new Error("anything else");
  expect(toFault(error)).toBe(error);
});
