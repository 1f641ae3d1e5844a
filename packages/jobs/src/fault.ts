/** What can go wrong between us and Redis: the operator's to mend, never the planner's input. */
import { FAULT_TEXTS, type FaultText } from "./fault-texts.ts";

export type FaultCode = keyof typeof FAULT_TEXTS;
export type { FaultText };

/** Something outside broke or is set up wrongly. Codes are the contract; sentences may change. */
export class Fault extends Error {
  readonly code: FaultCode;
  /** What, because, and the way out, in Swedish and English. */
  readonly text: { readonly sv: FaultText; readonly en: FaultText };

  constructor(code: FaultCode, params: FaultParams = {}, options: ErrorOptions = {}) {
    const text = { sv: FAULT_TEXTS[code].sv(params), en: FAULT_TEXTS[code].en(params) };
    super(`${code}: ${text.en.what} ${text.en.because} ${text.en.wayOut}`, options);
    this.name = "Fault";
    this.code = code;
    this.text = text;
  }
}

/** What a sentence may need; never an id of a person, never problem content. */
export type FaultParams = Readonly<Record<string, string | number>>;

const UNREACHABLE =
  /ECONNREFUSED|ENOTFOUND|ETIMEDOUT|ECONNRESET|EPIPE|EHOSTUNREACH|EAI_AGAIN|Connection is closed|MaxRetriesPerRequest|Command timed out|Stream isn't writeable/;

/** An error of the Redis driver → the fault it is, or the error itself if it is none we know. */
export function toFault(error: unknown): unknown {
  if (error instanceof Fault || !(error instanceof Error)) return error;
  const words = `${error.name} ${"code" in error ? String(error.code) : ""} ${error.message}`;
  const cause = { cause: error };
  if (/\bOOM\b/.test(words)) return new Fault("redis-full", {}, cause);
  if (/MISCONF/.test(words)) return new Fault("redis-cannot-save", {}, cause);
  if (/READONLY/.test(words)) return new Fault("redis-read-only", {}, cause);
  if (/WRONGPASS|NOAUTH|NOPERM/.test(words)) return new Fault("redis-refuses", {}, cause);
  if (UNREACHABLE.test(words)) return new Fault("redis-unreachable", {}, cause);
  return error;
}
