/** What sentences about a break are made of. */
import type { Text } from "@placera/domain";

/** By fault; `_` for rules with only one. `{unit}`, `{from}` and so on are filled in. */
export type Sentences = Readonly<Record<string, Text>>;

/** One placement, and when. */
export const PLACEMENT = {
  sv: "{requirement} på {unit} {from}–{last}",
  en: "{requirement} at {unit} {from}–{last}",
};
