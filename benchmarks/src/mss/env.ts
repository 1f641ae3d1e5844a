/** Where the public instances are, if anywhere: they carry no licence and are not in the project. */
import { env } from "node:process";

export function publishedInstances(): { readonly folder: string | undefined } {
  return { folder: env["PLACERA_MSS"] };
}
