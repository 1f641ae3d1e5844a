/**
 * The compact formulation: binary start variables x[doctor, requirement, unit, section, from, to],
 * one requirement at a time, seats per period (docs/formulation.md 10). What people know, what is exported
 * as LP and MPS, and the oracle that the lines are tested against.
 */
import { boundaryAt, type Doctor, type Problem } from "@placera/domain";
import { createModelBuilder, type Model } from "@placera/milp";
import { formulatePeopleChanged } from "../formulation/changes.ts";
import { channelsOf, chargesOf, leftOut } from "../formulation/channels.ts";
import {
  type Encoding,
  encodingsOf,
  isFree,
  labelled,
  type Price,
  priceOf,
} from "../formulation/encodings.ts";
import { type DoctorFacts, doctorFacts, type Stay, stayEnds } from "../formulation/facts.ts";
import { loadIn } from "../formulation/load.ts";
import { formulateIdle } from "../rules/idle-time.ts";
import { ruleOf } from "../rules/index.ts";
import type { DoctorRule } from "../rules/rule.ts";
import { formulateSiteChanges } from "../rules/site-changes.ts";
import { forbidBlocks, formulateBlock, formulateOrderWish } from "./block.ts";
import type { Collected, DoctorVariables } from "./collected.ts";
import type { CompactDoctor } from "./compact-doctor.ts";
import { formulateEvenness } from "./evenness.ts";
import { formulateLimits } from "./limits.ts";
import { formulateLoad } from "./load.ts";
import { formulateWorstOff } from "./worst-off.ts";

export interface CompactFormulation {
  readonly doctors: readonly DoctorVariables[];
  /** The model that minimises `objective` (weights by tier) with tiers held at values. */
  model(
    objective: readonly number[],
    held: readonly { readonly tier: number; readonly value: number }[],
  ): Model;
}

export function formulateCompact(problem: Problem): CompactFormulation {
  const channels = channelsOf(problem);
  const { tiers, count, worstOff } = channels;
  const collected: Collected = { variables: [], rows: [], tiers, channels: count };
  const doctors = problem.doctors.map((doctor) => formulateDoctor(problem, doctor, collected));
  formulateLimits(problem, doctors, collected);
  if (worstOff !== undefined) formulateWorstOff(collected, worstOff);
  formulateEvenness(collected, doctors, channels);
  const load = loadIn(problem);
  if (load !== undefined) formulateLoad(collected, doctors, load);
  const { variables, rows } = collected;
  return {
    doctors,
    model(objective, held) {
      const builder = createModelBuilder(problem.name);
      for (const { name, upper, costs } of variables) {
        const cost = costs.reduce((sum, each, k) => sum + each * (objective[k] ?? 0), 0);
        builder.addVariable({ name, upper, cost, integer: true });
      }
      for (const { name, terms, lower, upper } of rows) {
        builder.addRow({
          name,
          terms: terms.map(({ variable, coefficient }) => [variable, coefficient] as const),
          lower,
          upper,
          mayBeEmpty: true,
        });
      }
      for (const { tier, value } of held) {
        const terms = variables.flatMap(({ costs }, at) =>
          (costs[tier] ?? 0) === 0 ? [] : [[at, costs[tier] ?? 0] as const],
        );
        builder.addRow({
          name: `held(${collected.tiers[tier]})`,
          terms,
          upper: value,
          mayBeEmpty: true,
        });
      }
      return builder.build();
    },
  };
}

function formulateDoctor(problem: Problem, doctor: Doctor, collected: Collected): DoctorVariables {
  const facts = doctorFacts(problem, doctor);
  const encodings = encodingsOf(facts);
  const channels = channelsOf(problem);
  const { count } = channels;
  const variable = (name: string, upper: number, costs?: readonly number[]): number => {
    const all = Array.from({ length: count }, (_, k) => costs?.[k] ?? 0);
    const named = { name: `${name}[${doctor.id}]`, upper, costs: all, doctor: doctor.index };
    return collected.variables.push(named) - 1;
  };
  const unplaced = variable("u", 1, leftOut(doctor, channels));
  const starts = startsOf(facts).flatMap((period) => {
    const costs = priced(encodings, count, ({ encoding }) => encoding.start?.(period) ?? 0);
    return costs === undefined ? [] : [{ period, variable: variable(`s(${period})`, 1, costs) }];
  });
  const possibleEnds = endsOf(
    facts,
    encodings,
    starts.map(({ period }) => period),
  );
  const latest = Math.max(0, ...possibleEnds);
  const stays = staysOf(
    facts,
    encodings,
    count,
    starts[0]?.period ?? facts.periods.count,
    latest,
  ).map(({ stay, costs }) => ({
    stay,
    variable: variable(
      `x(${stay.requirement.id},${stay.unit.id},${stay.section},${stay.from},${stay.to})`,
      1,
      costs,
    ),
  }));
  const endings = new Set(stays.map(({ stay }) => stay.to));
  const ends = possibleEnds
    .filter((period) => endings.has(period))
    .map((period) => ({ period, variable: variable(`e(${period})`, 1) }));

  const compactFor = (rule: string, price: Price): CompactDoctor => ({
    stays,
    starts,
    ends,
    unplaced,
    binary: (key) => variable(`${rule}(${key})`, 1),
    row: (key, terms, lower, upper) => {
      collected.rows.push({ name: `${rule}(${doctor.id},${key})`, terms, lower, upper });
    },
    breaks(key, most) {
      if (price === "must") return [];
      const costs = new Array<number>(count).fill(0);
      for (const { channel, weight } of price) costs[channel] = (costs[channel] ?? 0) + weight;
      return [{ variable: variable(`broken(${rule},${key})`, most, costs), coefficient: 1 }];
    },
  });
  formulateBlock(compactFor("block", "must"), facts);
  for (const [setting, label] of labelled(facts.programme.rules)) {
    const rule = ruleOf(setting.rule);
    const price = priceOf(setting, channels);
    if (rule.family !== "doctor" || isFree(price)) continue;
    // The parameters are the rule's own: both are looked up by its id.
    (rule as DoctorRule).formulate?.(compactFor(label, price), facts, setting.params);
  }
  const people = chargesOf(channels, "changes-people", 1);
  if (!isFree(people)) formulatePeopleChanged(compactFor("changes-people", people), facts);
  for (const { rule, encoding, price } of encodings) {
    if (encoding.block !== undefined) forbidBlocks(compactFor(rule, price), encoding.block);
  }
  doctor.wishes.forEach((wish, at) => {
    const price = chargesOf(channels, "wishes", wish.weight);
    if (isFree(price)) return;
    const compact = compactFor(`wish-${at}`, price);
    if (wish.kind === "order") formulateOrderWish(compact, wish.first, wish.then);
    if (wish.kind === "no-gaps") formulateIdle(compact, facts);
    if (wish.kind === "stay-put") formulateSiteChanges(compact);
  });
  return { doctor, unplaced, starts, stays };
}

/** Sums prices by tier; undefined where a rule that must hold is broken. */
function priced(
  encodings: readonly Encoding[],
  tiers: number,
  broken: (encoding: Encoding) => number,
): number[] | undefined {
  const costs = new Array<number>(tiers).fill(0);
  for (const encoding of encodings) {
    const magnitude = broken(encoding);
    if (magnitude === 0) continue;
    if (encoding.price === "must") return undefined;
    for (const { channel, weight } of encoding.price) {
      costs[channel] = (costs[channel] ?? 0) + magnitude * weight;
    }
  }
  return costs;
}

function startsOf({ doctor, problem }: DoctorFacts): number[] {
  const { calendar } = problem;
  const first = boundaryAt(calendar, doctor.start.earliest) ?? 0;
  const last = Math.min(boundaryAt(calendar, doctor.start.latest) ?? -1, calendar.periods - 1);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}

/** Boundaries at which some block that must-rules allow may end. */
function endsOf(
  { periods }: DoctorFacts,
  encodings: readonly Encoding[],
  starts: readonly number[],
): number[] {
  const must = encodings.filter(({ price }) => price === "must");
  return Array.from({ length: periods.count }, (_, t) => t + 1).filter((end) =>
    starts.some(
      (start) =>
        start < end && must.every(({ encoding }) => (encoding.block?.(start, end) ?? 0) === 0),
    ),
  );
}

function staysOf(
  facts: DoctorFacts,
  encodings: readonly Encoding[],
  tiers: number,
  earliest: number,
  latest: number,
): { readonly stay: Stay; readonly costs: readonly number[] }[] {
  const { problem, programme, periods } = facts;
  return programme.requirements.flatMap((requirement) =>
    problem.units.flatMap((unit) =>
      unit.sections
        .filter((section) => requirement.sections.includes(section))
        .flatMap((section) => {
          const place = priced(
            encodings,
            tiers,
            ({ encoding }) => encoding.place?.(requirement, unit, section) ?? 0,
          );
          if (place === undefined) return [];
          const found = [];
          for (let from = earliest; from < latest; from++) {
            if (!periods.open[from]) continue;
            for (const to of stayEnds(periods, from, requirement.length)) {
              if (to > latest) continue;
              const stay = { requirement, unit, section, from, to };
              const costs = priced(encodings, tiers, ({ encoding }) => encoding.stay?.(stay) ?? 0);
              if (costs !== undefined)
                found.push({ stay, costs: costs.map((cost, k) => cost + (place[k] ?? 0)) });
            }
          }
          return found;
        }),
    ),
  );
}
