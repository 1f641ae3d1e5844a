/**
 * A thread that helps with solves in parts. To start one and to have its code compiled costs more than
 * most solves, so one that has not grown waits for the next solve of the thread that leads.
 */
import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  type Worker,
} from "node:worker_threads";
import { RECYCLE_MIB } from "../thread/memory.ts";
import { type Control, createControl, reportedMemory } from "../thread/messages.ts";
import { spawnThread } from "../thread/spawn-thread.ts";
import type { FromHelper, HelpTask } from "./messages.ts";

/** So many wait at the most. */
const MOST_WAITING = 8;

/** By heap ceiling in MiB. */
const waiting = new Map<number, HelpingThread[]>();

export class HelpingThread {
  private readonly worker: Worker;
  private readonly heapLimitMiB: number;
  /** What the thread itself came to, if it has. */
  private lost: FromHelper | undefined;
  private port: MessagePort | undefined;
  private control: Control = createControl();
  private hasEnded = false;
  private wasHeard = false;

  /** One that waits, or a new one. */
  static take(heapLimitMiB: number): HelpingThread {
    const thread = waiting.get(heapLimitMiB)?.pop() ?? new HelpingThread(heapLimitMiB);
    thread.worker.ref();
    return thread;
  }

  private constructor(heapLimitMiB: number) {
    this.heapLimitMiB = heapLimitMiB;
    this.worker = spawnThread({
      entry: new URL("./thread", import.meta.url),
      data: { helps: true },
      heapLimitMiB,
    });
    // DANGER: an error of a thread without a listener would end the process.
    this.worker.on("error", (error: Error & { readonly code?: unknown }) => {
      const { message, stack, code } = error;
      this.lost ??=
        code === "ERR_WORKER_OUT_OF_MEMORY"
          ? { kind: "out-of-memory" }
          : { kind: "defect", code: "thread-threw", message, stack };
    });
    this.worker.on("exit", (code) => {
      const why = `A helping thread ended by itself with code ${code}.`;
      this.lost ??= { kind: "fault", code: "thread-ended", message: why };
      // One that ends while it waits is nobody's any more.
      const others = waiting.get(this.heapLimitMiB)?.filter((each) => each !== this);
      if (others !== undefined) waiting.set(this.heapLimitMiB, others);
    });
  }

  begin(task: HelpTask): void {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    this.control = createControl();
    this.hasEnded = false;
    this.wasHeard = false;
    this.worker.postMessage({ ...task, control: this.control, port: port2 }, [port2]);
  }

  /** Has it said that there is nothing left for it? */
  get ended(): boolean {
    return this.hasEnded;
  }

  /** Has it sent anything? Until then it may be starting up. */
  get heard(): boolean {
    return this.wasHeard;
  }

  get words(): Control {
    return this.control;
  }

  /** What it has sent, or what became of it; undefined when there is nothing new. */
  receive(): FromHelper | undefined {
    if (this.port === undefined) return undefined;
    const received: { readonly message: FromHelper } | undefined = receiveMessageOnPort(this.port);
    if (received !== undefined) this.wasHeard = true;
    if (received?.message.kind === "ended") this.hasEnded = true;
    return received?.message ?? (this.hasEnded ? undefined : this.lost);
  }

  /**
   * It waits for another solve if it has not failed or grown, and has nothing in hand: it said so, or
   * `isOver`, all there was to do is done. Else it ends.
   */
  async release(isOver: boolean): Promise<void> {
    this.port?.close();
    this.port = undefined;
    const others = waiting.get(this.heapLimitMiB) ?? [];
    const isFree = this.hasEnded || isOver;
    const isFit = this.lost === undefined && reportedMemory(this.control) <= RECYCLE_MIB;
    if (!isFree || !isFit || others.length >= MOST_WAITING) {
      await this.worker.terminate();
      return;
    }
    // A thread that waits must not keep the process alive.
    this.worker.unref();
    waiting.set(this.heapLimitMiB, [...others, this]);
  }
}
