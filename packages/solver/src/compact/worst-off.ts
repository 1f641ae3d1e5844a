/** The worst-off doctor in the compact model: a variable at least as large as each doctor's burden. */
import type { Channels } from "../formulation/channels.ts";
import type { Collected } from "./collected.ts";
import type { Term } from "./compact-doctor.ts";

export function formulateWorstOff(
  collected: Collected,
  { tier, weight, burden }: NonNullable<Channels["worstOff"]>,
): void {
  const { variables, rows, channels } = collected;
  const byDoctor = new Map<number, Term[]>();
  let top = 0;
  variables.forEach(({ costs, doctor, upper }, variable) => {
    const coefficient = costs[burden] ?? 0;
    if (coefficient === 0 || doctor === undefined) return;
    top += coefficient * upper;
    byDoctor.set(doctor, [...(byDoctor.get(doctor) ?? []), { variable, coefficient }]);
  });
  const costs = Array.from({ length: channels }, (_, k) => (k === tier ? weight : 0));
  const worst = variables.push({ name: "worst-off", upper: top, costs, doctor: undefined }) - 1;
  for (const [doctor, terms] of byDoctor) {
    const least: Term = { variable: worst, coefficient: -1 };
    const name = `worst-off(${doctor})`;
    rows.push({ name, terms: [...terms, least], lower: Number.NEGATIVE_INFINITY, upper: 0 });
  }
}
