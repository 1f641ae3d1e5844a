/** The identity of data: its canonical JSON, hashed. */
import { createHash } from "node:crypto";

/** JSON with sorted keys and nothing to spare: the same value gives the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`);
    return `{${entries.join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}

/** `sha256-<hex>` of a value's canonical JSON. */
export function contentHash(value: unknown): string {
  return `sha256-${createHash("sha256").update(canonicalJson(value)).digest("hex")}`;
}
