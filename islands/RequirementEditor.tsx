import { type Signal, useSignal } from "@preact/signals";
import { Icon } from "../components/Icon.tsx";
import { useFieldErrors } from "../components/field_errors.ts";
import { showFigures } from "../components/head_figures.ts";
import { useJobNews } from "../components/job_events.ts";
import { useCalm } from "../components/reading_pace.ts";
import { LiveToast } from "../components/LiveToast.tsx";
import { numberRequirements } from "../components/numbering.ts";
import { Posting } from "../components/Posting.tsx";
import { showRequirements } from "../components/requirement_figures.ts";
import { RequirementRow, type RequirementTexts } from "../components/RequirementRow.tsx";
import { RequirementSection } from "../components/RequirementSection.tsx";
import { type SavedState, useRequirements } from "../components/use_requirements.ts";
import type { JobRequirement } from "../lib/hiring/requirement_rows.ts";
import type { Language, Level, Span, Weights } from "../lib/talent/types.ts";
import { formatPart } from "../locales/format.ts";
import { speaker } from "../locales/say.ts";
import type { Texts } from "../locales/translate.ts";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";

export interface RequirementEditorProps {
  jobId: string;
  description: string;
  /** The language that the description is in. */
  textLanguage: Language | null;
  /** Parts of the description that ask nothing, and words that no résumé can prove. */
  faint: Span[];
  vague: Span[];
  requirements: JobRequirement[];
  weights: Weights;
  /** What each level counts; see `levelShares()`. */
  shares: { readonly required: number; readonly niceToHave: number };
  mayEdit: boolean;
  saved: Signal<SavedState>;
  /** How many résumés are judged, and whether some of them wait to be judged anew. */
  judged: number;
  /** Counts the edits of what the job asks. */
  version: number;
  isStale: boolean;
  /** Where the news begins; see `currentChange()`. */
  since: number;
  language: Language;
  texts: RequirementTexts & Texts<"job.">;
  /** What could be sharper in the text. */
  advice: ComponentChildren;
}

/** The posting beside its requirements; each lights up with the other, and is changed in place. */
export function RequirementEditor(props: RequirementEditorProps) {
  const { jobId, language, texts, mayEdit } = props;
  const t = speaker(language, texts);
  useFieldErrors();
  const own = useSignal(0);
  const news = useSignal({
    ranked: props.isStale ? -1 : props.version,
    asked: props.version,
    outdated: props.isStale ? props.judged : 0,
    judged: props.judged,
  });
  const page = useRequirements({
    jobId,
    requirements: props.requirements,
    saved: props.saved,
    onSaved: () => own.value += 1,
    language,
    texts,
  });
  useJobNews({ jobId, since: props.since, follow: "counts" }, (told) => {
    showFigures(told);
    news.value = {
      ranked: told.rankedVersion,
      asked: told.requirementsVersion,
      outdated: told.outdated,
      judged: told.counts.done,
    };
  });
  // Own edits are known before the news of them; those of others only by the news.
  const asked = Math.max(props.version + own.value, news.value.asked);
  const isOver = news.value.ranked >= asked;
  const isKnown = news.value.asked >= asked;
  const { judged } = news.value;
  const anew: Anew = {
    isShown: judged > 0 && (asked > props.version || props.isStale),
    isOver,
    left: isOver ? 0 : isKnown ? news.value.outdated : judged,
    total: judged,
  };
  const { lit } = page;
  const shares = useSignal(props.shares);
  const list = page.list.value;
  useEffect(() => {
    if (list === props.requirements) return;
    showRequirements(list, language, texts);
    import("../lib/talent/shares.ts").then(
      ({ levelShares }) => shares.value = levelShares(list, props.weights),
      () => {}, // offline; the edit itself says so
    );
  }, [list]);
  const numbered = numberRequirements(list);
  const { required, niceToHave } = shares.value;
  const wordsShare = list.length > 0 ? 1 - required - niceToHave : 0;

  const section = (level: Level) => (
    <RequirementSection
      jobId={jobId}
      level={level}
      share={list.length > 0 ? shares.value[level === "required" ? level : "niceToHave"] : null}
      rows={numbered.filter((one) => one.level === level)}
      mayEdit={mayEdit}
      onAdd={(form) => void page.add(level, form)}
      onDrop={(id, before) => void page.move(id, level, before)}
      language={language}
      texts={texts}
    >
      {(one, at, all) => (
        <RequirementRow
          key={one.id}
          jobId={jobId}
          requirement={one}
          mayEdit={mayEdit}
          unsaved={page.unsaved.value[one.id] ?? null}
          language={language}
          texts={texts}
          lit={lit.value === one.id}
          onLight={(id) => lit.value = id}
          onChange={(patch) => void page.update(one.id, patch)}
          onRemove={() => void page.remove(one.id)}
          above={at}
          below={all.length - at - 1}
          onStep={(by, from) => page.step(one.id, by, from)}
        />
      )}
    </RequirementSection>
  );

  return (
    <div class="editor">
      <section class="requirements-pane" aria-label={t("requirements.title")}>
        {section("required")}
        {section("nice_to_have")}
        <p class="mt-5 text-xs text-fg-3">
          {wordsShare >= 0.005 && (
            <>
              {t("requirements.words_count", { share: formatPart(language, wordsShare) })}{" "}
              {mayEdit && (
                <a class="link underline" href={`/jobs/${jobId}/settings#weights`}>
                  {t("requirements.words_change")}
                </a>
              )}
              <br />
            </>
          )}
          {t("requirements.gate_about")} {t("requirements.rejudging")}
        </p>
        {props.advice}
        <JudgedAnew anew={anew} jobId={jobId} language={language} texts={texts} />
      </section>
      <section class="posting" aria-labelledby="posting-title">
        <div class="pane-tools">
          <h2 id="posting-title">{t("requirements.text")}</h2>
          <span class="max-phone:hidden">{t("requirements.underlined")}</span>
          {mayEdit && (
            <a class="link ml-auto" href={`/jobs/${jobId}/settings`}>
              {t("requirements.edit_text")}
            </a>
          )}
        </div>
        <div lang={props.textLanguage ?? undefined}>
          <Posting
            text={props.description}
            requirements={numbered}
            faint={props.faint}
            vague={props.vague}
            lit={lit.value}
            onLight={(id) => lit.value = id}
            linkWords={(number) => t("requirements.source_of", { number })}
          />
        </div>
      </section>
      <p class="sr-only" role="status">{page.said.value}</p>
      <LiveToast message={page.toast} />
    </div>
  );
}

/** How far the résumés are judged by what was changed. */
interface Anew {
  readonly isShown: boolean;
  readonly isOver: boolean;
  readonly left: number;
  readonly total: number;
}

function JudgedAnew(
  { anew, jobId, language, texts }: {
    anew: Anew;
    jobId: string;
    language: Language;
    texts: RequirementTexts;
  },
) {
  const t = speaker(language, texts);
  const { isShown, isOver, left, total } = anew;
  const words = isOver
    ? t("requirements.all_judged", { count: total })
    : t("requirements.judged_anew", { done: total - left, total });
  const calm = useCalm(isShown ? words : "");
  if (!isShown) return <p class="sr-only" role="status" />;
  return (
    <div class="banner judged-anew">
      <p class="sr-only" role="status">{calm}</p>
      {isOver ? <Icon name="check" size={14} /> : <Icon name="ring" class="spinner" size={14} />}
      <b>{words}</b>
      {!isOver && (
        <progress
          class="progress"
          value={total - left}
          max={total}
          aria-label={t("requirements.judging")}
        />
      )}
      <a class="link ml-auto" href={`/jobs/${jobId}/ranking`}>{t("requirements.to_ranking")}</a>
    </div>
  );
}
