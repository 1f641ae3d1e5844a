/** A JSON file that is not a problem: a plan. */
import { InvalidInput } from "../failures.ts";
import { readText } from "./read-text.ts";

export async function readJson(file: string): Promise<unknown> {
  const text = await readText(file);
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : "";
    throw new InvalidInput(
      { file, issues: [{ code: "not-json", path: [], params: { detail } }] },
      { cause },
    );
  }
}
