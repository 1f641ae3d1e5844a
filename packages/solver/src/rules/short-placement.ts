/**
 * A short placement (kortplacering) lies inside a longer one: right after its first part, and right before
 * its second, at the unit of the first. Together they are as long as the longer one is to be.
 *
 *   ∀ (r, f, s, ℓ): with P = the placements of f, r, s, those that are left to do:
 *     each begins on skip(the end of the one before);   unit(s) = unit(f);
 *     net[from(first of P), to(last of P)) ⊒ min(ℓ), and not so at an earlier b ∈ T for max(ℓ)
 *
 * Where f was done before the plan begins, the first of P begins with it, and s is at the unit of f.
 * Meanwhile a seat is taken where she is, at the unit of the short placement.
 * Source: two weeks at infektion within medicine, LT 2021-02, Södersjukhuset (domain.md D29 [8]).
 */
import { awaySpans, placementService, skipFixed } from "@placera/domain";
import { type Break, type DoctorCheck, doctorRule } from "./rule.ts";
import { isEnough, placementOutlasts } from "./service.ts";
import { encodeShortPlacements, formulateShortPlacements } from "./short-placement-encoding.ts";

export const shortPlacement = doctorRule<"short-placement">({
  id: "short-placement",
  expresses: ["D29"],
  statement: {
    sv: "En kortplacering ligger inuti en längre placering: direkt efter dess första del, och läkaren kommer direkt tillbaka till samma enhet; tillsammans är de så långa som den längre placeringen ska vara.",
    en: "A short placement lies inside a longer one: right after its first part, and the doctor comes right back to the same unit; together they are as long as the longer one is to be.",
  },
  mathematics:
    "∀ (r, f, s, ℓ), P = placements of f, r, s: from(Pᵢ) = skip(to(Pᵢ₋₁)) ∧ unit(s) = unit(f) ∧ net[from(P₁), to(Pₙ)) ⊒ min(ℓ) ∧ to(Pₙ) ≤ min{b ∈ T, ending an open period : net[from(P₁), b) ⊒ max(ℓ)}",

  encode: (facts) => encodeShortPlacements(facts),
  formulate: (compact, facts) => formulateShortPlacements(compact, facts),

  check(given) {
    return given.programme.shortPlacements.flatMap((inside) => breaksOf(given, inside));
  },

  met({ programme, rotation }) {
    if (programme.shortPlacements.length === 0) return undefined;
    return programme.shortPlacements.map(({ requirement, within: [first, second] }) => ({
      placements: rotation.placements.filter((each) =>
        [first, requirement, second].includes(each.requirement),
      ),
    }));
  },
});

type Inside = DoctorCheck["programme"]["shortPlacements"][number];

function breaksOf({ problem, programme, doctor, rotation }: DoctorCheck, inside: Inside): Break[] {
  const { requirement, within, length, begunAt: begun } = inside;
  const [first, second] = within;
  const { placements } = rotation;
  const away = awaySpans(programme, doctor);
  const parts = [first, requirement, second].flatMap((id) =>
    placements.filter((each) => each.requirement === id),
  );
  const breaks: Break[] = [];
  const fault = (kind: string, at: (typeof parts)[number]): void => {
    const { unit, from, to } = at;
    const params = { fault: kind, requirement };
    breaks.push({ magnitude: 1, unit, from, to, params });
  };
  parts.forEach((part, at) => {
    const before = at > 0 ? parts[at - 1]?.to : begun && rotation.start;
    if (before !== undefined && skipFixed(away, before) !== part.from) fault("apart", part);
  });
  const host = begun ?? parts.find((part) => part.requirement === first)?.unit;
  const back = parts.find((part) => part.requirement === second);
  if (back !== undefined && host !== undefined && back.unit !== host) fault("elsewhere", back);
  const [one] = parts;
  const last = parts.at(-1);
  if (length !== undefined && one !== undefined && last !== undefined && one.from < last.to) {
    const span = { from: one.from, to: last.to };
    const { calendar } = problem;
    const service = placementService(programme, doctor, span, length.min);
    if (!isEnough(calendar, doctor, service, length.min)) fault("too-short", last);
    if (placementOutlasts(calendar, programme, doctor, span, length.max)) fault("too-long", last);
  }
  return breaks;
}
