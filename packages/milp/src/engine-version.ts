/** Which version of an engine is installed, for certificates and reports. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { EngineName } from "./engine.ts";

const LIBRARIES: Readonly<Record<EngineName, string | undefined>> = {
  highs: "highs",
  jslp: "javascript-lp-solver",
  enumerate: undefined,
};

/** The library's version, such as `1.15.3`; `built-in` for an engine of our own. */
export function engineVersion(engine: EngineName): string {
  const library = LIBRARIES[engine];
  if (library === undefined) return "built-in";
  // Not every library exports its package.json, so it is looked for above the entry point.
  for (let folder = dirname(createRequire(import.meta.url).resolve(library)); ; ) {
    const found = versionIn(join(folder, "package.json"), library);
    if (found !== undefined) return found;
    const parent = dirname(folder);
    if (parent === folder) return "unknown";
    folder = parent;
  }
}

function versionIn(file: string, library: string): string | undefined {
  try {
    const { name, version }: { name?: unknown; version?: unknown } = JSON.parse(
      readFileSync(file, "utf8"),
    );
    return name === library && typeof version === "string" ? version : undefined;
  } catch {
    return undefined;
  }
}
