import { page } from "fresh";
import { z } from "zod";
import { AnswerList } from "../../components/AnswerList.tsx";
import { AskForm } from "../../components/AskForm.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Frame } from "../../components/Frame.tsx";
import { Notice } from "../../components/Notice.tsx";
import { PageTitle } from "../../components/PageTitle.tsx";
import { Pagination } from "../../components/Pagination.tsx";
import { define } from "../../define.ts";
import { requirePermission } from "../../lib/accounts/permissions.ts";
import { askResumes } from "../../lib/hiring/ask.ts";
import { findJobs, type FoundJob } from "../../lib/hiring/find.ts";
import { Id } from "../../lib/platform/input.ts";
import { pageFields } from "../../lib/platform/page_of.ts";
import { MAX_QUESTION } from "../../lib/talent/question.ts";
import { readQuestion } from "../../lib/talent/question_read.ts";
import { sayFault, sayQuestion } from "../../locales/ask_words.ts";
import { type Translate, translator } from "../../locales/translate.ts";
import { readQuery } from "../(_shared)/forms.ts";

const AskQuery = z.object({
  ...pageFields(10, 50),
  q: z.string().transform((q) => q.slice(0, MAX_QUESTION).trim()).default(""),
  job: z.union([z.literal("").transform(() => undefined), Id]).optional(),
});

/** So many jobs can be chosen from, the open ones first; a link may name any other. */
const MOST_JOBS = 100;

export const handler = define.handlers({
  async GET({ state: { actor, db, language }, url }) {
    requirePermission(actor, "candidates:read");
    const { q, job, ...part } = readQuery(url, AskQuery);
    const reading = readQuestion(q);
    const [answers, jobs] = await Promise.all([
      reading.question && askResumes(actor, db, { ...part, q, jobId: job }),
      findJobs(actor, db, "", MOST_JOBS),
    ]);
    const t = translator(language);
    return page({
      q,
      job,
      jobs,
      answers,
      understood: reading.question && sayQuestion(reading.question.root, t),
      faults: q === "" ? [] : reading.faults.map((fault) => sayFault(fault, t)),
    });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  const { q, job, jobs, answers, understood, faults } = data;
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={q === "" ? t("ask.title") : `${t("ask.title")}: ${q}`} t={t} />
      <div class="page">
        <div class="head head-plain">
          <h1 class="grow-1">{t("ask.title")}</h1>
        </div>
        <AskForm
          q={q}
          maxLength={MAX_QUESTION}
          job={job}
          jobs={withChosen(jobs, job, t)}
          faults={faults}
          t={t}
        />
        {q === "" && <Examples job={job} t={t} />}
        {answers && (
          <>
            <p class="mt-4 mb-2 text-fg-2">
              {t("ask.understood")} <b>{understood}</b>
            </p>
            {answers.isMore && <Notice>{t("ask.more_advice")}</Notice>}
            {answers.data.length > 0
              ? <AnswerList answers={answers.data} asked={answers.asked} t={t} />
              : (
                <EmptyState
                  title={t(answers.totalCount > 0 ? "ask.none_here" : "ask.none")}
                  advice={t("ask.none_advice")}
                />
              )}
            <Pagination {...answers} url={url} label={t("ask.pages")} t={t} />
          </>
        )}
      </div>
    </Frame>
  );
});

function Examples({ job, t }: { job: string | undefined; t: Translate }) {
  const examples = [t("ask.example"), t("ask.example_years"), t("ask.example_not")];
  return (
    <section class="mt-8" aria-label={t("ask.examples")}>
      <h2 class="mb-1">{t("ask.examples")}</h2>
      <ul class="grid gap-1">
        {examples.map((q) => (
          <li key={q}>
            <a class="link" href={`?${new URLSearchParams({ q, ...(job ? { job } : {}) })}`}>{q}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** With the job that the address names, also where it is not among the first. */
function withChosen(jobs: readonly FoundJob[], job: string | undefined, t: Translate) {
  const isThere = job === undefined || jobs.some(({ id }) => id === job);
  return isThere ? jobs : [{ id: job, title: t("ask.this_job") }, ...jobs];
}
