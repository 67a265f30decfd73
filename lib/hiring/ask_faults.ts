import { InvalidInput } from "../platform/errors.ts";
import type { QuestionFault, QuestionFaultCode } from "../talent/question.ts";

const WORDS: Readonly<Record<QuestionFaultCode, string>> = {
  empty: "must ask something",
  too_long: "is too long",
  too_many: "asks for too many things at once",
  too_deep: "has brackets too deep in each other",
  open_quote: "has a quote that is not closed",
  open_bracket: "has a bracket that is not closed",
  stray_bracket: "has a bracket that closes nothing",
  nothing_beside: "has an operator with nothing to look for on one side",
  unknown_skill: "names a skill that is not in the lexicon: ask for it as a word",
  bad_years: "has no number of years: write it like years:python>3, with >, >=, <, <= or =",
  unknown_language: "names a language that is not known: use its name or its code, like nl",
  only_not: "must also say what is looked for, beside what is not wanted",
  only_small_words: "has no word that can be looked for",
};

/** The error of a question that cannot be asked. */
export function refuseQuestion(faults: readonly QuestionFault[]): InvalidInput {
  return new InvalidInput(
    "The question cannot be asked",
    faults.map(({ code, start, text }) => ({
      pointer: "/q",
      detail: text === "" ? WORDS[code] : `${WORDS[code]}, at character ${start + 1}: ${text}`,
    })),
  );
}
