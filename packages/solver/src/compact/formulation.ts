/**
 * The compact formulation: binary start variables x[doctor, requirement, unit, section, from, to],
 * one requirement at a time, seats per period (docs/formulation.md 10). What people know, what is exported
 * as LP and MPS, and the oracle that the lines are tested against.
 */
import { boundaryAt, type Doctor, type Problem, tiersOf } from "@placera/domain";
import { createModelBuilder, type Model } from "@placera/milp";
import { type Encoding, encodingsOf, type Price, priceOf } from "../formulation/encodings.ts";
import { type DoctorFacts, doctorFacts, type Stay, stayEnds } from "../formulation/facts.ts";
import { ruleOf, UNIT_RULES } from "../rules/index.ts";
import type { DoctorRule } from "../rules/rule.ts";
import type { CompactDoctor, Term } from "./compact-doctor.ts";

interface Variable {
  readonly name: string;
  readonly upper: number;
  /** By tier. */
  readonly costs: number[];
}

interface Row {
  readonly name: string;
  readonly terms: readonly Term[];
  readonly lower: number;
  readonly upper: number;
}

/** One doctor's variables, for reading a plan back. */
export interface DoctorVariables {
  readonly doctor: Doctor;
  readonly unplaced: number;
  readonly starts: CompactDoctor["starts"];
  readonly stays: CompactDoctor["stays"];
}

export interface CompactFormulation {
  readonly doctors: readonly DoctorVariables[];
  /** The model that minimises `objective` (weights by tier) with tiers held at values. */
  model(
    objective: readonly number[],
    held: readonly { readonly tier: number; readonly value: number }[],
  ): Model;
}

export function formulateCompact(problem: Problem): CompactFormulation {
  const collected: Collected = { variables: [], rows: [], tiers: tiersOf(problem) };
  const doctors = problem.doctors.map((doctor) => formulateDoctor(problem, doctor, collected));
  formulateLimits(problem, doctors, collected);
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

interface Collected {
  readonly variables: Variable[];
  readonly rows: Row[];
  readonly tiers: readonly string[];
}

function formulateDoctor(problem: Problem, doctor: Doctor, collected: Collected): DoctorVariables {
  const facts = doctorFacts(problem, doctor);
  const encodings = encodingsOf(facts);
  const { tiers } = collected;
  const variable = (name: string, upper: number, costs?: readonly number[]): number => {
    const all = tiers.map((_, k) => costs?.[k] ?? 0);
    return collected.variables.push({ name: `${name}[${doctor.id}]`, upper, costs: all }) - 1;
  };
  const wishes = doctor.wishes.reduce((sum, { weight }) => sum + weight, 0);
  const unplaced = variable(
    "u",
    1,
    tiers.map((_, k) => (k === 0 ? 1 : k === tiers.length - 1 ? wishes : 0)),
  );
  const starts = startsOf(facts).flatMap((period) => {
    const costs = priced(encodings, tiers.length, ({ encoding }) => encoding.start?.(period) ?? 0);
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
    tiers.length,
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
      const costs = tiers.map((_, k) => (k === price.tier ? price.weight : 0));
      return [{ variable: variable(`broken(${rule},${key})`, most, costs), coefficient: 1 }];
    },
  });
  formulateBlock(compactFor("block", "must"), facts);
  for (const setting of facts.programme.rules) {
    const rule = ruleOf(setting.rule);
    if (rule.family !== "doctor") continue;
    // The parameters are the rule's own: both are looked up by its id.
    (rule as DoctorRule).formulate?.(
      compactFor(setting.rule, priceOf(setting, tiers)),
      facts,
      setting.params,
    );
  }
  for (const { rule, encoding, price } of encodings) {
    if (encoding.block !== undefined) forbidBlocks(compactFor(rule, price), encoding.block);
  }
  doctor.wishes.forEach((wish, at) => {
    if (wish.kind !== "order") return;
    const price = { tier: tiers.length - 1, weight: wish.weight };
    formulateOrderWish(compactFor(`wish-${at}`, price), wish.first, wish.then);
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
    const { tier, weight } = encoding.price;
    costs[tier] = (costs[tier] ?? 0) + magnitude * weight;
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

/** Ties the block's start and end to its stays. */
function formulateBlock(compact: CompactDoctor, { programme, periods }: DoctorFacts): void {
  const { starts, ends, stays, unplaced } = compact;
  const term = ({ variable }: { readonly variable: number }, coefficient = 1): Term => ({
    variable,
    coefficient,
  });
  const not = { variable: unplaced, coefficient: 1 };
  compact.row("start", [...starts.map((each) => term(each)), not], 1, 1);
  compact.row("end", [...ends.map((each) => term(each)), not], 1, 1);
  for (const requirement of programme.requirements) {
    const own = stays.filter(({ stay }) => stay.requirement.id === requirement.id);
    for (let t = 0; t < periods.count; t++) {
      if (own.some(({ stay }) => stay.from === t)) {
        const before = own.filter(({ stay }) => stay.from <= t).map((each) => term(each));
        const begun = starts.filter(({ period }) => period <= t).map((each) => term(each, -1));
        compact.row(
          `begun,${requirement.id},${t}`,
          [...before, ...begun],
          Number.NEGATIVE_INFINITY,
          0,
        );
      }
      if (own.some(({ stay }) => stay.to === t + 1)) {
        const after = own.filter(({ stay }) => stay.to > t).map((each) => term(each));
        const ended = ends.filter(({ period }) => period > t).map((each) => term(each, -1));
        compact.row(
          `ended,${requirement.id},${t}`,
          [...after, ...ended],
          Number.NEGATIVE_INFINITY,
          0,
        );
      }
    }
  }
  for (const end of ends) {
    const last = stays.filter(({ stay }) => stay.to === end.period).map((each) => term(each, -1));
    compact.row(`last,${end.period}`, [term(end), ...last], Number.NEGATIVE_INFINITY, 0);
  }
}

/** No start with an end that breaks the rule, or at a price. */
function forbidBlocks(
  compact: CompactDoctor,
  broken: (start: number, end: number) => number,
): void {
  const bad = compact.starts.map((start) => ({
    start,
    ends: compact.ends.filter(
      ({ period }) => period > start.period && broken(start.period, period) > 0,
    ),
  }));
  if (bad.every(({ ends }) => ends.length === 0)) return;
  const out = compact.breaks("block", 1).map((term) => ({ ...term, coefficient: -1 }));
  for (const { start, ends } of bad) {
    if (ends.length === 0) continue;
    const terms = [start, ...ends].map(({ variable }) => ({ variable, coefficient: 1 }));
    compact.row(`block,${start.period}`, [...terms, ...out], Number.NEGATIVE_INFINITY, 1);
  }
}

function formulateOrderWish(compact: CompactDoctor, first: string, then: string): void {
  const out = compact.breaks("order", 1).map((term) => ({ ...term, coefficient: -1 }));
  const later = compact.stays.filter(({ stay }) => stay.requirement.id === then);
  const earlier = compact.stays.filter(({ stay }) => stay.requirement.id === first);
  for (const t of new Set(later.map(({ stay }) => stay.from))) {
    const begun = later.filter(({ stay }) => stay.from <= t);
    const preceded = earlier.filter(({ stay }) => stay.from < t);
    const terms = [
      ...begun.map(({ variable }) => ({ variable, coefficient: 1 })),
      ...preceded.map(({ variable }) => ({ variable, coefficient: -1 })),
    ];
    compact.row(`order,${t}`, [...terms, ...out], Number.NEGATIVE_INFINITY, 0);
  }
}

function formulateLimits(
  problem: Problem,
  doctors: readonly DoctorVariables[],
  collected: Collected,
): void {
  const inForce = new Set(problem.unitRules.map(({ rule }) => rule as string));
  const trackOf = new Map(problem.programmes.map(({ id, track }) => [id, track]));
  for (const rule of UNIT_RULES) {
    if (!inForce.has(rule.id)) continue;
    for (const limit of rule.encode(problem)) {
      if (limit.kind === "base") {
        const terms = doctors.flatMap(({ doctor, stays }) => {
          if (doctor.intake !== limit.intake) return [];
          const first = stays.find(({ stay }) => stay.requirement.atBase)?.stay.requirement.id;
          return stays
            .filter(({ stay }) => stay.requirement.id === first && stay.unit.site === limit.site)
            .map(({ variable }) => ({ variable, coefficient: 1 }));
        });
        const name = `${rule.id}(${limit.intake},${limit.site})`;
        collected.rows.push({ name, terms, lower: Number.NEGATIVE_INFINITY, upper: limit.doctors });
        continue;
      }
      const byPeriod = limit.seats.map(() => [] as Term[]);
      for (const { doctor, stays } of doctors) {
        if (limit.track !== undefined && trackOf.get(doctor.programme) !== limit.track) continue;
        for (const { variable, stay } of stays) {
          if (stay.unit.index !== limit.unit) continue;
          for (let t = stay.from; t < stay.to; t++) byPeriod[t]?.push({ variable, coefficient: 1 });
        }
      }
      byPeriod.forEach((terms, t) => {
        const seats = limit.seats[t] ?? Number.POSITIVE_INFINITY;
        if (terms.length === 0 || terms.length <= seats) return;
        const unit = problem.units[limit.unit]?.id ?? "";
        const name = `${rule.id}(${unit},${limit.track ?? "all"},${t})`;
        collected.rows.push({ name, terms, lower: Number.NEGATIVE_INFINITY, upper: seats });
      });
    }
  }
}
