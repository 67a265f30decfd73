import { type Context, page, type PageProps, type PageResponse } from "fresh";
import { z } from "zod";
import { Frame } from "../../components/Frame.tsx";
import { LetterChoice } from "../../components/LetterChoice.tsx";
import { LetterFields } from "../../components/LetterFields.tsx";
import { LetterPreview } from "../../components/LetterPreview.tsx";
import { Notice } from "../../components/Notice.tsx";
import { PageTitle } from "../../components/PageTitle.tsx";
import type { State } from "../../define.ts";
import { KeptDraft } from "../../islands/KeptDraft.tsx";
import { can } from "../../lib/accounts/permissions.ts";
import { draftLetter, type LetterDraft } from "../../lib/hiring/letter_drafts.ts";
import { MAX_LETTERS_A_DAY } from "../../lib/hiring/letter_sending.ts";
import { type Letter, LetterKind, listLetters } from "../../lib/hiring/letters.ts";
import { getResumeStage } from "../../lib/hiring/resume_stage.ts";
import { Language as LanguageOption } from "../../lib/hiring/states.ts";
import type { Language } from "../../lib/talent/types.ts";
import { formatWhen } from "../../locales/format.ts";
import { translator } from "../../locales/translate.ts";
import { pathId } from "./ids.ts";
import { LETTER_WORDS } from "./letter_words.ts";

/** A letter as it was typed, before it is checked. */
export const TypedLetter = z.object({
  kind: LetterKind,
  language: LanguageOption,
  draftKey: z.string().max(36),
  recipient: z.string().max(1000).default(""),
  subject: z.string().max(10_000).default(""),
  text: z.string().max(100_000).default("").transform((text) => text.replaceAll("\r\n", "\n")),
});
export type TypedLetter = z.infer<typeof TypedLetter>;

export interface LetterData {
  /** Null for those who may not send any. */
  readonly letter: LetterDraft | null;
  readonly isPreview: boolean;
  readonly wrong: ReadonlySet<string>;
  /** The last letter of this kind that was sent about the résumé. */
  readonly before: Letter | undefined;
  /** Whether as many letters were sent as a day allows. */
  readonly isFull: boolean;
}

export interface LetterView {
  readonly typed?: TypedLetter;
  /** Which letter is drafted where nothing was typed. */
  readonly wanted?: {
    readonly kind?: LetterKind | undefined;
    readonly language?: Language | undefined;
  };
  readonly isPreview?: boolean;
  readonly wrong?: ReadonlySet<string>;
  /** Whether it was to be sent and could not be. */
  readonly isRefused?: boolean;
}

/** The page of a letter: its form or, before it is sent, what it will say. */
export async function letterPage(
  { state: { actor, db }, params }: Context<State>,
  { typed, wanted, isPreview = false, wrong = new Set(), isRefused = false }: LetterView,
): Promise<PageResponse<LetterData>> {
  const resumeId = pathId(params.id);
  const { stage, personId } = await getResumeStage(actor, db, resumeId);
  if (!can(actor, "letters:write")) {
    const none = { letter: null, isPreview, wrong, before: undefined, isFull: false };
    return page(none, { status: 403 });
  }
  const usual = stage.decision === "rejected" ? "rejection" : "acceptance";
  const [draft, letters] = await Promise.all([
    draftLetter(actor, db, {
      resumeId,
      kind: typed?.kind ?? wanted?.kind ?? usual,
      language: typed?.language ?? wanted?.language,
    }, LETTER_WORDS),
    personId === null ? [] : listLetters(actor, db, personId),
  ]);
  const letter = { ...draft, ...typed };
  const before = letters.find((one) => one.resumeId === resumeId && one.kind === letter.kind);
  const isFull = isRefused && letter.hold === null;
  const status = wrong.size > 0 ? 422 : isRefused ? 409 : 200;
  return page({ letter, isPreview, wrong, before, isFull }, { status });
}

export function LetterPage({ data, state, url }: PageProps<LetterData, State>) {
  const { language } = state;
  const t = translator(language);
  const { letter, isPreview, wrong, before, isFull } = data;
  const title = t(isPreview ? "letter.preview_title" : "letter.write");
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={title} t={t} />
      <div class="page page-form">
        <h1 class="mt-12">{title}</h1>
        {!letter ? <p class="hint">{t("letter.read_only")}</p> : (
          <>
            <p class="mt-1 text-fg-2">
              <a class="link" href={`/resumes/${letter.resumeId}`}>
                {t("letter.about", {
                  name: letter.candidate?.name ?? t("candidate.no_name"),
                  job: letter.job.title,
                })}
              </a>{" "}
              ·{" "}
              <a class="link" href={`/jobs/${letter.job.id}/letters?kind=${letter.kind}`}>
                {t("letters.link")}
              </a>
            </p>
            {isFull && (
              <div class="mt-4">
                <Notice kind="stop">{t("letter.too_many", { count: MAX_LETTERS_A_DAY })}</Notice>
              </div>
            )}
            {before && (
              <div class="mt-4">
                <Notice>
                  {t("letter.already", {
                    who: before.sender?.name ?? t("evaluation.somebody"),
                    day: formatWhen(language, new Date(before.createdAt), new Date()),
                  })}
                </Notice>
              </div>
            )}
            {isPreview ? <LetterPreview letter={letter} t={t} /> : (
              <>
                <p class="mt-2 text-fg-2 text-pretty">{t("letter.intro")}</p>
                <LetterChoice
                  kinds={LetterKind.options}
                  languages={LanguageOption.options}
                  kind={letter.kind}
                  language={letter.language}
                  t={t}
                />
                {letter.hold && (
                  <div class="mt-4">
                    <Notice kind="warn">{t(`letter.hold_${letter.hold}`)}</Notice>
                  </div>
                )}
                <LetterFields letter={letter} wrong={wrong} t={t} />
                <KeptDraft name={draftOf(letter, state, before)} formId="letter-form" />
              </>
            )}
          </>
        )}
      </div>
    </Frame>
  );
}

/** Named by the last one that was sent, so that the next letter begins anew. */
function draftOf(
  { resumeId, kind, language }: LetterDraft,
  { actor }: State,
  before: Letter | undefined,
): string {
  return ["letter", actor.userId, resumeId, kind, language, before?.id].join(":");
}
