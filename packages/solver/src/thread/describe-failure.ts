/** What a solve threw → plain data that says which family of error it is. */
import type { FromThread } from "./messages.ts";

const isExhausted = ({ name, message, code }: Error & { readonly code?: unknown }) =>
  code === "engine-out-of-memory" ||
  (name === "RangeError" && /allocation|memory|Invalid (array|typed array) length/i.test(message));

/** Lack of memory is a limit, an engine's fault may pass, everything else is our defect. */
export function describeFailure(thrown: unknown): FromThread {
  const error: Error & { readonly code?: unknown } =
    thrown instanceof Error ? thrown : new Error(String(thrown));
  if (isExhausted(error)) return { kind: "out-of-memory" };
  const { name, message, stack } = error;
  const code = typeof error.code === "string" ? error.code : undefined;
  if (name === "EngineFault")
    return { kind: "fault", code: code ?? "engine-fault", message, stack };
  return { kind: "defect", code: code ?? "unexpected-error", message, stack };
}
