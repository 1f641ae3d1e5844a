/** Options that several commands share, and how their values are read. */
import { ENGINE_NAMES, FORMULATIONS, SolveParams } from "@placera/domain";
import { LANGUAGES } from "@placera/reports";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { CommonOptions } from "./context.ts";

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  min: 60_000,
  h: 3_600_000,
};

/** `30s`, `1.5m`, `2h`, `500ms` → milliseconds. */
export function readDuration(text: string): number {
  const [, number = "", unit = ""] = /^(\d+(?:\.\d+)?)(ms|s|m|min|h)$/.exec(text) ?? [];
  const milliseconds = Math.round(Number(number) * (UNITS[unit] ?? Number.NaN));
  if (number === "" || milliseconds < 1) {
    throw new InvalidArgumentError("Write a number and a unit: 500ms, 30s, 5m or 2h.");
  }
  return milliseconds;
}

/** A whole number from `least` up. */
export const readWhole =
  (least: number) =>
  (text: string): number => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (!Number.isSafeInteger(value) || value < least) {
      throw new InvalidArgumentError(`Write a whole number, ${least} or more.`);
    }
    return value;
  };

/** `0,3` → whole numbers from 0 up. */
export const readValues = (text: string): number[] => text.split(",").map(readWhole(0));

export const withCommonOptions = (command: Command): Command =>
  command
    .addOption(
      new Option("--lang <language>", "language of what is said").choices(LANGUAGES).default("sv"),
    )
    .option("--json", "one JSON document on stdout instead of text")
    .addOption(new Option("--trace", "show the stack of a defect").hideHelp());

export interface ProblemOptions {
  readonly previous?: string;
  readonly freezeBefore?: string;
  readonly pack?: readonly string[];
}

/** Of every command that reads a problem: the same ones make the same problem. */
export const withProblemOptions = (command: Command): Command =>
  command
    .option("--previous <plan>", "plan file to stay close to: fewest changes against it")
    .option("--freeze-before <day>", "with --previous: what begins before this day stays as it is")
    .option("--pack <file...>", "local rule packs to put beside those of the problem (JSON)");

export interface SolveOptions {
  readonly engine: SolveParams["engine"];
  readonly formulation: SolveParams["formulation"];
  readonly timeLimit?: number;
  readonly nodeLimit?: number;
  readonly memoryLimit?: number;
  readonly seed?: number;
}

export const withSolveOptions = (command: Command): Command =>
  command
    .addOption(
      new Option("--engine <name>", "who solves the integer programs")
        .choices(ENGINE_NAMES)
        .default("auto"),
    )
    .addOption(
      new Option("--formulation <name>", "how the problem becomes integer programs")
        .choices(FORMULATIONS)
        .default("lines"),
    )
    .option(
      "--time-limit <time>",
      "stop after 30s, 5m, 2h and keep the best plan (default: 10m)",
      readDuration,
    )
    .option(
      "--node-limit <steps>",
      "stop after so many search steps; repeatable to the byte",
      readWhole(1),
    )
    .option("--memory-limit <MiB>", "memory for the solve (default: 2048)", readWhole(64))
    .option(
      "--seed <number>",
      "same problem, seed and limits: same plan (default: 1)",
      readWhole(0),
    );

/** Options → parameters; what was not given has its default in one place. */
export function solveParams(options: SolveOptions): SolveParams {
  const { engine, formulation, timeLimit, nodeLimit, memoryLimit, seed } = options;
  return SolveParams.parse({
    engine,
    formulation,
    ...(timeLimit === undefined ? {} : { timeLimitMs: timeLimit }),
    ...(nodeLimit === undefined ? {} : { nodeLimit }),
    ...(memoryLimit === undefined ? {} : { memoryLimitMiB: memoryLimit }),
    ...(seed === undefined ? {} : { seed }),
  });
}

export interface OutputOptions extends CommonOptions {
  readonly out?: string;
  /** False: no names even if there is a people file. */
  readonly people?: string | false;
  readonly width?: number;
}

export const withOutputOptions = (command: Command): Command =>
  withPeopleOptions(
    command.option("--out <folder>", "also write the plan, CSV files and the grid there"),
  );

/** Whose names are shown, and how wide. */
export const withPeopleOptions = (command: Command): Command =>
  command
    .option(
      "--people <file>",
      "names by doctor id (default: <name>.people.json beside the problem)",
    )
    .option("--no-people", "pseudonyms only")
    .option(
      "--width <columns>",
      "width of the text (default: the terminal's, else 120)",
      readWhole(80),
    );

export interface QueueOptions {
  readonly redis?: string;
}

export const withQueueOptions = (command: Command): Command =>
  command.addOption(new Option("--redis <url>", "where the queue is").env("REDIS_URL"));
