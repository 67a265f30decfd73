import type { TierInUse } from "../lib/accounts/tier_overview.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatNumber } from "../locales/format.ts";
import { formatSize } from "../locales/format_size.ts";
import type { Translate } from "../locales/translate.ts";

/** Tiers with their quotas, and how many have them; the name leads to its page. */
export function TiersTable(
  { tiers, language, t }: { tiers: readonly TierInUse[]; language: Language; t: Translate },
) {
  const quota = (value: number | null) =>
    value === null ? t("tiers.no_quota") : formatNumber(language, value);
  return (
    <table class="data-table as-blocks mt-4" role="table">
      <caption class="sr-only">{t("admin.tab_tiers")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{t("tiers.name")}</th>
          <th role="columnheader" scope="col">{t("tiers.quotas")}</th>
          <th role="columnheader" scope="col">{t("tiers.had_by")}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {tiers.map((tier) => (
          <tr role="row" class="row" key={tier.id}>
            <th role="rowheader" scope="row">
              <a class="link" href={`/admin/tiers/${tier.name}`}>{tier.name}</a>
              <span class="under-name">{t("tiers.limits_count", { count: tier.limits })}</span>
            </th>
            <td role="cell" class="text-fg-2 tabular-nums">
              {t("tiers.quotas_said", {
                resumes: quota(tier.monthlyResumes),
                jobs: quota(tier.monthlyJobs),
                storage: tier.storageBytes === null
                  ? t("tiers.default_quota")
                  : formatSize(language, tier.storageBytes),
              })}
            </td>
            <td role="cell" class="text-fg-2 tabular-nums">
              {t("tiers.users_count", { count: tier.users })},{" "}
              {t("tiers.workspaces_count", { count: tier.workspaces })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
