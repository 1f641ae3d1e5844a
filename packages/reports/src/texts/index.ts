/** The texts by language. */
import { en } from "./en.ts";
import { sv } from "./sv.ts";
import type { Language, Texts } from "./texts.ts";

const TEXTS: Readonly<Record<Language, Texts>> = { sv, en };

export const textsIn = (language: Language): Texts => TEXTS[language];
