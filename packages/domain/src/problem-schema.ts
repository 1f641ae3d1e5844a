/** The JSON Schema of a problem file, for editors and for whoever writes one with another program. */
import { z } from "zod";
import { ProblemInput } from "./problem-input.ts";

export function problemSchema(): object {
  return z.toJSONSchema(ProblemInput, { io: "input", target: "draft-2020-12" });
}
