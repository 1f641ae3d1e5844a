/** The rules of one doctor, encoded, each with what a break of it means: forbidden, or a price. */
import {
  lookup,
  type Requirement,
  type RuleSetting,
  type SiteWish,
  type Unit,
  type Wish,
} from "@placera/domain";
import { idleEncoding } from "../rules/idle-time.ts";
import { DOCTOR_RULES, ruleOf } from "../rules/index.ts";
import type { DoctorRule, LineEncoding } from "../rules/rule.ts";
import { siteChangeEncoding } from "../rules/site-changes.ts";
import { encodeBurden } from "./burden.ts";
import { encodeChanges } from "./changes.ts";
import { type Channels, type Charge, channelsOf, chargesOf, chargesOfRank } from "./channels.ts";
import { boundary, type DoctorFacts, type RuleFacts } from "./facts.ts";

/** A break forbids the line (`must`), or costs `weight` in each channel charged. */
export type Price = "must" | readonly Charge[];

export interface Encoding {
  readonly rule: string;
  readonly encoding: LineEncoding;
  readonly price: Price;
}

/** What a broken setting costs. */
export function priceOf(setting: RuleSetting, channels: Channels): Price {
  if (typeof setting.mode !== "object") return "must";
  const { rank, weight } = setting.mode.prefer;
  return chargesOfRank(channels, rank, weight);
}

/** Settings with names of their own: the rule, numbered from its second setting on. */
export function labelled(
  settings: readonly RuleSetting[],
): readonly (readonly [setting: RuleSetting, label: string])[] {
  const times = new Map<string, number>();
  return settings.map((setting) => {
    const time = (times.get(setting.rule) ?? 0) + 1;
    times.set(setting.rule, time);
    return [setting, time === 1 ? setting.rule : `${setting.rule}-${time}`];
  });
}

/** Does a break neither forbid nor cost anything? */
export const isFree = (price: Price): boolean => price.length === 0;

/** The encodings of a doctor's rules, those left out of `without`, and of her wishes. */
export function encodingsOf(
  facts: DoctorFacts,
  without: ReadonlySet<string> = new Set(),
): Encoding[] {
  const evenness = burdenEncodings(facts, without).filter(({ price }) => !isFree(price));
  return [
    ...ruleEncodings(facts, without),
    ...ownEncodings(facts),
    ...wishEncodings(facts),
    ...evenness,
  ];
}

/** What a doctor bears, where lines have to remember it: it costs its square in evenness, where that is asked for. */
export function burdenEncodings(
  facts: DoctorFacts,
  without: ReadonlySet<string> = new Set(),
): Encoding[] {
  const channels = channelsOf(facts.problem);
  if (!channels.remembersBurden) return [];
  const borne = [...ruleEncodings(facts, without), ...ownEncodings(facts), ...wishEncodings(facts)];
  const bearings = borne.flatMap(({ encoding, price }) => {
    const charge = price === "must" ? undefined : price.find(isBurden(channels));
    return charge === undefined ? [] : [{ encoding, weight: charge.weight }];
  });
  if (bearings.length === 0) return [];
  const encoding = encodeBurden(bearings, (burden) => burden * burden);
  return [{ rule: "evenness", encoding, price: chargesOf(channels, "evenness", 1) }];
}

const isBurden =
  ({ burden }: Channels) =>
  ({ channel }: Charge): boolean =>
    channel === burden;

/** The encodings of a doctor's rules, those left out of `without`. */
export function ruleEncodings(
  facts: RuleFacts,
  without: ReadonlySet<string> = new Set(),
): Encoding[] {
  const channels = channelsOf(facts.problem);
  const encodings: Encoding[] = [];
  for (const [setting, label] of labelled(facts.programme.rules)) {
    if (without.has(setting.rule)) continue;
    const rule = ruleOf(setting.rule);
    const price = priceOf(setting, channels);
    if (rule.family !== "doctor" || isFree(price)) continue;
    // The setting's parameters are those of this very rule: both are looked up by its id.
    const encoding = (rule as DoctorRule).encode?.(facts, setting.params);
    if (encoding !== undefined) encodings.push({ rule: label, encoding, price });
  }
  return encodings;
}

const WITHOUT_BLOCKS: ReadonlySet<string> = new Set(
  DOCTOR_RULES.filter(({ blocks }) => blocks !== true).map(({ id }) => id),
);

/** The encodings of those of a doctor's rules alone that look at blocks. */
export const blockEncodings = (facts: RuleFacts): Encoding[] =>
  ruleEncodings(facts, WITHOUT_BLOCKS);

/** The encodings of changes in a doctor's plan and of what she bears already. */
export function ownEncodings(facts: DoctorFacts): Encoding[] {
  const channels = channelsOf(facts.problem);
  const encodings: Encoding[] = [];
  for (const [measure, encoding] of encodeChanges(facts)) {
    const price = chargesOf(channels, measure, 1);
    if (!isFree(price)) encodings.push({ rule: measure, encoding, price });
  }
  const { burden } = channels;
  const { carried } = facts.doctor;
  if (burden !== undefined && carried > 0) {
    const price = [{ channel: burden, weight: carried }];
    encodings.push({ rule: "carried", encoding: { start: () => 1 }, price });
  }
  return encodings;
}

/** The encodings of a doctor's wishes: they cost, and forbid nothing. */
export function wishEncodings(facts: DoctorFacts): Encoding[] {
  const channels = channelsOf(facts.problem);
  return facts.doctor.wishes.flatMap((wish, at) => {
    const price = chargesOf(channels, "wishes", wish.weight);
    if (isFree(price)) return [];
    return [{ rule: `wish-${at}`, encoding: encodeWish(wish, facts), price }];
  });
}

/** A wish as an encoding: how often it is not granted. */
function encodeWish(wish: Wish, facts: DoctorFacts): LineEncoding {
  if (wish.kind === "unit") {
    const wished = lookup(facts.problem).unit(wish.unit);
    return {
      place: (requirement, unit) =>
        requirement.id === wish.requirement && unit.index !== wished.index ? 1 : 0,
    };
  }
  if (wish.kind === "no-gaps") return idleEncoding;
  if (wish.kind === "stay-put") return siteChangeEncoding(facts);
  if (wish.kind === "site") return encodeSiteWish(wish, facts);
  if (wish.kind === "avoid") {
    return {
      place: (requirement, unit) =>
        (wish.requirement ?? requirement.id) === requirement.id &&
        (wish.unit ?? unit.id) === unit.id &&
        (wish.site ?? unit.site) === unit.site
          ? 1
          : 0,
    };
  }
  const first = facts.programme.requirements.findIndex(({ id }) => id === wish.first);
  return {
    asksDone: true,
    // Not granted when the stay wished to come second comes while the first is still undone.
    step: ({ stay, done }) =>
      stay.requirement.id === wish.then && (done & (1 << first)) === 0 ? 1 : 0,
  };
}

function encodeSiteWish(wish: SiteWish, { problem }: DoctorFacts): LineEncoding {
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = wish;
  const elsewhere = ({ id }: Requirement, { site }: Unit): number =>
    (wish.requirement ?? id) === id && site !== wish.site ? 1 : 0;
  if ((wish.from ?? wish.to) === undefined) return { place: elsewhere };
  const { calendar } = problem;
  return {
    stay: (stay) =>
      boundary(calendar, stay.from) < to && boundary(calendar, stay.to) > from
        ? elsewhere(stay.requirement, stay.unit)
        : 0,
  };
}
