// Before every integration test file: a missing Redis is a failure, never a silent skip.
import { beforeEach, expect } from "vitest";

if (!process.env["REDIS_URL"]) {
  throw new Error(
    "This test needs Redis and REDIS_URL is not set. Run it with: pnpm with-redis vitest run <file>",
  );
}

// Only a real server can be killed and come back with its data.
const isBuiltin = process.env["PLACERA_REDIS_KIND"] === "builtin";
const isCrashTest = /\.crash\.integration\.test\.ts$/.test(expect.getState().testPath ?? "");
if (isBuiltin && isCrashTest) {
  beforeEach(({ skip }) => skip("needs a real Redis: the built-in one keeps nothing"));
}
