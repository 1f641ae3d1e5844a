/** Load at units in the compact model: doctors beyond each level of a unit in a period. */
import type { Load } from "../formulation/load.ts";
import type { Collected, DoctorVariables } from "./collected.ts";
import type { Term } from "./compact-doctor.ts";

export function formulateLoad(
  { variables, rows, channels }: Collected,
  doctors: readonly DoctorVariables[],
  { tier, weight, levels }: Load,
): void {
  const costs = Array.from({ length: channels }, (_, k) => (k === tier ? weight : 0));
  levels.forEach(({ unit, comfort }, level) => {
    const here = comfort.map(() => [] as Term[]);
    for (const { variable, stay } of doctors.flatMap(({ stays }) => stays)) {
      if (stay.unit.index !== unit) continue;
      for (let t = stay.from; t < stay.to; t++) here[t]?.push({ variable, coefficient: 1 });
    }
    here.forEach((terms, t) => {
      const upper = comfort[t] ?? Number.POSITIVE_INFINITY;
      if (terms.length <= upper) return;
      const place = `${unit},${level},${t}`;
      const beyond = { name: `crowd(${place})`, upper: doctors.length, costs, doctor: undefined };
      const variable = variables.push(beyond) - 1;
      rows.push({
        name: `load(${place})`,
        terms: [...terms, { variable, coefficient: -1 }],
        lower: Number.NEGATIVE_INFINITY,
        upper,
      });
    });
  });
}
