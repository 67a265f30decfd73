import { type Context, page } from "fresh";
import { z } from "zod";
import { EmptyState } from "../../../../components/EmptyState.tsx";
import { Frame } from "../../../../components/Frame.tsx";
import { JobHead } from "../../../../components/JobHead.tsx";
import { LetterChoice } from "../../../../components/LetterChoice.tsx";
import { type LetterLine, LettersForm } from "../../../../components/LettersForm.tsx";
import { Notice } from "../../../../components/Notice.tsx";
import { PageTitle } from "../../../../components/PageTitle.tsx";
import { define, type State } from "../../../../define.ts";
import { can } from "../../../../lib/accounts/permissions.ts";
import { getJob } from "../../../../lib/hiring/jobs.ts";
import {
  draftLetters,
  type LetterBatch,
  MOST_AT_ONCE,
  sendLetters,
} from "../../../../lib/hiring/letter_batches.ts";
import { LetterKind } from "../../../../lib/hiring/letters.ts";
import { Language } from "../../../../lib/hiring/states.ts";
import type { Language as LetterLanguage } from "../../../../lib/talent/types.ts";
import { translator } from "../../../../locales/translate.ts";
import { formFields, readQuery } from "../../../(_shared)/forms.ts";
import { pathId } from "../../../(_shared)/ids.ts";
import { LETTER_WORDS } from "../../../(_shared)/letter_words.ts";
import { checkLetters, readLetters, toLines } from "../../../(_shared)/letters_form.ts";

const LettersQuery = z.object({
  kind: LetterKind.default("rejection"),
  language: Language.optional(),
  sent: z.coerce.number().int().min(0).max(MOST_AT_ONCE).optional(),
  unsent: z.coerce.number().int().min(0).max(MOST_AT_ONCE).optional(),
});

async function lettersPage(
  { state: { actor, db }, params, url }: Context<State>,
  linesOf: (batch: LetterBatch) => LetterLine[],
  status = 200,
) {
  const query = readQuery(url, LettersQuery);
  const jobId = pathId(params.id);
  const job = await getJob(actor, db, jobId);
  if (!can(actor, "letters:write")) {
    return page({ job, ...query, lines: null, hasMore: false }, { status: 403 });
  }
  const { kind, language } = query;
  const batch = await draftLetters(actor, db, { jobId, kind, language }, LETTER_WORDS);
  return page({ job, ...query, lines: linesOf(batch), hasMore: batch.hasMore }, { status });
}

export const handler = define.handlers({
  GET: (ctx) => lettersPage(ctx, ({ data }) => toLines(data)),

  /** Sends those that are chosen; where one cannot be taken, none goes and the form says why. */
  async POST(ctx) {
    const { kind, language } = readQuery(ctx.url, LettersQuery);
    const typed = readLetters(await formFields(ctx.req)).slice(0, MOST_AT_ONCE);
    const { letters, wrong } = checkLetters(typed, kind);
    if (wrong.size > 0) {
      return lettersPage(ctx, ({ data }) => toLines(data, typed, wrong), 422);
    }
    const { actor, db } = ctx.state;
    const { sent, unsent } = await sendLetters(actor, db, pathId(ctx.params.id), letters);
    const counts = `sent=${sent.length}&unsent=${unsent.length}`;
    return ctx.redirect(`${ctx.url.pathname}?${queryOf(kind, language)}&${counts}`, 303);
  },
});

function queryOf(kind: LetterKind, language: LetterLanguage | undefined): string {
  return `kind=${kind}${language === undefined ? "" : `&language=${language}`}`;
}

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  const { job, kind, language, lines, hasMore, sent, unsent = 0 } = data;
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={`${t("letters.title")}: ${job.title}`} t={t} />
      <div class="page">
        <JobHead job={job} tab="activity" t={t} />
        <div class="max-w-[640px]">
          <h2 class="mt-4 mb-2 text-base font-semibold">{t("letters.title")}</h2>
          {lines === null ? <p class="hint">{t("letter.read_only")}</p> : (
            <>
              <p class="text-fg-2 text-pretty">{t("letters.intro", { count: MOST_AT_ONCE })}</p>
              <LetterChoice
                kinds={LetterKind.options}
                languages={Language.options}
                kind={kind}
                language={language}
                ofEach={t("letters.language_of_each")}
                t={t}
              />
              {sent !== undefined && (
                <div class="mt-4">
                  <Notice kind={unsent > 0 ? "warn" : "info"}>
                    {t("letters.sent", { count: sent })}
                    {unsent > 0 && ` ${t("letters.unsent", { count: unsent })}`}
                  </Notice>
                </div>
              )}
              {lines.length === 0
                ? (
                  <EmptyState
                    title={t("letters.none")}
                    advice={t(
                      kind === "acceptance" ? "letters.none_shortlisted" : "letters.none_rejected",
                    )}
                  />
                )
                : (
                  <LettersForm
                    action={`${url.pathname}?${queryOf(kind, language)}`}
                    lines={lines}
                    t={t}
                  />
                )}
              {hasMore && <p class="hint">{t("letters.more")}</p>}
            </>
          )}
        </div>
      </div>
    </Frame>
  );
});
