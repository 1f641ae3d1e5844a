/** A file's text, or what is wrong with the file. */
import { readFile } from "node:fs/promises";
import { InvalidInput } from "../failures.ts";
import type { FileIssueCode } from "../file-issue.ts";

const CODES: Readonly<Record<string, FileIssueCode>> = {
  ENOENT: "file-missing",
  ENOTDIR: "file-missing",
  EISDIR: "file-is-directory",
};

export async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    const code = CODES[error.code ?? ""] ?? "file-unreadable";
    throw new InvalidInput({ file, issues: [{ code, detail: error.code ?? error.message }] });
  });
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new InvalidInput({ file, issues: [{ code: "file-not-utf8" }] }, { cause });
  }
  if (text.trim() === "") throw new InvalidInput({ file, issues: [{ code: "file-empty" }] });
  return text;
}
