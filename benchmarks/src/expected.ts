/** A fixture's `<name>.expected.json`: what is known of the answer. What it leaves out is not checked. */
import { OUTCOME_STATUSES, type OutcomeStatus, type Problem, tiersOf } from "@placera/domain";

export interface ExpectedTier {
  readonly tier: string;
  readonly value: number;
  /** The value where it is proven best; 0 where only a plan with it is known. */
  readonly bound: number;
}

export interface Expected {
  readonly status?: OutcomeStatus;
  /** First tier first; tiers after the last one given are not checked. */
  readonly tiers: readonly ExpectedTier[];
}

/**
 * Reads what is expected; keys meant for other readers are passed over. Throws when nothing in it
 * is understood, lest a file that checks nothing look like a check.
 */
export function readExpected(value: unknown, problem: Problem): Expected {
  const given = isRecord(value) ? value : {};
  const status = OUTCOME_STATUSES.find((each) => each === given["status"]);
  if (given["status"] !== undefined && status === undefined) {
    throw new Error(`expected status '${String(given["status"])}' is none there is`);
  }
  const provedBy = Array.isArray(given["provedBy"]) ? given["provedBy"] : [];
  const isProven = provedBy.some((each) => each !== "hidden-plan");
  const values = inOrder(readTiers(given["tiers"]), problem);
  const tiers = values.map((each) => ({ ...each, bound: isProven ? each.value : 0 }));
  if (status === undefined && tiers.length === 0) throw new Error("nothing is expected in it");
  return { ...(status === undefined ? {} : { status }), tiers };
}

function readTiers(value: unknown): ReadonlyMap<string, number> {
  const pairs = Object.entries(isRecord(value) ? value : {});
  return new Map(
    pairs.map(([tier, best]) => {
      if (typeof best !== "number") throw new Error(`tier '${tier}' must be a number`);
      return [tier, best];
    }),
  );
}

function inOrder(
  given: ReadonlyMap<string, number>,
  problem: Problem,
): Omit<ExpectedTier, "bound">[] {
  const tiers: readonly string[] = tiersOf(problem);
  const found: Omit<ExpectedTier, "bound">[] = [];
  for (const tier of tiers) {
    const value = given.get(tier);
    // A tier's best value means something only with all the tiers before it held.
    if (value === undefined) break;
    found.push({ tier, value });
  }
  if (found.length < given.size) {
    throw new Error(`tiers must be the first of: ${tiers.join(", ")}`);
  }
  return found;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
