import type { Language } from "../lib/talent/types.ts";
import { formatPercent } from "../locales/format.ts";
import type { EvaluationNow } from "./evaluation_state.ts";
import type { SayEvaluation } from "./evaluation_texts.ts";

/**
 * What others changed between two looks at an evaluation, in sentences.
 *
 * @returns Nothing when nobody did.
 */
export function newsWords(
  before: EvaluationNow,
  after: EvaluationNow,
  { t, language, name, whoOf, stageName }: {
    t: SayEvaluation;
    language: Language;
    name: string;
    /** Given, because the page has both: fetched with this they would be scripts of their own. */
    whoOf: (one: { isOwn: boolean; userName: string | null }, t: SayEvaluation) => string;
    stageName: (stage: EvaluationNow["stage"], t: SayEvaluation) => string;
  },
): string {
  const known = new Map(before.history.map((entry) => [entry.id, entry]));
  const who = (one: { isOwn: boolean; userName: string | null }) =>
    one.isOwn ? t("evaluation.you_elsewhere") : whoOf(one, t);
  const words: string[] = [];
  for (const entry of after.history) {
    const { requirementName, to, ended } = entry;
    if (!known.has(entry.id)) {
      words.push(t("evaluation.news_override", {
        who: who(entry),
        name: requirementName,
        verdict: t(`verdict.${to}`),
      }));
    } else if (ended && !ended.isReplaced && known.get(entry.id)?.ended === null) {
      words.push(t("evaluation.news_undone", { who: who(ended), name: requirementName }));
    }
  }
  if (after.stageVersion > before.stageVersion) {
    words.push(t("evaluation.news_stage", { name, stage: stageName(after.stage, t) }));
  }
  const { evaluation } = after;
  if (
    evaluation && before.evaluation && evaluation.score !== null &&
    evaluation.requirementsVersion !== before.evaluation.requirementsVersion
  ) {
    words.push(t("evaluation.news_judged", {
      share: formatPercent(language, evaluation.score),
      grade: evaluation.grade ?? "–",
    }));
  }
  return words.join(". ");
}
