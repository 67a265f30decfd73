import type { OwnLimit } from "../lib/accounts/call_allowance.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatDuration, formatNumber } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";

/** The limits that hold for who looks, with what is left now. */
export function OwnLimits(
  { limits, language, t }: { limits: readonly OwnLimit[]; language: Language; t: Translate },
) {
  return (
    <section class="border-t border-line pt-4 pb-5">
      <h2 class="text-sm font-semibold">{t("usage.limits")}</h2>
      <p class="mt-1 mb-2 text-xs text-fg-3 text-pretty">{t("usage.limits_more")}</p>
      <table class="data-table as-blocks" role="table">
        <caption class="sr-only">{t("usage.limits")}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">{t("usage.col_limit")}</th>
            <th role="columnheader" scope="col">{t("usage.col_route")}</th>
            <th role="columnheader" scope="col" class="end">{t("usage.col_calls")}</th>
            <th role="columnheader" scope="col" class="end">{t("usage.col_left")}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {limits.map((limit) => (
            <tr role="row" class="row" key={limit.name}>
              <th role="rowheader" scope="row" class="break-all">{limit.name}</th>
              <td role="cell" class="break-all text-fg-2">
                {limit.path === null ? t("usage.elsewhere") : (
                  <>
                    {limit.method ?? t("usage.any_method")} <code>{limit.path}</code>
                  </>
                )}
              </td>
              <td role="cell" class="end tabular-nums">
                {t("usage.within", {
                  count: limit.limit,
                  period: formatPeriod(language, limit.periodSeconds),
                })}
              </td>
              <td role="cell" class="end tabular-nums">
                <span class="mr-1 hidden text-fg-3 max-phone:inline">{t("usage.col_left")}:</span>
                {formatNumber(language, limit.remaining)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** "60 seconds" where another unit would not be whole. */
function formatPeriod(language: Language, seconds: number): string {
  const unit = [86_400, 3600, 60].find((length) => seconds % length === 0);
  return unit ? formatDuration(language, seconds) : `${formatNumber(language, seconds)} s`;
}
