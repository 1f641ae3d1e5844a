/**
 * The slots of a relaxed graph: a kind of stay from one period to another, at places of which rules
 * remember the same. Its options are of all requirements of the kind.
 */
import type { SectionId, Unit } from "@placera/domain";
import type { Encoding } from "../formulation/encodings.ts";
import { type DoctorFacts, type Stay, stayEnds } from "../formulation/facts.ts";
import type { CostTable } from "./relaxed-costs.ts";

interface RelaxedOption {
  readonly requirement: number;
  readonly unit: Unit;
  readonly section: SectionId;
  readonly costs: number;
}

export interface RelaxedSlot {
  /** Its index among all. */
  readonly at: number;
  readonly kind: number;
  readonly from: number;
  readonly to: number;
  /** What rules remember of its places. */
  readonly key: number;
  readonly options: RelaxedOption[];
}

export interface RelaxedSlots {
  readonly all: readonly RelaxedSlot[];
  /** By the period they begin in. */
  readonly from: readonly (readonly RelaxedSlot[])[];
  /** By key: a stay that stands for all of it. */
  readonly samples: readonly Stay[];
}

export interface RelaxedSlotsParams {
  readonly facts: DoctorFacts;
  readonly units: readonly Unit[];
  readonly encodings: readonly Encoding[];
  /** Those that remember stays by their places alone. */
  readonly placed: readonly Encoding[];
  /** By requirement: of which kind it is. */
  readonly kindOf: readonly number[];
  readonly costs: CostTable;
}

export function relaxedSlots(params: RelaxedSlotsParams): RelaxedSlots {
  const { facts, encodings, kindOf, costs } = params;
  const { periods, programme } = facts;
  const { places, samples } = placesOf(params);
  const all: RelaxedSlot[] = [];
  const slotsFrom: RelaxedSlot[][] = [];
  for (let from = 0; from < periods.count; from++) {
    const here = new Map<number, RelaxedSlot>();
    slotsFrom.push([]);
    if (!periods.open[from]) continue;
    for (const requirement of programme.requirements) {
      const kind = kindOf[requirement.index] ?? 0;
      for (const to of stayEnds(periods, from, requirement.length)) {
        for (const { unit, section, cost, key } of places[requirement.index] ?? []) {
          const stay = { requirement, unit, section, from, to };
          const paid = costs.plus(cost, encodings, ({ encoding }) => encoding.stay?.(stay));
          if (paid < 0) continue;
          const id = (kind * (periods.count + 1) + to) * 1024 + key;
          let slot = here.get(id);
          if (slot === undefined) {
            slot = { at: all.length, kind, from, to, key, options: [] };
            here.set(id, slot);
            all.push(slot);
            slotsFrom[from]?.push(slot);
          }
          slot.options.push({ requirement: requirement.index, unit, section, costs: paid });
        }
      }
    }
  }
  return { all, from: slotsFrom, samples };
}

/** By requirement: where it can be done, what that costs whenever it is, and what is remembered of it. */
function placesOf({ facts, units, encodings, placed, costs }: RelaxedSlotsParams) {
  const keys = new Map<string, number>();
  const samples: Stay[] = [];
  const places = facts.programme.requirements.map((requirement) =>
    units.flatMap((unit) =>
      unit.sections.flatMap((section) => {
        if (!requirement.sections.includes(section)) return [];
        const cost = costs.of(encodings, ({ encoding }) =>
          encoding.place?.(requirement, unit, section),
        );
        if (cost < 0) return [];
        const text = placed
          .map(({ encoding }) => encoding.remembers?.(requirement, unit, section) ?? "")
          .join("|");
        let key = keys.get(text);
        if (key === undefined) {
          key = keys.size;
          keys.set(text, key);
          samples.push({ requirement, unit, section, from: 0, to: 0 });
        }
        return [{ unit, section, cost, key }];
      }),
    ),
  );
  return { places, samples };
}
