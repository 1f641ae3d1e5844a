/** A worker process for tests: settings and the module that solves come as JSON in the first argument. */

import { runProcess } from "../run-process.ts";
import { DEFAULT_SETTINGS } from "../settings.ts";

const { module, ...settings } = JSON.parse(process.argv[2] ?? "{}");
await runProcess({ ...DEFAULT_SETTINGS, ...settings }, { module });
