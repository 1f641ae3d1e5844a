/** The program's texts by language. */
import type { Language } from "@placera/reports";
import { en } from "./en.ts";
import { sv } from "./sv.ts";
import type { Texts } from "./texts.ts";

const TEXTS: Readonly<Record<Language, Texts>> = { sv, en };

export const textsIn = (language: Language): Texts => TEXTS[language];
