/** Child processes of ours: of built code when we are built ourselves, through tsx when we are not. */
import { extname } from "node:path";
import { fileURLToPath } from "node:url";

const extension = extname(fileURLToPath(import.meta.url));

export interface OwnChild {
  readonly file: string;
  /** For Node, before the file. */
  readonly execArgv: readonly string[];
}

/** The child with this first file, given from this folder without its extension. */
export function ownChild(entry: string): OwnChild {
  const file = fileURLToPath(new URL(`${entry}${extension}`, import.meta.url));
  if (extension !== ".ts") return { file, execArgv: [] };
  const tsx = import.meta.resolve("tsx");
  return { file, execArgv: ["--conditions=@placera/source", "--import", tsx] };
}
