/** Every rule pack this version knows. */
import type { RulePack } from "../rule-settings.ts";
import { at202105 } from "./at-2021-05.ts";
import { bt2021 } from "./bt-2021.ts";
import { core1 } from "./core-1.ts";

/** Always in force; problems do not name it. */
export const CORE_PACK: RulePack = core1;

/** Packs that a problem may name; of a track the newest last. */
export const RULE_PACKS: readonly RulePack[] = [at202105, bt2021];
