import type { EvaluationDetail } from "../lib/hiring/evaluations.ts";
import type { Opinion, SecondOpinion, Wording } from "../lib/hiring/model/opinions.ts";
import type { Translate } from "../locales/translate.ts";
import { Icon } from "./Icon.tsx";
import { ModelState } from "./ModelState.tsx";
import { Verdict } from "./Verdict.tsx";

/** What a language model said of an evaluation. */
export interface ModelSays {
  /** Whether one may be asked. */
  readonly isOn: boolean;
  readonly opinion: SecondOpinion;
  readonly wording: Wording;
}

export interface ModelOpinionProps {
  resumeId: string;
  evaluation: EvaluationDetail;
  model: ModelSays;
  mayAsk: boolean;
  t: Translate;
}

/** A language model's opinion and words beside the engine's; nothing where there is no model. */
export function ModelOpinion({ resumeId, evaluation, model, mayAsk, t }: ModelOpinionProps) {
  const { isOn, opinion, wording } = model;
  if (!isOn && !opinion.request && !wording.request) return null;
  const ways = [
    ["opinion", opinion, t("model.ask_opinion")],
    ["wording", wording, t("model.ask_wording")],
  ] as const;
  return (
    <section aria-labelledby="model-title" id="model">
      <h2 id="model-title" class="text-sm font-semibold">{t("model.title")}</h2>
      <p class="mt-1 text-fg-2">{t("model.no_part")}</p>
      {ways.map(([kind, { request, isOutdated }]) =>
        request && (
          <ModelState
            key={kind}
            request={request}
            isOutdated={isOutdated}
            what={t(`model.of_${kind}`)}
            again={`/resumes/${resumeId}#model`}
            t={t}
          />
        )
      )}
      {isOn && mayAsk && (
        <div class="mt-2 flex flex-wrap gap-2">
          {ways.map(([kind, { request }, word]) =>
            request?.status !== "waiting" && (
              <form key={kind} method="post" action={`/resumes/${resumeId}/${kind}`}>
                <button type="submit" class="btn btn-sm">{word}</button>
              </form>
            )
          )}
        </div>
      )}
      <ul class="mt-3 grid gap-3">
        {evaluation.matches.map(({ requirement: { id, name } }) => {
          const said = opinion.opinions.find(({ requirementId }) => requirementId === id);
          const words = wording.sentences.find(({ requirementId }) => requirementId === id);
          return (said || words) && (
            <li key={id} class="min-w-0">
              <h3 class="font-medium wrap-anywhere">{name}</h3>
              {said && <Said said={said} t={t} />}
              {words && (
                <>
                  <p class="wrap-anywhere">{words.sentence}</p>
                  <p class="text-fg-2 wrap-anywhere">
                    {t("model.engine_reason", { reason: words.engineReason })}
                  </p>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Said({ said, t }: { said: Opinion; t: Translate }) {
  return (
    <>
      <p class="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span class="flex items-center gap-1">
          {t("model.engine")}
          <Verdict verdict={said.engineVerdict} word={t(`verdict.${said.engineVerdict}`)} />
        </span>
        <span class="flex items-center gap-1">
          {t("model.model")}
          {said.verdict
            ? <Verdict verdict={said.verdict} word={t(`verdict.${said.verdict}`)} />
            : <span class="tag">{t("model.unproved")}</span>}
        </span>
        {said.differs && (
          <span class="tag tag-warn flex">
            <Icon name="scale" size={13} />
            {t("model.differs")}
          </span>
        )}
      </p>
      {said.evidence.map(({ text, start }) => (
        <blockquote key={start} class="text-fg-2 wrap-anywhere">“{text}”</blockquote>
      ))}
      {said.refusedQuotes > 0 && (
        <p class="text-fg-2">{t("model.refused_quotes", { count: said.refusedQuotes })}</p>
      )}
    </>
  );
}
