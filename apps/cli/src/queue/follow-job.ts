/** Follows a job to its end with progress on stderr, and says so if nobody takes it. */
import type { JobClient, JobStatus } from "@placera/jobs";
import type { Language } from "@placera/reports";
import { createProgressLine } from "../progress/progress-line.ts";
import { progressKey, progressText, seconds } from "../progress/progress-text.ts";
import type { Terminal } from "../terminal.ts";
import { textsIn } from "../texts/index.ts";

export interface Following {
  /** The last status: final, unless the signal aborted. */
  readonly ended: Promise<JobStatus>;
  /** Says something above the live line. */
  note(text: string): void;
}

export interface FollowOptions {
  readonly terminal: Terminal;
  readonly language: Language;
  readonly signal?: AbortSignal;
  /** We have started a worker ourselves: no need to advise it. */
  readonly withWorker?: boolean;
}

/** After so long in the queue we say how to start a worker. */
const ADVISE_MS = 10_000;

const WAITING_MS = 250;

export function followJob(
  jobs: JobClient,
  id: string,
  { terminal, language, signal, withWorker = false }: FollowOptions,
): Following {
  const texts = textsIn(language);
  const line = createProgressLine(terminal);
  const begun = terminal.now();
  let heard = false;
  let advised = withWorker;
  const waiting = setInterval(() => {
    if (heard) return;
    const waited = terminal.now() - begun;
    if (!advised && waited > ADVISE_MS) {
      advised = true;
      line.note(texts.noWorker);
    }
    line.show(`${seconds(waited, language).padStart(7)} · ${texts.queued}`, "queued");
  }, WAITING_MS);
  const watched = jobs.watch(
    id,
    (progress) => {
      heard = true;
      line.show(progressText(progress, language), `${progress.run} ${progressKey(progress)}`);
    },
    signal,
  );
  const ended = watched.finally(() => {
    clearInterval(waiting);
    line.end();
  });
  return { ended, note: line.note };
}
