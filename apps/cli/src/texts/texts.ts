/** Everything the program says of data, as one type; help is in English in program.ts. */
import type { NamedMeasure, SolveOutcome, SolveProgress } from "@placera/domain";
import type { JobState } from "@placera/jobs";
import type { FileIssueCode } from "../file-issue.ts";

export interface ProblemSize {
  readonly doctors: number;
  readonly units: number;
  readonly intakes: number;
  readonly programmes: number;
}

export interface Texts {
  readonly fileIssues: Readonly<Record<FileIssueCode, (detail: string) => string>>;
  readonly issueCount: (count: number) => string;
  readonly validProblem: (size: ProblemSize) => string;
  readonly validPeople: (names: number) => string;
  readonly strangers: (count: number, some: string) => string;
  readonly nameless: (count: number) => string;
  readonly impossible: (doctors: string, rules: string) => string;
  readonly noDoctors: string;
  readonly lawSetAside: (rule: string, programme: string, reason: string) => string;
  readonly grids: Readonly<Record<"week" | "half-month" | "month", string>>;
  readonly peopleFrom: (file: string) => string;

  readonly stages: Readonly<Record<SolveProgress["stage"], string>>;
  readonly preferencesTier: (rank: string) => string;
  readonly measures: Readonly<Record<NamedMeasure, string>>;
  readonly atLeast: (bound: string) => string;
  readonly gap: (gap: string) => string;
  readonly lines: (count: string) => string;
  readonly component: (number: number, of: number) => string;

  readonly stopping: string;
  readonly solvedIn: (seconds: string, lines: string) => string;
  readonly noPlanAtAll: string;
  readonly written: string;
  readonly files: Readonly<
    Record<
      "plan" | "doctors" | "units" | "occupancy" | "supervision" | "dates" | "grid" | "model",
      string
    >
  >;
  readonly restInFile: (file: string) => string;

  readonly unknownSupervisor: (id: string, known: string) => string;
  readonly planValid: (rules: string) => string;
  readonly lpOrMps: string;
  readonly packsAre: (packs: string) => string;
  readonly unknownDoctor: (doctor: string) => string;
  readonly tiersAre: (tiers: string) => string;
  readonly modelSize: (variables: number, rows: number, nonzeros: number) => string;

  readonly submitted: (job: string) => string;
  readonly sameJob: (job: string) => string;
  readonly queued: string;
  readonly noWorker: string;
  readonly jobStates: Readonly<Record<JobState, string>>;
  readonly statuses: Readonly<Record<SolveOutcome["status"], string>>;
  readonly unplaced: (count: number) => string;
  readonly cancelRequested: string;
  readonly otherVersion: (job: string) => string;
  readonly unknownJob: (job: string) => string;
  readonly notQueued: (job: string) => string;
  readonly cancelAsked: (job: string) => string;
  readonly noJobs: string;
  readonly faults: Readonly<Record<"worker-ended" | "worker-missing", (detail: string) => string>>;
  readonly fault: (detail: string) => string;
  readonly defect: (code: string, detail: string) => string;
}
