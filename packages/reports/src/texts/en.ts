/** The reports' English. */
import type { Texts } from "./texts.ts";

const doctors = (count: number) => (count === 1 ? "1 doctor" : `${count} doctors`);
const seatsOf = (count: number) =>
  count === 0 ? "no seat" : count === 1 ? "1 seat" : `${count} seats`;

export const en: Texts = {
  language: "en",
  months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  quarters: "quarter",
  week: "w",
  doctors,
  units: (count) => (count === 1 ? "1 unit" : `${count} units`),

  verdict: {
    optimal: ({ all }) =>
      all === 0
        ? "The problem has no doctors to plan for."
        : all === 1
          ? "The doctor has a plan, and it is proven that no better plan exists."
          : `All ${doctors(all)} have a plan, and it is proven that no better plan exists.`,
    feasible: ({ all }) =>
      all === 1
        ? "The doctor has a plan. That it is the best is not proven; the most that may be left to gain is under Goals."
        : `All ${doctors(all)} have a plan. That it is the best is not proven; the most that may be left to gain is under Goals.`,
    infeasible: ({ placed, all }) =>
      `${placed} of ${doctors(all)} ${all === 1 || placed === 1 ? "has" : "have"} a plan. It is proven that not everyone can have one.`,
    "no-plan-found": ({ placed, all }) =>
      `${placed} of ${doctors(all)} ${all === 1 || placed === 1 ? "has" : "have"} a plan. Whether everyone can have one is not settled.`,
  },
  stopped: {
    "time-limit": "The time limit ended the search.",
    "node-limit": "The limit on search steps ended the search.",
    "memory-limit": "The memory limit ended the search.",
    cancelled: "The search was ended on request; this is the best plan it had.",
    shutdown:
      "The search ended because the machine was shutting down; this is the best plan it had.",
  },
  fewestUnplaced: (count) => `At least ${count} must go without, however it is planned.`,

  doctor: "Doctor",
  wishes: "Wishes",
  noIntake: "No intake",
  intake: (intake, start) => `Intake ${intake} · start ${start}`,
  noPlan: {
    "too-few-seats": (reason) => `has no seat, see reason ${reason}`,
    "rules-clash": (reason) => `no rotation obeys the rules, see reason ${reason}`,
    search: (reason) => `has no seat, see reason ${reason}`,
    "not-found": (reason) => `no plan yet, see reason ${reason}`,
  },

  unitsHeading: "Units",
  placement: "placement",
  fixedSpan: "fixed days (teaching, introduction, vacation)",
  occupancyHeading: "Occupancy where it is tight",
  occupancyNotes: ["█ full", "digit = free seats", "· nobody there"],
  peak: "at most",
  seatsAtPeak: (used, seats) => `${used} of ${seats}`,
  moreUnits: (count) =>
    count === 1
      ? "… and 1 more unit that is full at some time."
      : `… and ${count} more units that are full at some time.`,
  noBottleneck: "No unit is full during the plan.",

  unplacedHeading: (count) => `${doctors(count)} without a plan`,
  tooFewSeats: ({ sections, demand, from, last }) =>
    `${sections}: ${doctors(demand)} ${demand === 1 ? "needs" : "need"} a seat at some time in ${from} – ${last}.`,
  someSeats: "Seats",
  takesOneOf: "However they are placed, each takes at least one of these seats:",
  atIntake: (intake, site) => `base site ${site} for ${intake}`,
  sumOfSeats: seatsOf,
  shortfall: ({ demand, seats, short }) =>
    `${doctors(demand)}, but there ${seats <= 1 ? "is" : "are"} ${seatsOf(seats)}: ${doctors(short)} ${short === 1 ? "goes" : "go"} without.`,
  those: "Counted are",
  concerns: "Without a plan",
  rulesClash: (rules) =>
    rules === 1
      ? "No rotation of the doctor obeys this rule, even if every seat were free"
      : "No rotation of the doctor obeys these rules together, even if every seat were free",
  bySearch:
    "Not everyone fits at once. This is proven by searching all there is; no short count shows it.",
  notFound: "The search ended before the doctor had a plan. Nothing is proven; give it more time.",

  tiersHeading: "Goals, most important first",
  value: "plan",
  bound: "best possible",
  wishesAndMore: "Wishes not granted, and travel (weight)",
  preferencesTier: (rank) => `Departures from advice, rank ${rank}`,
  measures: {
    unplaced: "Doctors without a plan",
    wishes: "Wishes not granted (weight)",
    "changes-people": "Doctors whose plan changes",
    "changes-placements": "Placements moved",
    "changes-units": "Placements at another unit",
    "worst-off": "Burden of the worst-off doctor",
    evenness: "Evenness between doctors (burdens squared)",
    load: "Evenness of load at units",
  },
  proven: "proven best",
  gap: (most) => `at most ${most} better`,
  boundsSeen:
    "Each bound was computed again from the plan file: in whole numbers and without an engine.",
  otherBoundsSeen: "Each other bound was computed again from the plan file, without an engine.",
  noPrices: "The plan file holds no prices from which its bounds could be computed again.",
  boundByEngine: ({ tier, byPrices, bound, by, nodes }) =>
    `${tier}: computed again, at least ${byPrices}. That it is at least ${bound} rests on ${by}${nodes === undefined ? "" : ` (search nodes: ${nodes})`}.`,
  disregardedHeading: "Advice that had to yield",

  supervision: {
    heading: "Supervision",
    none: "The problem names no supervisors.",
    wholeBlock: "Whole block",
    load: (peak, slots) =>
      slots === undefined ? `at most ${peak}` : `at most ${peak} of ${slots}`,
    without: (supervisor) => `Without ${supervisor}`,
    nothingLost: "Nobody is hers in this plan.",
    taken: (who, by) => `${who}: ${by} can take over.`,
    standsWithout: (who) => `${who}: nobody has room.`,
    short: (span, load, room) =>
      `${span}: the doctors there take ${load}, and there is room for ${room}.`,
  },

  dates: {
    heading: "Assessments and exam",
    kinds: {
      "sit-in": "sit-in",
      exam: "AT exam, off",
      "exam-result": "exam result",
      assessment: "assessment",
      "final-review": "final review, external specialist",
    },
  },
  earlier: {
    heading: "Done before the plan",
    done: "done",
    credited: "credited",
    days: (count) => `${count} d short`,
  },

  overridesHeading: "LAW SET ASIDE",
  override: (rule, programme, reason) => `${rule} (${programme}). Reason: ${reason}`,
  verified: (packs) => `Verified: the plan obeys every rule in ${packs}.`,
  made: ({ product, engine, formulation, seed }) =>
    `Made with ${product}, ${engine}, formulation ${formulation}, seed ${seed}.`,
  identity: (problem, plan) => `Problem ${problem} · plan ${plan}`,
  moreDoctors: (count) => `… and ${doctors(count)} more.`,

  sectionLetters: {
    surgery: "S",
    medicine: "M",
    psychiatry: "P",
    "primary-care": "C",
    "emergency-care": "E",
  },
  rules: {
    "one-placement-at-a-time": "One placement at a time",
    "owed-placements": "Every placement of the programme",
    "unit-gives-section": "The unit gives the section",
    "programme-length": "Length of the programme",
    "start-in-window": "Start in time",
    "fixed-spans": "Fixed days",
    absences: "Absence",
    "tolerated-absence": "Absence that a section tolerates",
    "part-time": "Part-time",
    "fixed-placements": "Settled placements",
    "published-placements": "Announced placements",
    "forbidden-placements": "Ruled-out placements",
    "own-region": "Own region",
    "one-base-site": "One base site",
    "unit-seats": "Seats at the unit",
    "track-seats": "Seats for AT and BT",
    "intake-split": "The intake's split over sites",
    "chosen-from-group": "Placements to choose from",
    "begun-before": "Placements that build on others",
    "short-placement": "Short placement inside a longer one",
    "idle-time": "Periods without a placement",
    "site-changes": "Changes of site",
    "site-limit": "Number of placements at one site",
    "least-staffing": "Least staffing",
    "on-call-most": "On-call maximum",
    "on-call-least": "On-call minimum",
    "rest-between-doctors": "Rest between doctors",
    "overlap-of-doctors": "Overlap of doctors",
    "one-unbroken-block": "Unbroken block",
    "start-after-degree": "Start after the degree",
    "eligible-for-track": "Eligible for AT or BT",
    "goal-coverage": "Goals that can be met",
    "exam-in-time": "AT exam in time",
    commute: "Travel from home",
    "exam-day-free": "Exam day free",
    "assessments-in-time": "Assessments",
    "tolerance-used": "Short within tolerance",
    "home-unit": "Home unit",
    "bt-term-at-least-six-months": "Term of at least six months",
    "integrated-bt-within-two-years": "Integrated BT within two years",
    "total-length": "Least length",
    "section-minima": "Least time per section",
    "recommended-length": "Recommended length",
    "section-order": "Order of sections",
    "at-most-four-places": "Number of places of service",
    "psychiatry-in-bt": "Psychiatry in BT",
    "supervision-capacity": "Room for supervision",
    "named-supervisor": "Supervisor by name",
    "same-supervisor": "The same supervisor throughout",
    "main-supervisor": "Main supervisor for the whole block",
    "supervisor-presence": "Supervisor on site",
  },
  columns: {
    doctor: "Doctor",
    name: "Name",
    programme: "Programme",
    intake: "Intake",
    requirement: "Placement",
    section: "Section",
    unit: "Unit",
    site: "Site",
    from: "From",
    last: "To (inclusive)",
    months: "Months",
    weeks: "Weeks",
    percentage: "Per cent",
    comesFrom: "Comes from",
    goesTo: "Goes to",
    week: "Week",
    occupied: "Occupied",
    track: "Of which",
    seats: "Seats",
    free: "Free",
    supervisor: "Supervisor",
    supervisorName: "Supervisor's name",
    load: "Slots",
    day: "Day",
    what: "What",
    note: "Note",
  },
  unplacedNote: "no plan",
  compliance: {
    statuses: { met: "met", disregarded: "disregarded" },
    unplaced: "has no plan",
    lawSetAside: "law set aside",
    setAside: (rule, reason) => `Law set aside: ${rule}. Reason: ${reason}`,
    classes: {
      definition: "definition",
      law: "law",
      contract: "contract",
      recommendation: "recommendation",
      local: "local",
    },
    modes: {
      must: "must",
      report: "told",
      off: "off",
      prefer: (rank, weight) =>
        `preferred, ${rank === "wishes" ? "among wishes" : `rank ${rank}`}, weight ${weight}`,
    },
    allTracks: "all tracks",
    at: (span, unit) => `${span} at ${unit}`,
    months: (amount) => `${amount} mo`,
    weeks: (amount) => `${amount} wk`,
    days: (count) => `${count} d`,
    atLeast: (limit) => `at least ${limit}`,
    atMost: (limit) => `at most ${limit}`,
    exactly: (limit) => `to be ${limit}`,
    notBefore: (day) => `not before ${day}`,
    notAfter: (day) => `not after ${day}`,
    columns: {
      rule: "Rule",
      status: "Status",
      where: "Where",
      class: "Class",
      mode: "How hard",
      pack: "Rule pack",
      statement: "Statement",
      source: "Source",
    },
  },
  blockBegins: "begins here",
  blockEnds: "ends here",
};
