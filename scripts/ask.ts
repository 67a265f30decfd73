/** Answers a question from résumés in files, without services; see also scripts/rank.ts. */
import { sayFault, sayQuestion } from "../locales/ask_words.ts";
import { type Answer, answer, type AnswerQuote } from "../lib/talent/answer.ts";
import type { Question } from "../lib/talent/question.ts";
import { readQuestion } from "../lib/talent/question_read.ts";
import { translator } from "../locales/translate.ts";
import { type AskArguments, parseArguments, USAGE } from "./ask/arguments.ts";
import { BadUse } from "./rank/arguments.ts";
import { findFiles, isOtherFile, readFiles } from "./rank/files.ts";
import { Progress } from "./rank/progress.ts";
import { runReader } from "./rank/run_reader.ts";
import { sayFailure } from "./rank/words.ts";

interface Answered {
  readonly path: string;
  readonly text: string;
  readonly answer: Answer;
}

/** @throws {BadUse} If the question cannot be asked. */
function understand({ question, language }: AskArguments): Question {
  const reading = readQuestion(question);
  if (reading.question) return reading.question;
  const t = translator(language);
  const faults = reading.faults.map((fault) =>
    `${sayFault(fault, t)}\n  ${question}\n  ${" ".repeat(fault.start)}^`
  );
  throw new BadUse(faults.join("\n"));
}

/** Those that answer, the best first. */
async function askFiles(question: Question, args: AskArguments): Promise<Answered[]> {
  const files = await findFiles(args.paths, "");
  const progress = new Progress(files.length);
  const results = await readFiles(files, (done) => progress.show(done));
  progress.clear();
  const answered: Answered[] = [];
  for (const [at, result] of results.entries()) {
    if (files[at]?.isFromFolder && isOtherFile(result)) continue;
    if ("failure" in result) {
      console.error(`${result.path}: ${sayFailure(result.failure, args.language)}`);
      continue;
    }
    const { text } = result.document;
    const found = answer(question, text, args.now);
    if (found) answered.push({ path: result.path, text, answer: found });
  }
  return answered.sort((a, b) =>
    b.answer.strength - a.answer.strength || (a.path < b.path ? -1 : 1)
  );
}

function asJson(question: Question, answered: readonly Answered[], args: AskArguments): string {
  const data = answered.map(({ path, answer: { quotes, found } }, at) => ({
    rank: at + 1,
    file: path,
    quotes,
    found,
  }));
  const asked = question.asked.map(({ at, label, start, end }) => ({ at, label, start, end }));
  const understood = sayQuestion(question.root, translator(args.language));
  return JSON.stringify({ question: args.question, understood, asked, data }, null, 2);
}

function asText(question: Question, answered: readonly Answered[], args: AskArguments): string {
  const t = translator(args.language);
  const isBold = Deno.stdout.isTerminal() && !Deno.noColor;
  const head = `${t("ask.understood")} ${sayQuestion(question.root, t)}`;
  const body = answered.map(({ path, text, answer: { quotes, found } }, at) => {
    const counts = found.map(({ asked, places }) =>
      t("ask.places", { label: question.asked[asked]?.label ?? "", count: places })
    );
    const lines = quotes.map((quote) => `   “${marked(text, quote, isBold)}”`);
    return [`${at + 1}. ${path}`, `   ${counts.join(" · ")}`, ...lines].join("\n");
  });
  return [head, ...answered.length > 0 ? body : [t("ask.none")]].join("\n\n");
}

/** A quote on one line; on a terminal what shows the question is bold. */
function marked(text: string, quote: AnswerQuote, isBold: boolean): string {
  let at = quote.start;
  let line = "";
  for (const { start, end } of quote.marks) {
    const hit = text.slice(start, end);
    line += text.slice(at, start) + (isBold ? `\x1b[1m${hit}\x1b[0m` : hit);
    at = end;
  }
  return (line + text.slice(at, quote.end)).replaceAll(/\s+/gu, " ");
}

async function ask(args: AskArguments): Promise<number> {
  const question = understand(args);
  const answered = await askFiles(question, args);
  console.log((args.json ? asJson : asText)(question, answered, args));
  return answered.length > 0 ? 0 : 1;
}

if (import.meta.main) await runReader({ usage: USAGE, parse: parseArguments, run: ask });
