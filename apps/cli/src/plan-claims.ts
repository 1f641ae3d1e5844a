/** What a plan file says of its plan, held against the plan itself: a file can be edited. */
import type { PlanDocument, Problem, VerifiedPlan } from "@placera/domain";
import { EXIT, exitOf } from "./exit-codes.ts";

/** The claims that do not hold, by their place in the file; empty when all do. */
export function falseClaims(
  problem: Problem,
  { certificate, unplaced }: PlanDocument,
  verified: VerifiedPlan,
): string[] {
  const claims: readonly (readonly [string, boolean])[] = [
    ["certificate.tiers", sameTiers(certificate.tiers, verified.score)],
    ["certificate.status", placesAll(certificate.status) === (verified.unplaced.length === 0)],
    [
      "certificate.overrides",
      namesKnown(
        problem.programmes,
        certificate.overrides.map(({ programme }) => programme),
      ),
    ],
    [
      "unplaced",
      sameSet(
        unplaced.map(({ doctor }) => doctor),
        verified.unplaced,
      ),
    ],
    ["unplaced.reason", unplaced.every(({ reason }) => reasonKnown(problem, reason))],
  ];
  return claims.flatMap(([place, holds]) => (holds ? [] : [place]));
}

type Reason = PlanDocument["unplaced"][number]["reason"];
type Named = readonly { readonly id: string }[];

/** The values are recomputed; that no plan can be below the bounds cannot be seen from the files. */
function sameTiers(
  claimed: PlanDocument["certificate"]["tiers"],
  score: VerifiedPlan["score"],
): boolean {
  // A solve that was cut off before it had a plan says nothing of tiers.
  if (claimed.length === 0) return true;
  return (
    claimed.length === score.length &&
    claimed.every(({ tier, value, bound, proven }, at) => {
      const own = score[at];
      return (
        own?.tier === tier && own.value === value && bound <= value && (!proven || bound === value)
      );
    })
  );
}

const placesAll = (status: PlanDocument["certificate"]["status"]): boolean =>
  exitOf(status) === EXIT.plan;

function sameSet(claimed: readonly string[], own: readonly string[]): boolean {
  const wanted = new Set(own);
  return claimed.length === wanted.size && claimed.every((id) => wanted.has(id));
}

function reasonKnown(problem: Problem, reason: Reason): boolean {
  if (reason.kind !== "too-few-seats") return true;
  const { doctors, sections, points, bases } = reason;
  return (
    namesKnown(problem.doctors, doctors) &&
    namesKnown(problem.sections, sections) &&
    namesKnown(
      problem.units,
      points.map(({ unit }) => unit),
    ) &&
    namesKnown(
      problem.sites,
      bases.map(({ site }) => site),
    )
  );
}

function namesKnown(items: Named, ids: readonly string[]): boolean {
  const known = new Set(items.map(({ id }) => id));
  return ids.every((id) => known.has(id));
}
