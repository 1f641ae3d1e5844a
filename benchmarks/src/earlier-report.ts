/** What is read again of a report that was written before. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { UsageError } from "./options.ts";

export interface EarlierRun {
  readonly problem: string;
  /** Of the problem file as it was; absent in reports from before it was kept. */
  readonly file?: string;
  readonly contestant: { readonly formulation: string; readonly engine: string };
  readonly end: {
    readonly kind: string;
    readonly measured?: {
      readonly elapsedMs: number;
      readonly cpuMs: number;
      readonly tiers: readonly EarlierTier[];
    };
  };
}

export interface EarlierTier {
  readonly tier: string;
  readonly value: number;
  readonly bound: number;
  readonly proven: boolean;
}

export interface EarlierReport {
  readonly date: string;
  readonly machine: { readonly cpu: string; readonly commit: string };
  readonly options: { readonly limitMs: number };
  readonly runs: readonly EarlierRun[];
}

/** Tells problem files apart, whatever a later version of the product reads into them. */
export function fileHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** Throws `UsageError` when there is no such file or it is no report of ours. */
export function readEarlier(file: string): EarlierReport {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${file} cannot be read: ${why}.`, { cause: error });
  }
  if (!isReport(content)) throw new UsageError(`${file} is not a report of these benchmarks.`);
  return content;
}

function isReport(value: unknown): value is EarlierReport {
  return (
    isRecord(value) &&
    value["schemaVersion"] === 1 &&
    typeof value["date"] === "string" &&
    isRecord(value["machine"]) &&
    isRecord(value["options"]) &&
    Array.isArray(value["runs"]) &&
    value["runs"].every(
      (run: unknown) => isRecord(run) && isRecord(run["end"]) && isRecord(run["contestant"]),
    )
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
