import type {
  EqualTreatment as EqualTreatmentData,
  GroupRate,
} from "../lib/hiring/equal_treatment/report.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatExact, formatNumber, formatPercent } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { ChartBars } from "./ChartBars.tsx";
import { EmptyState } from "./EmptyState.tsx";
import { sayGroup } from "./group_words.ts";
import { stageName } from "./StageWord.tsx";

interface Words {
  language: Language;
  t: Translate;
}

type Question = EqualTreatmentData["questions"][number];
type OneStage = Question["stages"][number];

/** How groups fared beside each other at each stage, by question. */
export function EqualTreatment({ report, language, t }: { report: EqualTreatmentData } & Words) {
  const { questions, least } = report;
  if (questions.length === 0) {
    return <EmptyState title={t("equal.none")} advice={t("equal.none_more")} />;
  }
  return (
    <>
      <p class="max-w-[640px] text-fg-2 text-pretty">{t("equal.how", { least })}</p>
      {questions.map((one) => (
        <section key={one.question} class="mt-6" aria-labelledby={`equal-${one.question}`}>
          <h2 id={`equal-${one.question}`} class="mb-1">{t(`group.${one.question}`)}</h2>
          {one.stages.length === 0
            ? <p class="text-fg-3">{t("equal.too_few", { least })}</p>
            : (
              <div class="report">
                {one.stages.map((stage) => (
                  <AtStage
                    key={stage.stage.id}
                    question={one.question}
                    one={stage}
                    language={language}
                    t={t}
                  />
                ))}
              </div>
            )}
        </section>
      ))}
    </>
  );
}

function AtStage(
  { question, one: { stage, groups }, language, t }:
    & { question: Question["question"]; one: OneStage }
    & Words,
) {
  const name = stageName(stage, t);
  const title = t("equal.stage", { stage: name });
  const bars = groups.map(({ group, rate }) => ({
    label: sayGroup(question, group, t),
    figure: formatPercent(language, rate),
    value: rate,
  }));
  return (
    <section class="report-part">
      <h3 class="font-medium">{title}</h3>
      <ChartBars
        sentence={`${title}: ${bars.map(({ label, figure }) => `${label} ${figure}`).join(", ")}.`}
        bars={bars}
      />
      <div class="report-table" role="region" aria-label={title} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("equal.group")}</th>
              <th scope="col" class="end">{t("equal.reached")}</th>
              <th scope="col" class="end">{t("equal.ratio")}</th>
              <th scope="col" class="end">{t("equal.p")}</th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.group}>
                <th scope="row">{sayGroup(question, group.group, t)}</th>
                <td class="end">
                  {t("equal.of", {
                    reached: formatNumber(language, group.reached),
                    applied: formatNumber(language, group.applied),
                  })}
                </td>
                <td class="end">
                  {group.impactRatio === null ? "–" : formatExact(language, group.impactRatio, 2)}
                </td>
                <td class="end">
                  {group.pValue === null ? "–" : formatExact(language, group.pValue, 3)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {groups.filter(({ isBelowFourFifths }) => isBelowFourFifths).map((group) => (
        <p key={group.group} class="mt-2">
          {t(keyOf(group), { group: sayGroup(question, group.group, t) })}
        </p>
      ))}
    </section>
  );
}

function keyOf({ isSignificant }: GroupRate): "equal.below" | "equal.below_by_chance" {
  return isSignificant ? "equal.below" : "equal.below_by_chance";
}
