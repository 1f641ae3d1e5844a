/** What `pnpm bench:ci` measures against: a committed file, made by `pnpm bench:ci --update`. */
import { readFileSync } from "node:fs";
import type { TierResult } from "@placera/domain";
import { UsageError } from "../options.ts";

export interface Baseline {
  readonly schemaVersion: 1;
  /** ISO day. */
  readonly made: string;
  readonly commit: string;
  readonly node: string;
  readonly cases: readonly BaselineCase[];
}

/** One problem and contestant. */
export interface BaselineCase {
  readonly problem: string;
  readonly contestant: string;
  /** Of the problem file: a ratio of another problem says nothing. */
  readonly file: string;
  /** Processor time over that of the reference work. */
  readonly ratio: number;
  /** What was proven; a later answer may not contradict it. */
  readonly tiers: readonly Pick<TierResult, "tier" | "value" | "bound">[];
}

/** Throws `UsageError` when there is none or it is none. */
export function readBaseline(file: string): Baseline {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`The baseline ${file} cannot be read: ${why}.`, { cause: error });
  }
  if (!isBaseline(content)) throw new UsageError(`${file} is not a baseline of pnpm bench:ci.`);
  return content;
}

function isBaseline(value: unknown): value is Baseline {
  if (typeof value !== "object" || value === null) return false;
  const { schemaVersion, cases } = value as Partial<Baseline>;
  return (
    schemaVersion === 1 &&
    Array.isArray(cases) &&
    cases.every(
      (each: Partial<BaselineCase>) =>
        typeof each.problem === "string" &&
        typeof each.ratio === "number" &&
        Array.isArray(each.tiers),
    )
  );
}

export const isProven = ({ tiers }: Pick<BaselineCase, "tiers">): boolean =>
  tiers.length > 0 && tiers.every(({ value, bound }) => value === bound);
