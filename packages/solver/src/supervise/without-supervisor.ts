/** What breaks when a supervisor leaves: which of her doctors others can take over, and when there is too little room. */
import {
  type Day,
  isEligible,
  isPresent,
  loadAt,
  lookup,
  type Plan,
  type Problem,
  SLOT,
  type Supervision,
  type Supervisor,
  type SupervisorId,
  type SupervisorLoss,
  slotsOf,
  supervisionFigures,
} from "@placera/domain";
import { supervisionCapacity } from "../rules/supervision-capacity.ts";

export function withoutSupervisor(problem: Problem, plan: Plan, id: SupervisorId): SupervisorLoss {
  const her = lookup(problem).supervisor(id);
  const names = (plan.supervision ?? []).filter(({ supervisor }) => supervisor === id);
  const kept = (plan.supervision ?? []).filter(({ supervisor }) => supervisor !== id);
  const desk = new Desk(problem, kept);
  const charges = names.flatMap(({ supervisor: _, ...each }) =>
    desk.takeOver(each, othersThan(problem, her, each.requirement === undefined)),
  );
  // She stays on the list, away for good: the unit still is one that names its supervisors.
  const away = {
    ...her,
    leave: [{ from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }],
  };
  const supervisors = problem.supervisors.map((each) => (each.id === id ? away : each));
  const counted = problem.unitRules.some(({ rule }) => rule === "supervision-capacity");
  const breaks = counted ? supervisionCapacity.check({ ...problem, supervisors }, plan) : [];
  const short = breaks
    .filter(({ unit }) => unit === her.unit)
    .map(({ from = 0, to = 0, doctors, params }) => ({
      from,
      to,
      load: Number(params?.["load"]),
      room: Number(params?.["room"]),
      doctors,
    }));
  return { supervisor: id, charges: charges.sort((a, b) => a.from - b.from), short };
}

/** Those who may stand in for her: at her unit, or in her region for whole blocks. */
function othersThan(problem: Problem, her: Supervisor, block: boolean): Supervisor[] {
  const regionOf = (each: Supervisor) => lookup(problem).unit(each.unit).region;
  return problem.supervisors.filter(
    (each) =>
      each.id !== her.id &&
      isEligible(each) &&
      (block ? each.main > 0 && regionOf(each) === regionOf(her) : each.unit === her.unit),
  );
}

type Vacant = Omit<Supervision, "supervisor">;
type Charge = SupervisorLoss["charges"][number];

/** Who has whom at present; it fills as doctors are taken over. */
class Desk {
  private readonly problem: Problem;
  private readonly names: Supervision[];

  constructor(problem: Problem, names: readonly Supervision[]) {
    this.problem = problem;
    this.names = [...names];
  }

  /** One for all of it where somebody can; else day by day, as few as come of keeping each while she can. */
  takeOver(vacant: Vacant, others: readonly Supervisor[]): Charge[] {
    const days = this.daysIn(vacant, others);
    const whole = others
      .filter((each) => days.every((day) => this.canTake(each, vacant, day)))
      .sort((a, b) => this.loadOf(a, vacant, days) - this.loadOf(b, vacant, days))[0];
    const charges: Charge[] = [];
    days.forEach((from, at) => {
      const to = days[at + 1] ?? vacant.to;
      const last = charges.at(-1);
      const holder = others.find(({ id }) => id === last?.by);
      const able = (each: Supervisor): boolean => this.canTake(each, vacant, from);
      const by = whole ?? (holder !== undefined && able(holder) ? holder : others.find(able));
      if (last !== undefined && last.by === by?.id) charges[charges.length - 1] = { ...last, to };
      else charges.push({ ...vacant, by: by?.id, from, to });
    });
    for (const { by, ...each } of charges) {
      if (by !== undefined) this.names.push({ ...each, supervisor: by });
    }
    return charges;
  }

  /** Days of the span on which somebody comes, goes, or has another. */
  private daysIn({ from, to }: Vacant, others: readonly Supervisor[]): Day[] {
    const own = new Set<string>(others.map(({ id }) => id));
    const days = [
      from,
      ...others.flatMap((each) => [each.from ?? from, each.to ?? from]),
      ...others.flatMap(({ leave }) => leave.flatMap((away) => [away.from, away.to])),
      ...this.names
        .filter(({ supervisor }) => own.has(supervisor))
        .flatMap((each) => [each.from, each.to]),
    ];
    return [...new Set(days)].filter((day) => from <= day && day < to).sort((a, b) => a - b);
  }

  /** Is she there, and without the heaviest of hers still with room left (named-supervisor)? */
  private canTake(other: Supervisor, vacant: Vacant, day: Day): boolean {
    if (!isPresent(other, day)) return false;
    const hers = this.loadsOn(other, vacant, day);
    const all = [...hers, this.loadFor(vacant, other)];
    const slots = this.slots(other, vacant);
    return all.reduce((sum, load) => sum + load, 0) - Math.max(...all) < slots;
  }

  private slots(other: Supervisor, { requirement }: Vacant): number {
    if (requirement === undefined) return other.main * SLOT;
    return slotsOf(other, supervisionFigures(this.problem));
  }

  private loadsOn(other: Supervisor, { requirement }: Vacant, day: Day): number[] {
    const block = requirement === undefined;
    return this.names
      .filter((each) => each.supervisor === other.id && each.from <= day && day < each.to)
      .filter((each) => (each.requirement === undefined) === block)
      .map((each) => this.loadFor(each, other));
  }

  private loadOf(other: Supervisor, vacant: Vacant, days: readonly Day[]): number {
    return days.reduce(
      (sum, day) => sum + this.loadsOn(other, vacant, day).reduce((all, load) => all + load, 0),
      0,
    );
  }

  private loadFor({ doctor, requirement }: Vacant, { unit }: Supervisor): number {
    if (requirement === undefined) return SLOT;
    const find = lookup(this.problem);
    const { track } = find.programme(find.doctor(doctor).programme);
    return loadAt(find.unit(unit), track, supervisionFigures(this.problem));
  }
}
