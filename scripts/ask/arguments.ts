import type { Language } from "../../lib/talent/types.ts";
import { BadUse, dayOf, languageOf, splitArguments } from "../rank/arguments.ts";

export interface AskArguments {
  readonly paths: readonly string[];
  readonly question: string;
  readonly json: boolean;
  /** The language of what is said beside the quotes. */
  readonly language: Language;
  /** YYYY-MM-DD. */
  readonly now: string;
}

export const USAGE =
  `Usage: deno task ask FILE-OR-FOLDER… "QUESTION" [--json] [--lang en|nl] [--now DATE]

Answers a question from résumés by quotes of theirs, the one that shows most first. The résumés are
PDF, DOCX or plain text; a folder stands for every such file in it. No services are needed.

A question is plain words, or AND, OR, NOT, brackets, "words together", skill:python,
years:python>3 and language:nl.

  --json        one JSON object on standard output instead of the text
  --lang en|nl  the language of what is said beside the quotes; by default English
  --now DATE    the day that "present" means, as YYYY-MM-DD; by default today (UTC)

Exits with 0 when a résumé answers, 1 when none does, 2 on bad use.`;

/**
 * Reads the command line.
 *
 * @returns "help" when only the usage was asked for.
 * @throws {BadUse} When an option is unknown or wrong, or the résumés or the question are missing.
 */
export function parseArguments(args: readonly string[]): AskArguments | "help" {
  const { values, positionals } = splitArguments(args);
  if (values.help) return "help";
  const question = positionals.at(-1);
  const paths = positionals.slice(0, -1);
  if (question === undefined || paths.length === 0) {
    throw new BadUse("Name at least one résumé or folder, and the question behind it in quotes");
  }
  return {
    paths,
    question,
    json: values.json,
    language: languageOf(values.lang) ?? "en",
    now: dayOf(values.now),
  };
}
