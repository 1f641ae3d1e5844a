/** The output folder: the plan, tables for Excel and the grid, named after the problem. */
import { access, constants, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { datesOf } from "@placera/domain";
import {
  type Report,
  writeDatesCsv,
  writeDoctorsCsv,
  writeOccupancyCsv,
  writeSupervisionCsv,
  writeText,
  writeUnitsCsv,
} from "@placera/reports";
import { InvalidInput } from "../failures.ts";

/** What is in the folder, in the order it is told. */
export type OutputKind =
  | "grid"
  | "plan"
  | "doctors"
  | "units"
  | "occupancy"
  | "supervision"
  | "dates";

export interface OutputFile {
  readonly kind: OutputKind;
  readonly file: string;
}

const ENDINGS: Readonly<Record<OutputKind, string>> = {
  grid: "grid.txt",
  plan: "plan.json",
  doctors: "doctors.csv",
  units: "units.csv",
  occupancy: "occupancy.csv",
  supervision: "supervision.csv",
  dates: "dates.csv",
};

/** The formats of `--format`. */
export const FORMATS = {
  text: ["grid"],
  csv: ["doctors", "units", "occupancy", "supervision", "dates"],
  json: ["plan"],
} as const satisfies Readonly<Record<string, readonly OutputKind[]>>;
export type Format = keyof typeof FORMATS;

export const ALL_OUTPUTS = Object.keys(ENDINGS) as readonly OutputKind[];

/** Makes sure, before any work is done, that the folder can be written in. */
export async function prepareFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const detail = code ?? message;
    throw new InvalidInput(
      { file: folder, issues: [{ code: "folder-unwritable", detail }] },
      { cause },
    );
  }
}

export interface OutputPlace {
  readonly folder: string;
  readonly name: string;
  readonly width: number;
}

/** Writes outputs of the kinds asked for; answers where they are. */
export async function writeOutputs(
  report: Report,
  { folder, name, width }: OutputPlace,
  kinds: readonly OutputKind[] = ALL_OUTPUTS,
): Promise<OutputFile[]> {
  await prepareFolder(folder);
  // A problem without supervisors has no file of them, nor one without dates.
  const any = report.problem.supervisors.length > 0;
  const dated = report.verified.plan.rotations.some(
    (rotation) => datesOf(report.problem, rotation).dates.length > 0,
  );
  const wanted = kinds.filter(
    (kind) => (any || kind !== "supervision") && (dated || kind !== "dates"),
  );
  const files = wanted.map((kind) => ({ kind, file: join(folder, `${name}.${ENDINGS[kind]}`) }));
  for (const { kind, file } of files) await writeFile(file, textOf(kind, report, width), "utf8");
  return files;
}

export function textOf(kind: OutputKind, report: Report, width: number): string {
  switch (kind) {
    case "grid":
      return writeText(report, { width });
    case "plan":
      return `${JSON.stringify(report.document, undefined, 2)}\n`;
    case "doctors":
      return writeDoctorsCsv(report);
    case "units":
      return writeUnitsCsv(report);
    case "occupancy":
      return writeOccupancyCsv(report);
    case "dates":
      return writeDatesCsv(report);
    case "supervision":
      return writeSupervisionCsv(report);
  }
}
