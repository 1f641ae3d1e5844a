/** The same small problem several times over, each in regions of its own, as one problem. */
import type { ProblemFile } from "@placera/domain";

/** Ids of copy k end in `-k`. Copies share the calendar, the sections and the programmes. */
export function sideBySide(file: ProblemFile, copies: number): ProblemFile {
  const all = Array.from({ length: copies }, (_, at) => copy(file, `-${at}`));
  return {
    ...file,
    calendar: {
      ...file.calendar,
      fixedSpans: (file.calendar.fixedSpans ?? []).map((span) => {
        const { intake } = span;
        if (intake === undefined) return span;
        const ids = typeof intake === "string" ? [intake] : intake;
        return { ...span, intake: ids.flatMap((id) => all.map((_, at) => `${id}-${at}`)) };
      }),
    },
    regions: all.flatMap(({ regions }) => regions),
    sites: all.flatMap(({ sites }) => sites),
    homes: all.flatMap(({ homes }) => homes ?? []),
    units: all.flatMap(({ units }) => units),
    onCallLines: all.flatMap(({ onCallLines }) => onCallLines ?? []),
    intakes: all.flatMap(({ intakes }) => intakes ?? []),
    doctors: all.flatMap(({ doctors }) => doctors),
    supervisors: all.flatMap(({ supervisors }) => supervisors ?? []),
    ...(file.previousPlan === undefined
      ? {}
      : {
          previousPlan: {
            rotations: all.flatMap(({ previousPlan }) => previousPlan?.rotations ?? []),
          },
        }),
  };
}

/** The same without what may couple doctors of different regions, or all doctors. */
export function independent(file: ProblemFile): ProblemFile {
  const { objective: _objective, rules = [], ...rest } = file;
  const coupling = ["own-region", "least-staffing"];
  return { ...rest, rules: rules.filter(({ rule }) => !coupling.includes(rule)) };
}

function copy(file: ProblemFile, mark: string): ProblemFile {
  const own = (id: string): string => `${id}${mark}`;
  const unit = (id: string | undefined) => (id === undefined ? {} : { unit: own(id) });
  const site = (id: string | undefined) => (id === undefined ? {} : { site: own(id) });
  return {
    ...file,
    regions: file.regions.map((region) => ({ ...region, id: own(region.id) })),
    sites: file.sites.map((each) => ({ ...each, id: own(each.id), region: own(each.region) })),
    homes: (file.homes ?? []).map(({ id, minutes }) => ({
      id: own(id),
      minutes: Object.fromEntries(Object.entries(minutes).map(([at, n]) => [own(at), n])),
    })),
    units: file.units.map((each) => ({ ...each, id: own(each.id), site: own(each.site) })),
    onCallLines: (file.onCallLines ?? []).map(({ units, ...line }) => ({
      ...line,
      id: own(line.id),
      units: Array.isArray(units)
        ? units.map(own)
        : { section: units.section, site: own(units.site) },
    })),
    intakes: (file.intakes ?? []).map(({ split, ...intake }) => ({
      ...intake,
      id: own(intake.id),
      ...(split === undefined
        ? {}
        : { split: Object.fromEntries(Object.entries(split).map(([id, n]) => [own(id), n])) }),
    })),
    doctors: file.doctors.map(
      ({ intake, baseSite, home, wishes, employment, history, fixed, forbidden, ...doctor }) => ({
        ...doctor,
        id: own(doctor.id),
        region: own(doctor.region),
        ...(intake === undefined ? {} : { intake: own(intake) }),
        ...(baseSite === undefined ? {} : { baseSite: own(baseSite) }),
        ...(home === undefined ? {} : { home: own(home) }),
        wishes: (wishes ?? []).map((wish) => {
          if (wish.kind === "unit") return { ...wish, unit: own(wish.unit) };
          if (wish.kind === "site") return { ...wish, site: own(wish.site) };
          if (wish.kind !== "avoid") return wish;
          return { ...wish, ...unit(wish.unit), ...site(wish.site) };
        }),
        ...(employment === undefined
          ? {}
          : {
              employment: {
                ...employment,
                ...(employment.homeUnit === undefined
                  ? {}
                  : { homeUnit: own(employment.homeUnit) }),
              },
            }),
        ...(history === undefined
          ? {}
          : { history: history.map((each) => ({ ...each, unit: own(each.unit) })) }),
        fixed: (fixed ?? []).map((each) => ({ ...each, ...unit(each.unit) })),
        forbidden: (forbidden ?? []).map((each) => ({
          ...each,
          ...unit(each.unit),
          ...site(each.site),
        })),
      }),
    ),
    supervisors: (file.supervisors ?? []).map((each) => ({
      ...each,
      id: own(each.id),
      unit: own(each.unit),
    })),
    ...(file.previousPlan === undefined
      ? {}
      : {
          previousPlan: {
            rotations: file.previousPlan.rotations.map(({ doctor, placements, ...rotation }) => ({
              ...rotation,
              doctor: own(doctor),
              placements: placements.map((each) => ({ ...each, unit: own(each.unit) })),
            })),
          },
        }),
  };
}
