/**
 * Performance profile (Dolan and Moré 2002): for each contestant, the share of the runs that it
 * proved within so many times the time of whoever was fastest there.
 */
import { type FinishedRun, nameOf, proofMs } from "../run.ts";
import { type Curve, powers, svgChart } from "./svg-chart.ts";

/** A proof in less counts as this: nobody waits for the difference. */
const LEAST_MS = 10;

/** Curves of those who took part; a run that was not made, or not proven, is never within. */
export function performanceProfile(runs: readonly FinishedRun[]): Curve[] {
  const names = [...new Set(runs.map(({ contestant }) => nameOf(contestant)))].sort();
  const all = runs.map((run) => ({
    name: nameOf(run.contestant),
    what: `${run.case.name} ${run.seed} ${run.round}`,
    time: Math.max(LEAST_MS, proofMs(run) ?? Number.POSITIVE_INFINITY),
  }));
  const whats = [...new Set(all.map(({ what }) => what))];
  const fastest = new Map(
    whats.map((what) => [
      what,
      Math.min(...all.filter((run) => run.what === what).map(({ time }) => time)),
    ]),
  );
  return names.map((name) => {
    const ratios = all
      .filter((run) => run.name === name && run.time < Number.POSITIVE_INFINITY)
      .map(({ what, time }) => time / (fastest.get(what) ?? time))
      .sort((a, b) => a - b);
    const points = ratios.map((ratio, at) => [ratio, (at + 1) / whats.length] as const);
    return { name, points: [[1, 0] as const, ...points] };
  });
}

/** Undefined where fewer than two took part or nothing was proven. */
export function performanceProfileSvg(runs: readonly FinishedRun[]): string | undefined {
  const curves = performanceProfile(runs);
  const ratios = curves.flatMap(({ points }) => points.map(([ratio]) => ratio));
  if (curves.length < 2 || ratios.length === curves.length) return undefined;
  const to = Math.max(2, 2 ** Math.ceil(Math.log2(Math.max(...ratios)) + 0.1));
  const wide = to > 2 ** 8 ? 4 : 2;
  return svgChart({
    title: "Performance profile: time to proof",
    curves,
    stairs: true,
    x: {
      title: "times the fastest one's time",
      from: 1,
      to,
      log: true,
      ticks: powers(wide, 1, to),
      tickText: String,
    },
    y: {
      title: "share of the runs proven",
      from: 0,
      to: 1,
      log: false,
      ticks: [0, 0.2, 0.4, 0.6, 0.8, 1],
      tickText: (share) => `${Math.round(share * 100)} %`,
    },
  });
}
