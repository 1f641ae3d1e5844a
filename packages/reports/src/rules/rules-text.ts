/** Rule packs as text: each rule with its statement, how hard it is, its parameters and its source. */
import type { RuleId, RulePack, Text } from "@placera/domain";
import { inColour, plain } from "../grid/paint.ts";
import { printable, wrap } from "../printable.ts";
import { textsIn } from "../texts/index.ts";
import type { Language } from "../texts/texts.ts";
import { modeText, paramsText } from "./setting-text.ts";

/** The packs one after the other; statements come from the rules themselves. */
export function writeRulePacks(
  packs: readonly RulePack[],
  statements: ReadonlyMap<RuleId, Text>,
  {
    language,
    width = 120,
    colour = false,
  }: { readonly language: Language; readonly width?: number; readonly colour?: boolean },
): string {
  const texts = textsIn(language);
  const paint = colour ? inColour : plain;
  const lines = packs.flatMap(({ id, title, track, rules }) => [
    paint(
      "heading",
      [
        printable(id),
        ...(title === undefined ? [] : [printable(title[language])]),
        track ?? texts.compliance.allTracks,
      ].join(" · "),
    ),
    ...rules.flatMap(({ rule, class: ruleClass, mode, params, source }) => {
      const authority = `${texts.compliance.classes[ruleClass]}, ${modeText(mode, texts)}`;
      const details = [authority, paramsText(params, texts), `${printable(source)}`];
      return [
        ` ${rule}`,
        ...wrap(statements.get(rule)?.[language] ?? "", width, "   "),
        ...wrap(details.filter((each) => each !== "").join(" · "), width, "   ").map((line) =>
          paint("faint", line),
        ),
      ];
    }),
    "",
  ]);
  return `${lines.join("\n").trimEnd()}\n`;
}
