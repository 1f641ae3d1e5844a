/** Rapporternas svenska. */
import type { Texts } from "./texts.ts";

const doctors = (count: number) => `${count} läkare`;
const seatsOf = (count: number) =>
  count === 0 ? "ingen plats" : count === 1 ? "1 plats" : `${count} platser`;

export const sv: Texts = {
  language: "sv",
  months: ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
  quarters: "kvartal",
  week: "v",
  doctors,
  units: (count) => (count === 1 ? "1 enhet" : `${count} enheter`),

  verdict: {
    optimal: ({ all }) =>
      all === 0
        ? "Underlaget har inga läkare att planera för."
        : all === 1
          ? "Läkaren har en plan, och det är bevisat att ingen bättre plan finns."
          : `Alla ${doctors(all)} har en plan, och det är bevisat att ingen bättre plan finns.`,
    feasible: ({ all }) =>
      all === 1
        ? "Läkaren har en plan. Att den är bäst är inte bevisat; hur långt det högst kan vara kvar står under Mål."
        : `Alla ${doctors(all)} har en plan. Att den är bäst är inte bevisat; hur långt det högst kan vara kvar står under Mål.`,
    infeasible: ({ placed, all }) =>
      `${placed} av ${doctors(all)} har en plan. Det är bevisat att alla inte kan få plats.`,
    "no-plan-found": ({ placed, all }) =>
      `${placed} av ${doctors(all)} har en plan. Om alla kan få plats är inte avgjort.`,
  },
  stopped: {
    "time-limit": "Sökningen avbröts av tidsgränsen.",
    "node-limit": "Sökningen avbröts av gränsen för antalet steg.",
    "memory-limit": "Sökningen avbröts av minnesgränsen.",
    cancelled: "Sökningen avbröts på begäran; detta är den bästa plan den hade.",
    shutdown: "Sökningen avbröts av att datorn skulle stängas; detta är den bästa plan den hade.",
  },
  fewestUnplaced: (count) => `Minst ${count} blir utan, hur man än planerar.`,

  doctor: "Läkare",
  wishes: "Önskemål",
  noIntake: "Utan intag",
  intake: (intake, start) => `Intag ${intake} · start ${start}`,
  noPlan: {
    "too-few-seats": (reason) => `saknar plats, se skäl ${reason}`,
    "rules-clash": (reason) => `ingen rotation följer reglerna, se skäl ${reason}`,
    search: (reason) => `saknar plats, se skäl ${reason}`,
    "not-found": (reason) => `ingen plan än, se skäl ${reason}`,
  },

  unitsHeading: "Enheter",
  placement: "placering",
  fixedSpan: "fasta dagar (undervisning, introduktion, semester)",
  occupancyHeading: "Beläggning där det är trångt",
  occupancyNotes: ["█ fullt", "siffra = lediga platser", "· ingen där"],
  peak: "som mest",
  seatsAtPeak: (used, seats) => `${used} av ${seats}`,
  moreUnits: (count) =>
    count === 1
      ? "… och 1 enhet till som är full någon gång."
      : `… och ${count} enheter till som är fulla någon gång.`,
  noBottleneck: "Ingen enhet är full under planen.",

  unplacedHeading: (count) => `${doctors(count)} utan plan`,
  tooFewSeats: ({ sections, demand, from, last }) =>
    `${sections}: ${doctors(demand)} behöver plats någon gång ${from} – ${last}.`,
  someSeats: "Platser",
  takesOneOf: "Hur de än placeras tar var och en minst en av dessa platser:",
  atIntake: (intake, site) => `bassite ${site} för ${intake}`,
  sumOfSeats: seatsOf,
  shortfall: ({ demand, seats, short }) =>
    `${doctors(demand)}, men där finns ${seatsOf(seats)}: ${doctors(short)} saknar plats.`,
  those: "Räknade är",
  concerns: "Utan plan",
  rulesClash: (rules) =>
    rules === 1
      ? "Ingen rotation för läkaren följer den här regeln, ens om alla platser vore lediga"
      : "Ingen rotation för läkaren följer de här reglerna tillsammans, ens om alla platser vore lediga",
  bySearch:
    "Alla får inte plats samtidigt. Det är bevisat genom att hela sökrummet är genomsökt; ingen kort räkning visar det.",
  notFound: "Sökningen avbröts innan läkaren fått en plan. Inget är bevisat; ge den längre tid.",

  tiersHeading: "Mål, viktigast först",
  value: "planen",
  bound: "bästa möjliga",
  wishesAndMore: "Önskemål som inte uppfylls, och restid (vikt)",
  preferencesTier: (rank) => `Avsteg från råd, rang ${rank}`,
  measures: {
    unplaced: "Läkare utan plan",
    wishes: "Önskemål som inte uppfylls (vikt)",
    "changes-people": "Läkare vars plan ändras",
    "changes-placements": "Flyttade placeringar",
    "changes-units": "Placeringar på annan enhet",
    "worst-off": "Den sämst ställda läkarens börda",
    evenness: "Jämnhet mellan läkare (bördor i kvadrat)",
    load: "Jämn belastning på enheterna",
  },
  proven: "bevisat bäst",
  gap: (most) => `högst ${most} bättre`,
  boundsSeen: "Varje gräns är omräknad ur planfilen: i heltal och utan lösare.",
  otherBoundsSeen: "Varje annan gräns är omräknad ur planfilen, utan lösare.",
  noPrices: "Planfilen har inga priser som dess gränser kan räknas om ur.",
  boundByEngine: ({ tier, byPrices, bound, by, nodes }) =>
    `${tier}: omräknat minst ${byPrices}. Att det är minst ${bound} vilar på ${by}${nodes === undefined ? "" : ` (söknoder: ${nodes})`}.`,
  disregardedHeading: "Råd som fått vika",

  supervision: {
    heading: "Handledning",
    none: "Underlaget anger inga handledare.",
    wholeBlock: "Hela blocket",
    load: (peak, slots) => (slots === undefined ? `högst ${peak}` : `högst ${peak} av ${slots}`),
    without: (supervisor) => `Utan ${supervisor}`,
    nothingLost: "Handleder ingen i den här planen.",
    taken: (who, by) => `${who}: ${by} kan ta över.`,
    standsWithout: (who) => `${who}: ingen har utrymme.`,
    short: (span, load, room) => `${span}: läkarna där tar ${load} och utrymmet är ${room}.`,
  },

  dates: {
    heading: "Bedömningar och prov",
    kinds: {
      "sit-in": "medsittning",
      exam: "AT-prov, ledig",
      "exam-result": "provresultat",
      assessment: "bedömning",
      "final-review": "slutbedömning med extern bedömare",
    },
  },
  earlier: {
    heading: "Gjort före planen",
    done: "gjort",
    credited: "tillgodoräknat",
    days: (count) => `${count} d kort`,
  },

  overridesHeading: "LAG SATT UR SPEL",
  override: (rule, programme, reason) => `${rule} (${programme}). Skäl: ${reason}`,
  verified: (packs) => `Kontrollerad: planen följer varje regel i ${packs}.`,
  made: ({ product, engine, formulation, seed }) =>
    `Gjord med ${product}, ${engine}, formulering ${formulation}, frö ${seed}.`,
  identity: (problem, plan) => `Underlag ${problem} · plan ${plan}`,
  moreDoctors: (count) => `… och ${doctors(count)} till.`,

  sectionLetters: {
    surgery: "K",
    medicine: "M",
    psychiatry: "P",
    "primary-care": "V",
    "emergency-care": "A",
  },
  rules: {
    "one-placement-at-a-time": "En placering i taget",
    "owed-placements": "Alla placeringar i programmet",
    "unit-gives-section": "Enheten ger avsnittet",
    "programme-length": "Programmets längd",
    "start-in-window": "Start i rätt tid",
    "fixed-spans": "Fasta dagar",
    absences: "Frånvaro",
    "tolerated-absence": "Frånvaro som ett avsnitt tål",
    "part-time": "Deltid",
    "fixed-placements": "Bestämda placeringar",
    "published-placements": "Meddelade placeringar",
    "forbidden-placements": "Uteslutna placeringar",
    "own-region": "Egen region",
    "one-base-site": "En bassite",
    "unit-seats": "Platser på enheten",
    "track-seats": "Platser per AT och BT",
    "intake-split": "Intagets fördelning på orter",
    "chosen-from-group": "Valbara placeringar",
    "begun-before": "Placeringar som bygger på andra",
    "short-placement": "Kortplacering inuti en längre",
    "idle-time": "Perioder utan placering",
    "site-changes": "Byten av ort",
    "site-limit": "Antal placeringar på en ort",
    "least-staffing": "Minsta bemanning",
    "on-call-most": "Jourlinjens tak",
    "on-call-least": "Jourlinjens bemanning",
    "rest-between-doctors": "Vila mellan läkare",
    "overlap-of-doctors": "Överlappning",
    "one-unbroken-block": "Sammanhängande block",
    "start-after-degree": "Start efter examen",
    "eligible-for-track": "Behörighet för AT och BT",
    "goal-coverage": "Mål som kan nås",
    "exam-in-time": "AT-prov i tid",
    commute: "Restid från hemorten",
    "exam-day-free": "Provdagen fri",
    "assessments-in-time": "Bedömningar",
    "tolerance-used": "Kortare inom toleransen",
    "home-unit": "Hemenhet",
    "bt-term-at-least-six-months": "Visstid minst sex månader",
    "integrated-bt-within-two-years": "Integrerad BT inom två år",
    "total-length": "Minsta längd",
    "section-minima": "Minsta tid per avsnitt",
    "recommended-length": "Rekommenderad längd",
    "section-order": "Avsnittens ordning",
    "at-most-four-places": "Antal tjänstgöringsställen",
    "psychiatry-in-bt": "Psykiatri i BT",
    "supervision-capacity": "Utrymme för handledning",
    "named-supervisor": "Namngiven handledare",
    "same-supervisor": "Samma handledare hela placeringen",
    "main-supervisor": "Huvudhandledare för hela blocket",
    "supervisor-presence": "Handledare på plats",
  },
  columns: {
    doctor: "Läkare",
    name: "Namn",
    programme: "Program",
    intake: "Intag",
    requirement: "Placering",
    section: "Avsnitt",
    unit: "Enhet",
    site: "Ort",
    from: "Från",
    last: "Till och med",
    months: "Månader",
    weeks: "Veckor",
    percentage: "Procent",
    comesFrom: "Kommer från",
    goesTo: "Går till",
    week: "Vecka",
    occupied: "Upptagna",
    track: "Varav",
    seats: "Platser",
    free: "Lediga",
    supervisor: "Handledare",
    supervisorName: "Handledarens namn",
    load: "Utrymme",
    day: "Dag",
    what: "Vad",
    note: "Anmärkning",
  },
  unplacedNote: "ingen plan",
  compliance: {
    statuses: { met: "uppfylld", disregarded: "inte följd" },
    unplaced: "saknar plan",
    lawSetAside: "lag satt ur spel",
    setAside: (rule, reason) => `Lag satt ur spel: ${rule}. Skäl: ${reason}`,
    classes: {
      definition: "definition",
      law: "lag",
      contract: "avtal",
      recommendation: "rekommendation",
      local: "lokal",
    },
    modes: {
      must: "måste",
      report: "redovisas",
      off: "av",
      prefer: (rank, weight) =>
        `önskvärt, ${rank === "wishes" ? "bland önskemålen" : `rang ${rank}`}, vikt ${weight}`,
    },
    allTracks: "alla spår",
    at: (span, unit) => `${span} på ${unit}`,
    months: (amount) => `${amount} mån`,
    weeks: (amount) => `${amount} v`,
    days: (count) => `${count} d`,
    atLeast: (limit) => `minst ${limit}`,
    atMost: (limit) => `högst ${limit}`,
    exactly: (limit) => `ska vara ${limit}`,
    notBefore: (day) => `tidigast ${day}`,
    notAfter: (day) => `senast ${day}`,
    columns: {
      rule: "Regel",
      status: "Läge",
      where: "Var",
      class: "Slag",
      mode: "Hur hårt",
      pack: "Regelpaket",
      statement: "Lydelse",
      source: "Källa",
    },
  },
  blockBegins: "börjar här",
  blockEnds: "slutar här",
};
