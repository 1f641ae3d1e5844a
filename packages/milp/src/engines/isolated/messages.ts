/** What the isolated engine and its thread say to each other. Everything here survives structured cloning. */

import { Defect, type DefectCode } from "../../defect.ts";
import {
  EngineFault,
  type EngineFaultCode,
  type EngineName,
  type EngineParams,
  type EngineResult,
  type Incumbent,
  UnsupportedModelError,
} from "../../engine.ts";
import type { Model } from "../../model.ts";

/** One solve, as posted to the thread. `stop[0]` becomes 1 when the engine should stop. */
export interface SolveRequest {
  readonly engine: EngineName;
  readonly model: Model;
  readonly params: EngineParams;
  readonly stop: Int32Array;
}

/** An error taken apart, since cloning would lose its class. */
export type PostedError =
  | { readonly family: "unsupported"; readonly engine: EngineName; readonly sentence: string }
  | {
      readonly family: "fault";
      readonly code: EngineFaultCode;
      readonly because: string;
      readonly wayOut: string;
    }
  | {
      readonly family: "defect";
      readonly code: DefectCode;
      readonly sentence: string;
      readonly evidence: unknown;
    }
  | { readonly family: "other"; readonly sentence: string };

/** What the thread answers: that it started, any number of incumbents, then one result or one error. */
export type ThreadMessage =
  | { readonly kind: "started" }
  | { readonly kind: "incumbent"; readonly incumbent: Incumbent }
  | { readonly kind: "result"; readonly result: EngineResult }
  | { readonly kind: "error"; readonly error: PostedError };

/** Takes an error apart for posting. */
export function toPosted(error: unknown): PostedError {
  if (error instanceof UnsupportedModelError) {
    return { family: "unsupported", engine: error.engine, sentence: error.because };
  }
  if (error instanceof EngineFault) {
    return { family: "fault", code: error.code, because: error.because, wayOut: error.wayOut };
  }
  if (error instanceof Defect) {
    return {
      family: "defect",
      code: error.code,
      sentence: error.sentence,
      evidence: error.evidence,
    };
  }
  return { family: "other", sentence: error instanceof Error ? error.message : String(error) };
}

/** Puts a posted error together again. */
export function fromPosted(posted: PostedError): Error {
  switch (posted.family) {
    case "unsupported":
      return new UnsupportedModelError(posted.engine, posted.sentence);
    case "fault":
      return new EngineFault(posted.code, posted.because, posted.wayOut);
    case "defect":
      return new Defect(posted.code, posted.sentence, posted.evidence);
    case "other":
      return new EngineFault("engine-crashed", posted.sentence, "report the model that did it");
  }
}
