/** Local packs for random problems: rules beside the law and in place of what is no law. */
import type { ProblemFile, RuleMode } from "@placera/domain";
import { chance, type Draw, pick } from "./random-problem-draw.ts";

type PackFile = NonNullable<ProblemFile["localPacks"]>[number];

/** One problem in eight has a pack of its own; the adjustments then are of the packs they were drawn for. */
export function withLocalPacks(draw: Draw, problem: ProblemFile): ProblemFile {
  if (!chance(draw, 12)) return problem;
  const { id: programme, track, requirements } = pick(draw, problem.programmes);
  const source = "A small problem.";
  const stay = pick(draw, requirements);
  const length = "min" in stay.length ? stay.length.min : stay.length;
  const minimum = { sections: [pick(draw, stay.sections)], min: length };
  const rules: PackFile["rules"] = [
    { rule: "section-minima", mode: drawMode(draw), params: { pools: [minimum] }, source },
  ];
  if (chance(draw, 40)) rules.push({ rule: "start-after-degree", source });
  if (chance(draw, 40)) {
    rules.push({
      rule: "site-limit",
      mode: drawMode(draw),
      params: { max: draw.int(1, 2) },
      source,
    });
  }
  const title = { sv: "Ett paket", en: "A pack" };
  const pack = { id: "small@1", title, track, rules };
  const national = track === "AT" ? "at@2021-05" : "bt@2021";
  return {
    ...problem,
    localPacks: [chance(draw, 50) ? pack : { ...pack, programmes: [programme] }],
    rules: problem.rules?.map((each) =>
      each.rule === "section-minima" && each.programme === programme
        ? { ...each, pack: national }
        : each,
    ),
  };
}

const drawMode = (draw: Draw): RuleMode =>
  chance(draw, 50) ? "must" : { prefer: { rank: draw.int(1, 3), weight: draw.int(1, 3) } };
