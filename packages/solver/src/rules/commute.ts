/**
 * Work is within reach of where a doctor lives.
 *
 *   broken = Σ_p ⌈max(0, minutes(home(d), site(p)) − most) / step⌉
 *
 * Source: Göteborg weighs commuting with small children (domain.md D32 [30]).
 */
import { type Doctor, lookup, type Problem, type Site, type Text } from "@placera/domain";
import { placementBreak } from "./placement-break.ts";
import { doctorRule } from "./rule.ts";

export const commute = doctorRule<"commute">({
  id: "commute",
  expresses: ["D32"],
  statement: {
    sv: "Ingen placering ligger längre från hemorten än den restid som anges; varje påbörjat steg däröver räknas.",
    en: "No placement is farther from home than the travel time stated; each step begun beyond it counts.",
  },
  mathematics: "broken = Σ_p ⌈max(0, minutes(home(d), site(p)) − most) / step⌉",

  encode({ problem, doctor }, { minutes: most, step }) {
    if (doctor.home === undefined) return undefined;
    const home = lookup(problem).home(doctor.home);
    return {
      place: (_requirement, { site }) =>
        Math.max(0, Math.ceil(((home.minutes.get(site) ?? 0) - most) / step)),
    };
  },

  check({ problem, doctor, rotation }, { minutes: most, step }) {
    return rotation.placements.flatMap((placement) => {
      const minutes = minutesTo(lookup(problem).unit(placement.unit).site, problem, doctor);
      if (minutes === undefined || minutes <= most) return [];
      let magnitude = 1;
      while (most + magnitude * step < minutes) magnitude++;
      return [{ ...placementBreak(placement, { minutes, most }), magnitude }];
    });
  },

  met({ problem, doctor, rotation: { placements } }, { minutes: max }) {
    if (doctor.home === undefined) return undefined;
    const siteOf = (unit: string) => lookup(problem).unit(unit).site;
    const sites = [...new Set(placements.map(({ unit }) => siteOf(unit)))];
    return sites.flatMap((site) => {
      const found = minutesTo(site, problem, doctor);
      if (found === undefined) return [];
      const there = placements.filter(({ unit }) => siteOf(unit) === site);
      const what = minutesText(lookup(problem).site(site));
      return [{ what, count: { found, max }, placements: there }];
    });
  },
});

const minutesTo = (site: string, problem: Problem, { home }: Doctor): number | undefined =>
  home === undefined ? undefined : lookup(problem).home(home).minutes.get(site);

const minutesText = ({ name }: Site): Text => ({
  sv: `minuter till ${name}`,
  en: `minutes to ${name}`,
});
