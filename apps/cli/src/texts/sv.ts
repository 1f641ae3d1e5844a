/** Programmets svenska. */
import type { Texts } from "./texts.ts";

const many = (count: number, one: string, several: string) =>
  `${count} ${count === 1 ? one : several}`;

export const sv: Texts = {
  fileIssues: {
    "file-missing": () => "Filen finns inte. Kontrollera namnet och mappen.",
    "file-is-directory": () => "Det är en mapp. Ange en fil i den.",
    "file-unreadable": (detail) => `Filen går inte att läsa (${detail}).`,
    "file-not-utf8": () => "Filen är inte text i UTF-8. Spara om den som UTF-8.",
    "file-empty": () => "Filen är tom.",
    "folder-unwritable": (detail) => `Det går inte att skriva i mappen (${detail}).`,
  },
  issueCount: (count) => many(count, "fel", "fel"),
  validProblem: ({ doctors, units, intakes, programmes }) =>
    `${doctors} läkare, ${many(units, "enhet", "enheter")}, ${intakes} intag, ${programmes} program`,
  validPeople: (names) => `${names} namn`,
  strangers: (count, some) => `${count} namn hör till läkare som inte finns i underlaget: ${some}`,
  nameless: (count) => `${count} läkare saknar namn och visas med sin pseudonym`,
  impossible: (doctors, rules) => `Ingen rotation går att göra för ${doctors}: ${rules}`,
  noDoctors: "Underlaget har inga läkare.",
  lawSetAside: (rule, programme, reason) =>
    `Lag satt ur spel: ${rule} (${programme}). Skäl: ${reason}`,
  grids: { week: "veckor", "half-month": "halva månader", month: "månader" },
  peopleFrom: (file) => `Namn ur ${file} (--no-people för pseudonymer).`,

  stages: {
    reading: "läser",
    bounding: "räknar gränser",
    diving: "bygger en plan",
    improving: "förbättrar",
    closing: "bevisar",
    verifying: "kontrollerar",
    done: "klar",
  },
  preferencesTier: (rank) => `avsteg rang ${rank}`,
  measures: {
    unplaced: "utan plan",
    wishes: "önskemål",
    "changes-people": "ändrade läkare",
    "changes-placements": "ändrade placeringar",
    "changes-units": "ändrade enheter",
    "worst-off": "sämst ställd",
    evenness: "jämnhet",
    load: "belastning",
  },
  atLeast: (bound) => `minst ${bound}`,
  gap: (gap) => `gap ${gap}`,
  lines: (count) => `${count} linjer`,
  component: (number, of) => `del ${number} av ${of}`,

  stopping: "Avbryter och behåller den bästa planen. Ctrl-C igen avslutar genast.",
  solvedIn: (seconds, lines) => `Klart på ${seconds}, ${lines}.`,
  noPlanAtAll: "Ingen plan hann göras. Ge längre tid med --time-limit.",
  written: "Filer",
  files: {
    plan: "planen med bevis, för verify och report",
    doctors: "var varje läkare är, för Excel",
    units: "vilka som kommer till och lämnar varje enhet, för Excel",
    occupancy: "beläggning och lediga platser, för Excel",
    dates: "bedömningar, medsittningar och prov med datum, för Excel",
    supervision: "vem som handleder vem, för Excel",
    grid: "planen som text",
    model: "den matematiska modellen",
  },
  restInFile: (file) => `Hela planen: ${file}`,

  unknownSupervisor: (id, known) =>
    `Underlaget har ingen handledare "${id}". De som finns: ${known}.`,
  planValid: (rules) => `Planen följer varje regel i ${rules}, och det filen säger om den stämmer.`,
  tiersAre: (tiers) => `Så många mål har inte underlaget. Det har: ${tiers}.`,
  packsAre: (packs) => `Det regelpaketet finns inte. De som finns: ${packs}.`,
  unknownDoctor: (doctor) => `Läkaren ${doctor} finns inte i underlaget.`,
  lpOrMps: "Välj --lp eller --mps, inte båda.",
  modelSize: (variables, rows, nonzeros) =>
    `${variables} variabler, ${rows} villkor, ${nonzeros} koefficienter skilda från noll`,

  submitted: (job) => `Inlämnat som ${job}.`,
  sameJob: (job) => `Samma underlag och inställningar är redan inlämnade som ${job}.`,
  queued: "väntar i kön",
  noWorker: "Ingen arbetare har tagit jobbet än. Starta en med placera worker, om ingen är igång.",
  jobStates: { queued: "väntar", running: "räknar", completed: "klart", failed: "misslyckades" },
  statuses: {
    optimal: "bevisat bästa plan",
    feasible: "plan för alla, inte bevisat bäst",
    infeasible: "bevisat att alla inte får plats",
    "no-plan-found": "ingen plan för alla ännu",
  },
  unplaced: (count) => `${count} utan plan`,
  cancelRequested: "avbryts",
  otherVersion: (job) =>
    `Jobbet ${job} lämnades in av en annan version av Placera. Lämna in underlaget på nytt.`,
  unknownJob: (job) => `Jobbet ${job} finns inte. placera status visar vilka som finns.`,
  notQueued: (job) => `Jobbet ${job} är redan klart.`,
  cancelAsked: (job) => `${job} avbryts; den bästa planen behålls.`,
  noJobs: "Inga jobb.",
  faults: {
    "worker-ended": (detail) => `Arbetaren slutade oväntat: ${detail}`,
    "worker-missing": (detail) => `Arbetaren är inte byggd (${detail}). Kör pnpm build.`,
  },
  fault: (detail) => `Något runt omkring fungerade inte: ${detail}. Försök igen.`,
  defect: (code, detail) =>
    `Det här är ett fel i Placera (${code}): ${detail}. Rapportera det gärna; --trace visar mer.`,
};
