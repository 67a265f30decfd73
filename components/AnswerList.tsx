import type { AskedThing, ResumeAnswer } from "../lib/hiring/ask.ts";
import type { Translate } from "../locales/translate.ts";
import { markedQuote, quotePath } from "./ask_quotes.ts";
import { Marks } from "./Marks.tsx";

export interface AnswerListProps {
  answers: readonly ResumeAnswer[];
  asked: readonly AskedThing[];
  t: Translate;
}

/** Résumés that answer a question, each by its own words. */
export function AnswerList({ answers, asked, t }: AnswerListProps) {
  return (
    <ol class="answers" aria-label={t("ask.answers")}>
      {answers.map((answer) => (
        <li key={answer.resume.id}>
          <Head answer={answer} asked={asked} t={t} />
          <ul class="answer-quotes">
            {answer.quotes.map((quote) => (
              <li key={quote.start}>
                <a href={quotePath(answer.resume.id, quote)}>
                  <Marks parts={markedQuote(quote)} />
                </a>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Head(
  { answer, asked, t }: { answer: ResumeAnswer } & Pick<AnswerListProps, "asked" | "t">,
) {
  const { person, resume, job, found } = answer;
  const href = person ? `/candidates/${person.id}` : `/resumes/${resume.id}`;
  return (
    <div class="answer-head">
      <h2 class="min-w-0">
        <a class="hover:underline" href={href}>{person?.name ?? t("ask.no_name")}</a>
      </h2>
      <p class="under-name truncate">
        <a class="hover:underline" href={`/jobs/${job.id}/ranking`}>{job.title}</a> ·{" "}
        {resume.fileName}
      </p>
      <ul class="flex flex-wrap gap-1">
        {found.map(({ asked: at, places }) => (
          <li key={at} class="chip">
            {t("ask.places", { label: asked[at]?.label ?? "", count: places })}
          </li>
        ))}
      </ul>
    </div>
  );
}
