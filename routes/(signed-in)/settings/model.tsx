import { page } from "fresh";
import { Frame } from "../../../components/Frame.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { SettingsNav } from "../../../components/SettingsNav.tsx";
import { define } from "../../../define.ts";
import { getModelBudget } from "../../../lib/hiring/model/budget.ts";
import { formatDayOfYear, formatNumber } from "../../../locales/format.ts";
import { translator } from "../../../locales/translate.ts";

const SENT = ["posting", "resume", "reasons"] as const;
const KEPT = ["person", "verdicts", "score", "others"] as const;

export const handler = define.handlers({
  async GET({ state }) {
    return page(await getModelBudget(state.actor, state));
  },
});

export default define.page<typeof handler>(({ data: budget, state, url }) => {
  const { language } = state;
  const t = translator(language);
  const number = (value: number) => formatNumber(language, value);
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={t("model.settings")} t={t} />
      <div class="page page-mid">
        <SettingsNav tab="model" t={t} />
        <h2 class="mt-4 mb-2 text-base font-semibold">{t("model.settings")}</h2>
        <Notice>
          {budget.isOn && budget.host && budget.model
            ? t("model.is_on", { host: budget.host, model: budget.model })
            : t("model.is_off")}
        </Notice>
        <section class="mt-4 grid gap-4">
          {budget.isOn && budget.monthlyTokens !== null && (
            <p>
              {t("model.use", {
                used: number(budget.usedTokens),
                limit: number(budget.monthlyTokens),
                calls: number(budget.calls),
                day: formatDayOfYear(language, budget.renewsOn),
              })}
            </p>
          )}
          <div>
            <h3 class="font-semibold">{t("model.what_is_sent")}</h3>
            <ul class="mt-1 list-disc pl-5">
              {SENT.map((one) => <li key={one}>{t(`model.sent_${one}`)}</li>)}
            </ul>
          </div>
          <div>
            <h3 class="font-semibold">{t("model.what_is_not")}</h3>
            <ul class="mt-1 list-disc pl-5">
              {KEPT.map((one) => <li key={one}>{t(`model.kept_${one}`)}</li>)}
            </ul>
          </div>
        </section>
      </div>
    </Frame>
  );
});
