/**
 * What of a plan's claimed bounds can be computed again from the prices in its file: a second witness
 * beside the search, with no engine and nothing of the search's own code.
 */
import {
  addsUp,
  type CertifiedTier,
  type Doctor,
  type Finding,
  type PartProof,
  type Problem,
  type Rotation,
  type TierId,
  type VerifiedPlan,
} from "@placera/domain";
import { type Channels, channelsOf } from "../formulation/channels.ts";
import { type DocumentFault, documentFault } from "../verify/document-fault.ts";
import { scoreDoctor, shareOf } from "../verify/score.ts";
import { BoundContradicted } from "./bound-contradicted.ts";
import { certifyPart, type PartBounds, type Share } from "./certify-part.ts";
import { type Lanes, lanesOf } from "./lanes.ts";
import { misnamedDoctor } from "./seat-prices.ts";
import { areShared, missingAnyhow, type SoftRows, softRows } from "./soft-rows.ts";

export type Certified =
  | { readonly ok: true; readonly tiers: readonly CertifiedTier[] }
  /** Why the proofs mean nothing for this plan. */
  | { readonly ok: false; readonly fault: DocumentFault };

/** A part's bounds, and by tier what the engine claims where it closed the part. */
interface Part extends PartBounds {
  readonly closed: readonly (number | undefined)[];
}

/** Computes the bounds again. Without proofs, those that hold with every seat free. */
export function certifyBounds(
  problem: Problem,
  verified: VerifiedPlan,
  proofs: readonly PartProof[],
): Certified {
  const channels = channelsOf(problem);
  const { tiers } = channels;
  const name = misnamedDoctor(problem, proofs);
  if (name !== undefined)
    return { ok: false, fault: documentFault("proof-unknown-name", { name }) };
  if (!proofs.every((proof) => inOrder(proof, tiers))) {
    return { ok: false, fault: documentFault("proof-tiers-differ") };
  }
  const shares = sharesOf(problem, channels, verified);
  const lanes = lanesOf(problem);
  const soft = softRows(problem, lanes, verified.plan);
  const parts: Part[] = [];
  for (const proof of [...proofs, ...unproven(problem, proofs)]) {
    const part = readPart({ problem, lanes, soft, channels, shares }, proof);
    if ("code" in part) return { ok: false, fault: part };
    parts.push(part);
  }
  const byPrices = together({ problem, soft }, parts, (part, k) => part.held[k] ?? 0);
  const withEngine = together({ problem, soft }, parts, (part, k) =>
    Math.max(part.held[k] ?? 0, part.closed[k] ?? 0),
  );
  const certified = tiers.map((tier, k) => ({
    tier,
    value: verified.score[k]?.value ?? 0,
    byPrices: byPrices[k] ?? 0,
    withEngine: Math.max(byPrices[k] ?? 0, withEngine[k] ?? 0),
    ...closings(proofs, k),
  }));
  for (const each of certified) if (each.byPrices > each.value) throw new BoundContradicted(each);
  return { ok: true, tiers: certified };
}

/** Are the tiers the problem's first ones, each resting on tiers before it alone? */
function inOrder({ tiers: stated }: PartProof, tiers: readonly TierId[]): boolean {
  return stated.every(
    ({ tier, held }, k) =>
      tier === tiers[k] &&
      held.every((each, at) => {
        const before = tiers.slice(0, k) as readonly string[];
        const first = held.findIndex((other) => other.tier === each.tier);
        return before.includes(each.tier) && first === at;
      }),
  );
}

/** Each doctor's share of the plan's value, as the verifier counts it, and her burden where it counts. */
function sharesOf(
  problem: Problem,
  { worstOff }: Channels,
  { plan, findings }: VerifiedPlan,
): ReadonlyMap<string, Share> {
  const rotations = new Map(plan.rotations.map((rotation) => [rotation.doctor, rotation]));
  const own = new Map<Doctor["id"], Finding[]>();
  for (const finding of findings) {
    for (const id of finding.doctors) {
      const known = own.get(id);
      if (known === undefined) own.set(id, [finding]);
      else known.push(finding);
    }
  }
  return new Map(
    problem.doctors.map((doctor) => {
      const found = own.get(doctor.id) ?? [];
      const share = (rotation: Rotation | undefined, broken: readonly Finding[]): number[] => {
        const score = scoreDoctor(problem, doctor, rotation, broken);
        return [...shareOf(problem, score), ...(worstOff === undefined ? [] : [score.burden])];
      };
      const values = share(rotations.get(doctor.id), found);
      return [doctor.id, { doctor, values, leftOut: share(undefined, []) }];
    }),
  );
}

/** The doctors that no proof is about, as a part without prices. */
function unproven(problem: Problem, proofs: readonly PartProof[]): PartProof[] {
  const named = new Set(proofs.flatMap(({ doctors }) => doctors));
  const doctors = problem.doctors.flatMap(({ id }) => (named.has(id) ? [] : [id]));
  return doctors.length === 0 ? [] : [{ doctors, tiers: [] }];
}

function readPart(
  given: {
    readonly problem: Problem;
    readonly lanes: Lanes;
    readonly soft: SoftRows;
    readonly channels: Channels;
    readonly shares: ReadonlyMap<string, Share>;
  },
  proof: PartProof,
): Part | DocumentFault {
  const own = proof.doctors.flatMap((id) => given.shares.get(id) ?? []);
  const bounds = certifyPart({ ...given, shares: own, proofs: proof.tiers });
  if ("unknown" in bounds) return documentFault("proof-unknown-name", { name: bounds.unknown });
  for (const [k, { bound: stated, closed }] of proof.tiers.entries()) {
    const counted = (closed === undefined ? bounds.held[k] : bounds.values[k]) ?? 0;
    if (stated > counted) {
      return documentFault("bound-not-shown", {
        tier: given.channels.tiers[k] ?? "",
        stated,
        counted,
      });
    }
  }
  const closed = proof.tiers.map((tier) => (tier.closed === undefined ? undefined : tier.bound));
  return { ...bounds, closed };
}

/**
 * The parts' bounds added up. In a plan that is as good as this one in the tiers before, a part may
 * cost more there than its share here just as far as the others may cost less: a bound that holds it
 * to its share is sound where the others are proven to be best in all those tiers. Elsewhere the part
 * counts with what it costs at least with every seat free; so do all in a tier that looks at the
 * worst-off doctor, where more than one part may have her, and in those that count doctors too many or
 * too few at units, where more than one part may have them there.
 */
function together(
  { problem, soft }: { readonly problem: Problem; readonly soft: SoftRows },
  parts: readonly Part[],
  bound: (part: Part, tier: number) => number,
): number[] {
  const apart = parts.filter(({ bears }) => bears).length > 1;
  const reached = parts.map((part) => part.reached);
  const anyone = new Map(reached.flatMap((part) => [...part]));
  // By tier: how much below the plan's value the parts may be together, and each of them.
  const gaps: { readonly all: number; readonly of: readonly number[] }[] = [];
  return problem.objective.tiers.map((tier, k) => {
    const adds = (addsUp(tier) || !apart) && !areShared(soft, reached, k);
    const bounds = parts.map((part, at) => {
      const held = adds && gaps.every(({ all, of }) => all === of[at]);
      return held ? bound(part, k) : (part.free[k] ?? 0);
    });
    const of = parts.map(({ values }, at) => (values[k] ?? 0) - (bounds[at] ?? 0));
    // A gap that is not known is equal to none.
    gaps.push({ all: adds ? of.reduce((sum, gap) => sum + gap, 0) : Number.NaN, of });
    return bounds.reduce((sum, each) => sum + each, missingAnyhow(soft, anyone, k));
  });
}

function closings(proofs: readonly PartProof[], k: number): Pick<CertifiedTier, "closed"> {
  const closed = proofs.flatMap(({ tiers }) => tiers[k]?.closed ?? []);
  if (closed.length === 0) return {};
  const engine = [...new Set(closed.map((each) => each.engine))].join(", ");
  const nodes = closed.reduce((sum, each) => sum + each.nodes, 0);
  return { closed: { parts: closed.length, nodes, engine } };
}
