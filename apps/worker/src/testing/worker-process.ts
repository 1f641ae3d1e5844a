/** A worker process for tests: settings and the module that solves come as JSON in the first argument. */

import { runProcess } from "../run-process.ts";
import { DEFAULT_SETTINGS } from "../settings.ts";

// A test that dies takes its workers with it; and they must not stay for this either.
process.stdin.on("end", () => process.exit(1)).resume();
if ("unref" in process.stdin) process.stdin.unref();

const { module, ...settings } = JSON.parse(process.argv[2] ?? "{}");
await runProcess({ ...DEFAULT_SETTINGS, ...settings }, { module });
