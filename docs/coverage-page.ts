/** `docs/coverage.md`: what a scheduler must express, by row; throws where it says what is not so. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseProblemText, problemSchema } from "../packages/domain/src/index.ts";
import { RULES } from "../packages/solver/src/index.ts";
import { DOCTOR_ROWS } from "./coverage-doctors.ts";
import type { CoverageRow } from "./coverage-row.ts";
import { UNIT_ROWS } from "./coverage-units.ts";

const LAST_ROW = 43;
const FIXTURES = join(import.meta.dirname, "../fixtures");

export function coveragePage(
  rows: readonly CoverageRow[] = [...DOCTOR_ROWS, ...UNIT_ROWS],
): string {
  const faults = faultsOf(rows);
  if (faults.length > 0) throw new Error(`coverage:\n${faults.join("\n")}`);
  const whole = rows.filter(({ notYet }) => notYet === undefined).length;
  const inPart = rows.filter((row) => row.notYet !== undefined && isExpressed(row)).length;
  return [
    "# Coverage",
    "",
    "Generated from `coverage-doctors.ts`, `coverage-units.ts` and the rules by `pnpm generate`, which fails",
    "where a rule, an input or a fixture named here does not exist, where a rule expresses a row that",
    "does not name it, where a fixture has no rule or input of its row in it, and where an input is in",
    "no fixture of its row. What AT and BT ask of a scheduler, from law to local habit; sources of what is",
    "expressed: [domain.md](domain.md).",
    "",
    `Of ${rows.length} rows ${whole} can be expressed, ${inPart} in part, and ${rows.length - whole - inPart} not yet.`,
    "What is missing has the title of the issue that will bring it.",
    "",
    "| Row | Asks for | Class | Rules | Inputs | Shown by | Not yet |",
    "|---|---|---|---|---|---|---|",
    ...rows.map(tableRow),
    "",
  ].join("\n");
}

function tableRow({
  row,
  asks,
  class: rowClass,
  rules = [],
  inputs = [],
  fixtures = [],
  notYet,
}: CoverageRow): string {
  const cells = [
    row,
    asks,
    rowClass,
    rules.map((id) => `[${id}](rules.md#${id})`).join(", "),
    inputs.map((path) => `\`${path}\``).join(", "),
    fixtures.map((name) => `[${name}](../fixtures/${name}.problem.json)`).join(", "),
    notYet === undefined ? "" : `${notYet.what}: *${notYet.issue}*`,
  ];
  return `| ${cells.join(" | ")} |`;
}

const isExpressed = ({ fixtures = [] }: CoverageRow): boolean => fixtures.length > 0;

/** What the rows say that is not so, a sentence each. */
function faultsOf(rows: readonly CoverageRow[]): string[] {
  const wanted = Array.from({ length: LAST_ROW }, (_, at) => `D${at + 1}`);
  const named = rows.map(({ row }) => row);
  return [
    ...(named.join() === wanted.join() ? [] : [`rows are not D1 to D${LAST_ROW}, each once`]),
    ...RULES.flatMap(({ id, expresses }) =>
      expresses
        .filter((row) => !rows.find((each) => each.row === row)?.rules?.includes(id))
        .map((row) => `${row} lacks the rule ${id}, which expresses it`),
    ),
    ...rows.flatMap((row) => rowFaults(row).map((fault) => `${row.row} ${fault}`)),
  ];
}

function rowFaults(row: CoverageRow): string[] {
  const { rules = [], inputs = [], fixtures = [], notYet } = row;
  const expressed = new Set<string>(
    RULES.filter(({ expresses }) => expresses.includes(row.row)).map(({ id }) => id),
  );
  return [
    ...rules.filter((id) => !expressed.has(id)).map((id) => `is not expressed by a rule ${id}`),
    ...inputs.filter((path) => !isInput(path)).map((path) => `names no input: ${path}`),
    ...fixtures.flatMap((name) => fixtureFaults(name, row)),
    ...inputs
      .filter((path) => !fixtures.some((name) => isWritten(contentOf(name), path.split("."))))
      .map((path) => `has no fixture in which ${path} is written`),
    ...(isExpressed(row) || notYet !== undefined
      ? []
      : ["has no fixture, and does not say what is missing"]),
    ...(isExpressed(row) || rules.length + inputs.length === 0
      ? []
      : ["has rules or inputs, and no fixture"]),
  ];
}

/** A fixture must be a problem in which a rule of the row is in force, or an input of it is written. */
function fixtureFaults(name: string, { rules = [], inputs = [] }: CoverageRow): string[] {
  const text = read(name);
  if (text === undefined) return [`names no fixture: ${name}`];
  const parsed = parseProblemText(text);
  if (!parsed.ok) return [`names a fixture that is no problem: ${name}`];
  const { programmes } = parsed.problem;
  const inForce = programmes.some((each) =>
    each.rules.some(({ rule }) => rules.some((id) => id === rule)),
  );
  const written = inputs.some((path) => isWritten(contentOf(name), path.split(".")));
  const isOutput = rules.length + inputs.length === 0;
  return inForce || written || isOutput ? [] : [`has nothing of it in its fixture ${name}`];
}

function read(name: string): string | undefined {
  try {
    return readFileSync(join(FIXTURES, `${name}.problem.json`), "utf8");
  } catch {
    return undefined;
  }
}

const contentOf = (name: string): unknown => JSON.parse(read(name) ?? "null");

/** Is there something at a path of keys, in an item of each list on the way? */
function isWritten(value: unknown, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined) return true;
  if (Array.isArray(value)) return value.some((each) => isWritten(each, [key, ...rest]));
  if (typeof value !== "object" || value === null || !(key in value)) return false;
  return isWritten((value as Readonly<Record<string, unknown>>)[key], rest);
}

const SCHEMA = problemSchema() as { readonly $defs: Readonly<Record<string, unknown>> };

/** Does the schema of problem files know the path? */
function isInput(path: string): boolean {
  return knows(SCHEMA.$defs["PlaceraProblem"], path.split("."));
}

interface SchemaPart {
  readonly $ref?: string;
  readonly items?: unknown;
  readonly anyOf?: readonly unknown[];
  readonly properties?: Readonly<Record<string, unknown>>;
}

function knows(part: unknown, path: readonly string[]): boolean {
  const [key, ...rest] = path;
  if (key === undefined) return true;
  if (typeof part !== "object" || part === null) return false;
  const { $ref, items, anyOf = [], properties } = part as SchemaPart;
  if ($ref !== undefined) return knows(SCHEMA.$defs[$ref.replace("#/$defs/", "")], path);
  if (properties !== undefined && key in properties) return knows(properties[key], rest);
  return [items, ...anyOf].some((each) => knows(each, path));
}
