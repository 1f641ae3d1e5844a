/** Who made a plan: versions of the product and the engine, for its certificate. */
import { readFileSync } from "node:fs";
import type { Makers } from "@placera/domain";
import { ENGINE_NAMES, engineVersion } from "@placera/milp";

/** The makers of a plan solved on the engine of this name. */
export function makers(engine: string): Makers {
  const known = ENGINE_NAMES.find((name) => name === engine);
  return {
    product: { name: "placera", version: productVersion() },
    engine: { name: engine, version: known === undefined ? "none" : engineVersion(known) },
  };
}

function productVersion(): string {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  const { version }: { version?: unknown } = JSON.parse(text);
  return typeof version === "string" ? version : "unknown";
}
