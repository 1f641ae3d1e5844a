/** An issue as a sentence for the person who wrote the file. */
import { formatPath, type ProblemIssue, type ProblemIssueCode } from "../problem-issue.ts";
import { en } from "./en.ts";
import type { BadValue, IssueMessages, Told } from "./issue-messages.ts";
import { sv } from "./sv.ts";

const LANGUAGES: Readonly<Record<"sv" | "en", IssueMessages>> = { sv, en };

/** Parameters that hold words of ours rather than the writer's. */
const IN_WORDS: ReadonlySet<string> = new Set(["expected", "found", "what", "grid", "measure"]);

/** Where, what is wrong, and what to write instead. */
export function issueSentence(issue: ProblemIssue, language: "sv" | "en"): string {
  const messages = LANGUAGES[language];
  const told: Told = (param) => {
    const value = issue.params[param];
    if (value === undefined) return "";
    if (!IN_WORDS.has(param)) return String(value);
    const words = String(value).split("|");
    const said = (word: string) =>
      Object.hasOwn(messages.words, word) ? messages.words[word] : word;
    return words.map(said).join(` ${messages.or} `);
  };
  return `${formatPath(issue.path)}: ${sentence(issue.code, told, messages)}`;
}

function sentence(code: ProblemIssueCode, told: Told, messages: IssueMessages): string {
  if (code === "bad-value") return messages.badValue[told("why") as BadValue](told);
  const said = messages.sentences[code](told);
  if (code !== "rule-params") return said;
  // What is wrong with the parameter is itself an issue of shape.
  return `${said} ${sentence(told("fault") as ProblemIssueCode, told, messages)}`;
}
