/** The program's English. */
import type { Texts } from "./texts.ts";

const many = (count: number, one: string, several = `${one}s`) =>
  `${count} ${count === 1 ? one : several}`;

export const en: Texts = {
  fileIssues: {
    "file-missing": () => "There is no such file. Check the name and the folder.",
    "file-is-directory": () => "This is a folder. Name a file in it.",
    "file-unreadable": (detail) => `The file cannot be read (${detail}).`,
    "file-not-utf8": () => "The file is not text in UTF-8. Save it again as UTF-8.",
    "file-empty": () => "The file is empty.",
    "folder-unwritable": (detail) => `Nothing can be written in the folder (${detail}).`,
  },
  issueCount: (count) => many(count, "issue"),
  validProblem: ({ doctors, units, intakes, programmes }) =>
    [
      many(doctors, "doctor"),
      many(units, "unit"),
      many(intakes, "intake"),
      many(programmes, "programme"),
    ].join(", "),
  validPeople: (names) => many(names, "name"),
  strangers: (count, some) =>
    `${many(count, "name")} of doctors that are not in the problem: ${some}`,
  nameless: (count) => `${many(count, "doctor")} without a name, shown by pseudonym`,
  impossible: (doctors, rules) => `No rotation can be made for ${doctors}: ${rules}`,
  noDoctors: "The problem has no doctors.",
  lawSetAside: (rule, programme, reason) =>
    `Law set aside: ${rule} (${programme}). Reason: ${reason}`,
  grids: { week: "weeks", "half-month": "half months", month: "months" },
  peopleFrom: (file) => `Names from ${file} (--no-people for pseudonyms).`,

  stages: {
    reading: "reading",
    bounding: "bounding",
    diving: "building a plan",
    improving: "improving",
    closing: "proving",
    verifying: "verifying",
    done: "done",
  },
  preferencesTier: (rank) => `departures rank ${rank}`,
  measures: {
    unplaced: "without a plan",
    wishes: "wishes",
    "changes-people": "people changed",
    "changes-placements": "placements changed",
    "changes-units": "units changed",
    "worst-off": "worst off",
    evenness: "evenness",
    load: "load",
  },
  atLeast: (bound) => `at least ${bound}`,
  gap: (gap) => `gap ${gap}`,
  lines: (count) => `${count} lines`,
  component: (number, of) => `part ${number} of ${of}`,

  stopping: "Stopping, keeping the best plan. Ctrl-C again quits at once.",
  solvedIn: (seconds, lines) => `Done in ${seconds}, ${lines}.`,
  noPlanAtAll: "There was no time to make a plan. Give it more with --time-limit.",
  written: "Files",
  files: {
    plan: "the plan with its proof, for verify and report",
    doctors: "where each doctor is, for Excel",
    units: "who comes to and leaves each unit, for Excel",
    occupancy: "occupancy and free seats, for Excel",
    dates: "assessments, sit-ins and exams with their days, for Excel",
    supervision: "who supervises whom, for Excel",
    grid: "the plan as text",
    model: "the mathematical model",
  },
  restInFile: (file) => `The whole plan: ${file}`,

  unknownSupervisor: (id, known) => `The problem has no supervisor "${id}". There are: ${known}.`,
  planValid: (rules) =>
    `The plan obeys every rule in ${rules}, and what the file says of it is so.`,
  tiersAre: (tiers) => `The problem does not have so many goals. It has: ${tiers}.`,
  packsAre: (packs) => `There is no such rule pack. There are: ${packs}.`,
  unknownDoctor: (doctor) => `The doctor ${doctor} is not in the problem.`,
  lpOrMps: "Choose --lp or --mps, not both.",
  modelSize: (variables, rows, nonzeros) =>
    `${many(variables, "variable")}, ${many(rows, "row")}, ${many(nonzeros, "nonzero")}`,

  submitted: (job) => `Submitted as ${job}.`,
  sameJob: (job) => `The same problem and parameters are already submitted as ${job}.`,
  queued: "waiting in the queue",
  noWorker: "No worker has taken the job yet. Start one with placera worker, if none is running.",
  jobStates: { queued: "waiting", running: "solving", completed: "done", failed: "failed" },
  statuses: {
    optimal: "proven best plan",
    feasible: "a plan for everyone, not proven best",
    infeasible: "proven that not everyone fits",
    "no-plan-found": "no plan for everyone yet",
  },
  unplaced: (count) => `${count} without a plan`,
  cancelRequested: "being cancelled",
  otherVersion: (job) =>
    `Job ${job} was submitted by another version of Placera. Submit the problem again.`,
  unknownJob: (job) => `There is no job ${job}. placera status lists those there are.`,
  notQueued: (job) => `Job ${job} is done already.`,
  cancelAsked: (job) => `${job} is being cancelled; its best plan is kept.`,
  noJobs: "No jobs.",
  faults: {
    "worker-ended": (detail) => `The worker ended unexpectedly: ${detail}`,
    "worker-missing": (detail) => `The worker is not built (${detail}). Run pnpm build.`,
  },
  fault: (detail) => `Something around Placera failed: ${detail}. Try again.`,
  defect: (code, detail) =>
    `This is a defect in Placera (${code}): ${detail}. Please report it; --trace shows more.`,
};
