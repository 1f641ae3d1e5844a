/** Fel i underlaget, på svenska. */
import type { IssueMessages } from "./issue-messages.ts";

const menade = (nearest: string): string => (nearest === "" ? "" : ` Menade du "${nearest}"?`);

export const sv: IssueMessages = {
  sentences: {
    "not-json": (p) =>
      `Filen är inte JSON: något är fel på rad ${p("line")}, tecken ${p("column")}. Ofta är det ett komma för mycket strax före, eller ett citattecken som saknas.`,
    "too-large": (p) =>
      `Filen har ${p("characters")} tecken och gränsen är ${p("limit")}. Dela underlaget, till exempel en fil per region.`,
    "unknown-key": (p) =>
      `Nyckeln "${p("key")}" finns inte här.${menade(p("nearest"))} Skriv rätt nyckel eller ta bort den; alla nycklar står i docs/problem.schema.json.`,
    missing: (p) => `Här saknas något som måste finnas. Skriv ${p("expected")}.`,
    "wrong-type": (p) => `Här står ${p("found")} där det ska stå ${p("expected")}.`,
    "bad-date": (p) =>
      `"${p("value")}" är inget datum. Skriv en dag som finns, som ÅÅÅÅ-MM-DD, till exempel 2026-09-01.`,
    "unknown-schema-version": (p) =>
      `Versionen är ${p("found")}, och det här Placera läser version ${p("known")}. Skriv "schemaVersion": ${p("known")}.`,
    "empty-calendar": (p) =>
      `Planeringsperioden slutar ${p("to")} men börjar ${p("from")}. Skriv ett slut som kommer efter början; slutet är dagen efter den sista.`,
    "calendar-too-long": (p) =>
      `Planeringsperioden ${p("from")}–${p("to")} är längre än ${p("limit")} perioder. Förkorta den eller välj ett grövre rutnät.`,
    "date-off-grid": (p) => `${p("date")} ligger inte på rutnätet. Skriv ${p("grid")}.`,
    "outside-calendar": (p) =>
      p("week") === ""
        ? `${p("date")} ligger utanför planeringsperioden ${p("from")}–${p("to")}. Ändra datumet eller förläng perioden.`
        : `Ingen av veckorna ${p("week")} ligger i planeringsperioden ${p("from")}–${p("to")}. Ändra veckorna eller förläng perioden.`,
    "span-reversed": (p) =>
      `Slutet ${p("to")} kommer inte efter början ${p("from")}. Byt plats på dem eller rätta det ena; slutet är dagen efter den sista.`,
    "spans-overlap": (p) =>
      `De fasta perioderna "${p("first")}" och "${p("second")}" för programmet "${p("programme")}" går in i varandra. Flytta den ena eller slå ihop dem.`,
    "duration-off-grid": (p) =>
      `Längden ${p("amount")} ${p("measure")} går inte jämnt upp i rutnätet. Skriv hela månader (eller halva på rutnätet half-month), eller välj rutnätet week.`,
    "length-reversed": () =>
      "Längdens min är större än max, eller så är den ena i månader och den andra i veckor. Skriv båda i samma mått med min först.",
    "duplicate-id": (p) =>
      `Id "${p("id")}" (${p("what")}) finns redan. Ge var och en sitt eget id.`,
    "unknown-reference": (p) =>
      `Okänt id för ${p("what")}: "${p("id")}".${menade(p("nearest"))} Rätta id eller lägg till det som saknas.`,
    "section-cycle": (p) =>
      `Avsnittet "${p("id")}" räknas som sig självt genom countsAs. Ta bort countsAs på ett av avsnitten i kedjan.`,
    "seats-out-of-order": (p) =>
      p("before") !== ""
        ? `Platserna är inte angivna från början. Låt första steget gälla från planeringsperiodens början, ${p("before")}, eller tidigare.`
        : `Steget kommer inte efter det före, ${p("after")}. Skriv stegen i tidsordning, varje datum en gång.`,
    "start-missing": (p) =>
      `Läkaren "${p("doctor")}" har varken intag eller start. Skriv intake, eller start med ett datum eller med earliest och latest.`,
    "start-twice": (p) =>
      `Läkaren "${p("doctor")}" har både intaget "${p("intake")}", som bestämmer starten, och en egen start. Ta bort en av dem.`,
    "programme-missing": (p) =>
      `Läkaren "${p("doctor")}" har varken program eller intag. Skriv programme eller intake.`,
    "intake-of-other-programme": (p) =>
      `Läkaren "${p("doctor")}" hör till programmet "${p("own")}", men intaget "${p("intake")}" är för "${p("theirs")}". Det ena är AT och det andra BT: ändra ett av dem. Ett program av samma slag kan läkaren ha i stället för intagets.`,
    "region-of-other-site": (p) =>
      `Läkaren "${p("doctor")}" hör till regionen "${p("own")}", men bassiten "${p("site")}" ligger i "${p("theirs")}". Välj en bassite i den egna regionen.`,
    "credit-of-nothing": (p) =>
      p("section") === ""
        ? `Tillgodoräkningen för läkaren "${p("doctor")}" säger inte vad den gäller. Skriv requirement eller section.`
        : `Läkaren "${p("doctor")}" har ingen tjänstgöring kvar i avsnittet "${p("section")}" att tillgodoräkna. Rätta section eller ta bort tillgodoräkningen.`,
    "history-impossible": (p) =>
      p("why") === "overlap"
        ? `Läkaren "${p("doctor")}" var redan placerad till ${p("to")} när den här placeringen börjar ${p("from")}. Rätta datumen i history.`
        : p("why") === "after-start"
          ? `Planen för läkaren "${p("doctor")}" börjar ${p("start")}, men history går till ${p("to")}. Utelämna start, eller låt history sluta senast då.`
          : `Enheten "${p("unit")}" ger inte det som "${p("requirement")}" kan göras i: ${p("sections")}. Rätta unit eller section.`,
    "nothing-left": (p) =>
      `Läkaren "${p("doctor")}" har redan gjort allt som krävs. Ta bort läkaren, eller lägg den sista placeringen i fixed i stället för i history.`,
    "already-done": (p) =>
      `Läkaren "${p("doctor")}" har redan gjort "${p("requirement")}", som därför inte kan låsas. Ta bort raden ur fixed, eller rätta history och credit.`,
    "not-eligible": (p) =>
      p("licence") === ""
        ? `Läkaren "${p("doctor")}" har examen från det sexåriga programmet och kan inte göra AT (regeln ${p("rule")}). Välj ett BT-program, eller rätta degree.`
        : `Läkaren "${p("doctor")}" blir legitimerad ${p("licence")}, men BT ska börja senast ${p("latest")} (regeln ${p("rule")}). Flytta starten, eller rätta licenceDate.`,
    "goal-nowhere": (p) =>
      `Ingen enhet där programmet "${p("programme")}" kan göras ger målet ${p("goal")} (regeln ${p("rule")}); det gäller ${p("doctors")}, från ${p("start")}. Lägg målet i goals på en enhet, eller ta bort det ur programmet.`,
    "no-exam-in-time": (p) =>
      `Läkaren "${p("doctor")}" hinner inte till något AT-prov: det krävs ett där anmälan stänger tidigast ${p("earliest")} och som hålls före ${p("latest")} (regeln ${p("rule")}). Lägg till ett provtillfälle i calendar.exams, eller skriv examPassed om provet är godkänt.`,
    "order-incomplete": (p) =>
      `Ordningen för programmet "${p("programme")}" ska nämna varje krav en gång${p("missing") === "" ? "; något nämns två gånger" : `; här saknas ${p("missing")}`}.`,
    "group-impossible": (p) =>
      p("why") === "too-few"
        ? `Gruppen i programmet "${p("programme")}" ska väljas fler ur än den har: ${p("requirement")}. Sänk choose eller lägg till krav.`
        : p("why") === "twice"
          ? `Kravet "${p("requirement")}" i programmet "${p("programme")}" står två gånger bland grupperna. Låt det stå i en grupp, en gång.`
          : `Kravet "${p("requirement")}" i programmet "${p("programme")}" ska göras på bassiten och kan inte vara valbart. Ta bort atBase eller ta det ur gruppen.`,
    "short-placement-impossible": (p) =>
      p("why") === "twice"
        ? `Kravet "${p("requirement")}" i programmet "${p("programme")}" står två gånger i shortPlacements. En kortplacering och de två delarna runt den är tre krav, vart och ett nämnt en gång.`
        : `Kravet "${p("requirement")}" i programmet "${p("programme")}" hör till en kortplacering och kan inte vara valbart. Ta det ur gruppen, eller ur shortPlacements.`,
    "after-cycle": (p) =>
      `Kraven ${p("requirement")} väntar på varandra genom after, så inget av dem kan börja. Ta bort ett led.`,
    "wish-of-other-section": (p) =>
      `Enheten "${p("unit")}" ger inget av de avsnitt som "${p("requirement")}" kräver (${p("sections")}). Önska en enhet som ger det, eller lägg till avsnittet på enheten.`,
    "percentage-too-low": (p) =>
      `Läkaren "${p("doctor")}" arbetar ${p("percentage")} % från ${p("from")} till ${p("to")}, mindre än de ${p("least")} % som regeln "${p("rule")}" kräver. Skriv minst så mycket, eller gör tiden till frånvaro.`,
    "fixed-contradiction": (p) =>
      `Kravet "${p("requirement")}" är låst två gånger för läkaren "${p("doctor")}". Slå ihop till en rad; varje krav är en placering.`,
    "forbids-everything": (p) =>
      `Raden förbjuder läkaren "${p("doctor")}" alla placeringar. Skriv vad som är förbjudet: unit, site, requirement, from eller to.`,
    "rule-unknown": (p) =>
      `Det finns ingen regel "${p("rule")}".${menade(p("nearest"))} Reglerna står i docs/rules.md.`,
    "rule-not-preferable": (p) =>
      `Regeln "${p("rule")}" kan inte vara ett önskemål; ett brott mot den har inget pris. Skriv "must" eller "off".`,
    "rule-not-switchable": (p) =>
      `Regeln "${p("rule")}" hör till vad en plan är och kan inte stängas av. Ta bort raden.`,
    "rule-only-preferable": (p) =>
      `Regeln "${p("rule")}" kan bara vara ett önskemål: finns det för få läkare är den bästa planen den som bryter minst. Skriv { "prefer": { "rank": …, "weight": … } }.`,
    "rule-only-reported": (p) =>
      `Regeln "${p("rule")}" redovisas bara: den ser på en plan som är gjord och kostar den ingenting. Skriv "report" eller "off".`,
    "rule-not-reported": (p) =>
      `Regeln "${p("rule")}" kan inte bara redovisas. Skriv "must", "off" eller ett önskemål, det som regeln tillåter.`,
    "rule-params": (p) => `Regeln "${p("rule")}" tar inte den parametern så.`,
    "rule-without-effect": (p) =>
      `Raden ändrar ingenting: regeln "${p("rule")}" ingår inte i något regelpaket för det spår eller program som raden gäller. Ta bort raden, eller lägg till paketet i rulePacks.`,
    "law-switched-off": (p) =>
      `Regeln "${p("rule")}" är lag. Ska den ändras eller stängas av, skriv varför: "override": { "reason": "…" }; skälet skrivs ut på varje plan.`,
    "pack-not-valid": (p) =>
      `Regelpaketet "${p("pack")}" gäller block som börjar ${p("from") || "när som helst"}–${p("to")}, men läkaren "${p("doctor")}" börjar ${p("start")}. Ta med det paket som gällde då, ett program för var version.`,
    "minutes-missing": (p) =>
      `Restid saknas från "${p("home")}" till ${p("sites")}. Ange minuter till varje ort där de som bor där kan placeras.`,
    "measure-twice": (p) =>
      `"${p("measure")}" räknas två gånger här. Skriv varje mått en gång, med en vikt om det ska räknas mer.`,
  },
  badValue: {
    "too-small": (p) => `${p("value")} är för litet; det minsta är ${p("limit")}.`,
    "not-above": (p) => `${p("value")} är för litet; det ska vara mer än ${p("limit")}.`,
    "too-big": (p) => `${p("value")} är för stort; det största är ${p("limit")}.`,
    empty: () => "Texten är tom. Skriv minst ett tecken.",
    "too-long": (p) => `Texten är för lång. Skriv högst ${p("limit")} tecken.`,
    "too-few": (p) => `Listan är för kort. Den ska ha minst ${p("limit")}.`,
    "too-many": (p) => `Listan är för lång. Den får ha högst ${p("limit")}.`,
    step: (p) => `${p("value")} går inte jämnt upp. Skriv en multipel av ${p("step")}.`,
    choice: (p) => `"${p("value")}" går inte. Välj något av: ${p("choices")}.`,
    id: (p) =>
      `"${p("value")}" duger inte som id. Skriv bokstäver, siffror och . _ @ -, högst 80 tecken och med en bokstav eller siffra först; aldrig ett namn.`,
    same: (p) => `"${p("value")}" kan inte komma före sig självt. Skriv två olika krav.`,
  },
  words: {
    number: "ett tal",
    int: "ett heltal",
    fraction: "ett tal med decimaler",
    string: "text inom citattecken",
    boolean: "true eller false",
    array: "en lista [ ]",
    object: "ett objekt { }",
    record: "ett objekt { }",
    null: "null",
    undefined: "ingenting",
    value: "ett värde",
    section: "avsnitt",
    region: "region",
    site: "ort (site)",
    unit: "enhet",
    programme: "program",
    requirement: "krav",
    intake: "intag",
    doctor: "läkare",
    supervisor: "handledare",
    "rule-pack": "regelpaket",
    week: "en måndag",
    "half-month": "den 1:a eller den 16:e i en månad",
    month: "den 1:a i en månad",
    weeks: "veckor",
    months: "månader",
  },
  or: "eller",
};
