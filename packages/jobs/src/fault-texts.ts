/** The faults' sentences: what happened, because of what, and the way out. */

export interface FaultText {
  readonly what: string;
  readonly because: string;
  readonly wayOut: string;
}

type Params = Readonly<Record<string, string | number>>;
type Sentence = (params: Params) => FaultText;

const text =
  (what: string, because: string, wayOut: string): Sentence =>
  (params) => {
    const fill = (sentence: string) =>
      sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? "?"));
    return { what: fill(what), because: fill(because), wayOut: fill(wayOut) };
  };

export const FAULT_TEXTS = {
  "redis-unreachable": {
    sv: text(
      "Redis svarar inte.",
      "Ingen anslutning kom till stånd i tid.",
      "Kontrollera att Redis är igång och att REDIS_URL är rätt; inget jobb har köats.",
    ),
    en: text(
      "Redis does not answer.",
      "No connection was made in time.",
      "Check that Redis runs and that REDIS_URL is right; no job was queued.",
    ),
  },
  "redis-full": {
    sv: text(
      "Redis är fullt.",
      "Minnesgränsen maxmemory är nådd, och inget får kastas för att ge plats.",
      "Höj maxmemory eller ta bort gamla jobb; inget jobb har köats.",
    ),
    en: text(
      "Redis is full.",
      "Its maxmemory is reached, and nothing may be thrown away to make room.",
      "Raise maxmemory or remove old jobs; no job was queued.",
    ),
  },
  "redis-cannot-save": {
    sv: text(
      "Redis tar inte emot något.",
      "Det kan inte spara till disk.",
      "Kontrollera ledigt utrymme och rättigheter där Redis sparar.",
    ),
    en: text(
      "Redis takes nothing in.",
      "It cannot save to disk.",
      "Check free space and rights where Redis saves.",
    ),
  },
  "redis-read-only": {
    sv: text(
      "Redis tar inte emot något.",
      "Adressen leder till en kopia som bara går att läsa.",
      "Låt REDIS_URL peka på huvudservern.",
    ),
    en: text(
      "Redis takes nothing in.",
      "The address leads to a replica that can only be read.",
      "Let REDIS_URL point to the primary.",
    ),
  },
  "redis-refuses": {
    sv: text(
      "Redis släpper inte in oss.",
      "Användarnamn, lösenord eller rättigheter stämmer inte.",
      "Rätta uppgifterna i REDIS_URL.",
    ),
    en: text(
      "Redis does not let us in.",
      "User name, password or rights are wrong.",
      "Correct them in REDIS_URL.",
    ),
  },
  "redis-evicts": {
    sv: text(
      "Redis är inställt på att kasta data när minnet tar slut.",
      "maxmemory-policy är {policy}; då kan jobb och planer försvinna utan spår.",
      "Sätt maxmemory-policy noeviction (redis-cli CONFIG SET maxmemory-policy noeviction).",
    ),
    en: text(
      "Redis is set to throw data away when memory runs out.",
      "maxmemory-policy is {policy}; jobs and plans may vanish without a trace.",
      "Set maxmemory-policy noeviction (redis-cli CONFIG SET maxmemory-policy noeviction).",
    ),
  },
  "redis-keeps-nothing": {
    sv: text(
      "Redis sparar inget till disk.",
      "appendonly är avstängt; startas Redis om är jobb och planer borta.",
      "Sätt appendonly yes (redis-cli CONFIG SET appendonly yes).",
    ),
    en: text(
      "Redis keeps nothing on disk.",
      "appendonly is off; when Redis restarts, jobs and plans are gone.",
      "Set appendonly yes (redis-cli CONFIG SET appendonly yes).",
    ),
  },
  "redis-too-old": {
    sv: text(
      "Redis är för gammalt.",
      "Det är version {version}; kön behöver 6.2 eller senare.",
      "Uppgradera Redis.",
    ),
    en: text(
      "Redis is too old.",
      "It is version {version}; the queue needs 6.2 or later.",
      "Upgrade Redis.",
    ),
  },
  "blob-missing": {
    sv: text(
      "Innehållet finns inte kvar.",
      "{hash} har gallrats eller aldrig sparats.",
      "Skicka in problemet igen.",
    ),
    en: text(
      "The content is no longer there.",
      "{hash} was removed after its retention, or never stored.",
      "Submit the problem again.",
    ),
  },
  "blob-corrupted": {
    sv: text(
      "Innehållet är skadat.",
      "Det som ligger under {hash} är inte det som sparades där.",
      "Skicka in problemet igen, och kontrollera disk och minne där Redis går.",
    ),
    en: text(
      "The content is damaged.",
      "What lies under {hash} is not what was stored there.",
      "Submit the problem again, and check disk and memory where Redis runs.",
    ),
  },
  "job-unknown": {
    sv: text(
      "Jobbet finns inte.",
      "Inget jobb heter {id}; det kan ha gallrats.",
      "Kontrollera id:t eller skicka in problemet igen.",
    ),
    en: text(
      "There is no such job.",
      "No job is called {id}; it may have been removed after its retention.",
      "Check the id, or submit the problem again.",
    ),
  },
  "job-not-completed": {
    sv: text(
      "Jobbet har inget resultat.",
      "Jobbet {id} är i läget {state}.",
      "Vänta tills det är klart; har det misslyckats, skicka in problemet igen.",
    ),
    en: text(
      "The job has no result.",
      "Job {id} is {state}.",
      "Wait until it is completed; if it failed, submit the problem again.",
    ),
  },
  "job-unreadable": {
    sv: text(
      "Jobbet går inte att läsa.",
      "Dess uppgifter följer inte kontrakt 1; det skrevs av en annan version.",
      "Använd samma version överallt och skicka in problemet igen.",
    ),
    en: text(
      "The job cannot be read.",
      "Its data do not follow contract 1; another version wrote it.",
      "Use one version everywhere and submit the problem again.",
    ),
  },
} as const satisfies Record<string, { readonly sv: Sentence; readonly en: Sentence }>;
