import { page } from "fresh";
import { z } from "zod";
import { Frame } from "../../../components/Frame.tsx";
import { OwnLimits } from "../../../components/OwnLimits.tsx";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { SettingsNav } from "../../../components/SettingsNav.tsx";
import { SandboxBars, UsageBars } from "../../../components/UsageBars.tsx";
import { UsageChart } from "../../../components/UsageChart.tsx";
import { UsageTable } from "../../../components/UsageTable.tsx";
import { define } from "../../../define.ts";
import { listOwnLimits } from "../../../lib/accounts/call_allowance.ts";
import { getUsage } from "../../../lib/hiring/usage.ts";
import { formatDayOfYear, formatMonth } from "../../../locales/format.ts";
import { translator } from "../../../locales/translate.ts";
import { readQuery } from "../../(_shared)/forms.ts";

const UsageQuery = z.object({ month: z.enum(["this", "last"]).default("this") });

export const handler = define.handlers({
  async GET({ state, url }) {
    const { actor } = state;
    const { month } = readQuery(url, UsageQuery);
    const today = new Date().toISOString().slice(0, 10);
    const [usage, shown, limits] = await Promise.all([
      getUsage(actor, state, today.slice(0, 7)),
      month === "last" ? getUsage(actor, state, monthBefore(today)) : undefined,
      listOwnLimits(actor, state),
    ]);
    return page({ usage, shown: shown ?? usage, limits, today });
  },
});

export default define.page<typeof handler>(({ data: { usage, shown, ...data }, state, url }) => {
  const { language } = state;
  const t = translator(language);
  const { today, limits } = data;
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={t("usage.title")} t={t} />
      <div class="page page-mid">
        <SettingsNav tab="usage" t={t} />
        <p class="mt-4 mb-4 flex flex-wrap gap-x-4 text-fg-2">
          <span>
            {usage.tierName === null
              ? t("usage.no_tier")
              : t("usage.tier", { name: usage.tierName })}
          </span>
          <span>{t("usage.renews", { day: formatDayOfYear(language, usage.renewsOn) })}</span>
        </p>
        <UsageBars usage={usage} today={today} language={language} t={t} />
        <SandboxBars usage={usage} today={today} language={language} t={t} />
        <section class="border-t border-line pt-3.5 pb-5">
          <div class="mb-2 flex flex-wrap items-center justify-between gap-2">
            <h2 class="text-sm font-semibold">{t("usage.per_day")}</h2>
            <nav class="segments segments-sm" aria-label={t("usage.period")}>
              {[["this", today], ["last", `${monthBefore(today)}-01`]].map(([name, day = ""]) => (
                <a
                  key={name}
                  href={`?month=${name}`}
                  aria-current={day.startsWith(shown.month) ? "true" : undefined}
                >
                  {formatMonth(language, day)}
                </a>
              ))}
            </nav>
          </div>
          <UsageChart usage={shown} today={today} language={language} t={t} />
          <UsageTable usage={shown} language={language} t={t} />
        </section>
        <OwnLimits limits={limits} language={language} t={t} />
      </div>
    </Frame>
  );
});

/** The month before that of a day, `YYYY-MM`. */
function monthBefore(day: string): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 7);
}
