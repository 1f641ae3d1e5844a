/** Evenness between doctors in the compact model: squares of burdens, in steps that cost ever more. */
import type { Channels, Charge } from "../formulation/channels.ts";
import type { Collected, DoctorVariables } from "./collected.ts";

export function formulateEvenness(
  collected: Collected,
  doctors: readonly DoctorVariables[],
  channels: Channels,
): void {
  const charges = channels.charges("evenness");
  const { burden } = channels;
  if (burden === undefined || charges.length === 0) return;
  for (const doctor of doctors) formulateDoctor(collected, doctor, { burden, charges });
}

/** burden ≤ grid · Σ qⱼ, with qⱼ ≤ 1 costing (grid · j)² − (grid · (j − 1))²: cheaper steps come first. */
function formulateDoctor(
  { variables, rows, channels }: Collected,
  { doctor, stays, unplaced }: DoctorVariables,
  { burden, charges }: { readonly burden: number; readonly charges: readonly Charge[] },
): void {
  const own = variables.flatMap(({ costs, doctor: whose, upper }, variable) => {
    // Leaving her out has the square of its burden as a cost already.
    const counts = whose === doctor.index && variable !== unplaced;
    const coefficient = counts ? (costs[burden] ?? 0) : 0;
    return coefficient === 0 ? [] : [{ variable, coefficient, upper }];
  });
  // Of the stays for one requirement at most one is made; whoever is left out makes none.
  const requirement = new Map(stays.map(({ variable, stay }) => [variable, stay.requirement.id]));
  const dearest = new Map<string, number>();
  let grid = 0;
  for (const { variable, coefficient, upper } of own) {
    grid = gcd(grid, coefficient);
    const key = requirement.get(variable) ?? `variable ${variable}`;
    dearest.set(key, Math.max(dearest.get(key) ?? 0, coefficient * upper));
  }
  const top = [...dearest.values()].reduce((sum, each) => sum + each, 0);
  if (grid === 0) return;
  const terms = own.map(({ variable, coefficient }) => ({ variable, coefficient }));
  for (let j = 1; j * grid <= top; j++) {
    const more = (j * grid) ** 2 - ((j - 1) * grid) ** 2;
    const costs = new Array<number>(channels).fill(0);
    for (const { channel, weight } of charges) costs[channel] = weight * more;
    const name = `evenness(${j})[${doctor.id}]`;
    const variable = variables.push({ name, upper: 1, costs, doctor: undefined }) - 1;
    terms.push({ variable, coefficient: -grid });
  }
  const name = `evenness(${doctor.id})`;
  rows.push({ name, terms, lower: Number.NEGATIVE_INFINITY, upper: 0 });
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
