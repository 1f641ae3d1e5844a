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
}

const WAITING_MS = 250;

export function followJob(
  jobs: JobClient,
  id: string,
  { terminal, language, signal }: FollowOptions,
): Following {
  const texts = textsIn(language);
  const line = createProgressLine(terminal);
  const begun = terminal.now();
  let heard = false;
  const waiting = setInterval(() => {
    if (heard) return;
    const text = `${seconds(terminal.now() - begun, language).padStart(7)} · ${texts.waitingForWorker}`;
    line.show(text, "waiting");
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
