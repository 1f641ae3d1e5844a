/** What the thread that leads a solve in parts and those that help it say to each other. */
import type { MessagePort } from "node:worker_threads";
import type { Plan, Problem } from "@placera/domain";
import type { LinesEnd, SearchStage, Standing } from "../lines/begin-lines.ts";
import type { Control, Failure } from "../thread/messages.ts";
import type { BoardMemory } from "./board.ts";
import type { PartParams } from "./part-search.ts";

/** What a thread is to help with. */
export interface HelpTask {
  readonly problem: Problem;
  readonly doctors: readonly (readonly number[])[];
  readonly params: PartParams;
  readonly remainingMs: number;
  readonly board: BoardMemory;
}

/** Sent once a solve: from then on the board says what is to be done, and the control when to stop. */
export interface ToHelper extends HelpTask {
  readonly control: Control;
  /** Where it answers. */
  readonly port: MessagePort;
}

export type FromHelper =
  | {
      readonly kind: "better";
      readonly part: number;
      readonly standing: Standing;
      /** Undefined where it is the one sent last. */
      readonly plan: Plan | undefined;
    }
  | {
      readonly kind: "turn";
      readonly part: number;
      readonly standing: Standing;
      readonly stage: SearchStage;
    }
  | {
      readonly kind: "done";
      readonly part: number;
      readonly standing: Standing;
      readonly plan: Plan | undefined;
      /** Reasons by index in the whole problem. */
      readonly end: LinesEnd;
    }
  | { readonly kind: "exhausted" }
  /** There is nothing left for it. */
  | { readonly kind: "ended" }
  | { readonly kind: "out-of-memory" }
  | Failure;
