import type { ListedBackup } from "../lib/accounts/backup_list.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatDay } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";

interface BackupsTableProps {
  backups: readonly ListedBackup[];
  language: Language;
  t: Translate;
}

/** The backups that there are, and until when; nothing where none is listed. */
export function BackupsTable({ backups, language, t }: BackupsTableProps) {
  if (backups.length === 0) return null;
  const day = (instant: string) => formatDay(language, instant.slice(0, 10));
  return (
    <section class="mt-8" aria-labelledby="backups-title">
      <h2 id="backups-title" class="mb-2 text-base font-semibold">{t("health.backups")}</h2>
      <p class="mb-2 max-w-[640px] text-fg-2 text-pretty">{t("health.backups_about")}</p>
      <table class="data-table as-blocks" role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">{t("health.backup_file")}</th>
            <th role="columnheader" scope="col">{t("health.backup_made")}</th>
            <th role="columnheader" scope="col">{t("health.backup_until")}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {backups.map(({ fileName, madeAt, keptUntil }) => (
            <tr role="row" class="row" key={`${madeAt} ${fileName}`}>
              <th role="rowheader" scope="row" class="break-words">{fileName}</th>
              <td role="cell" data-label={t("health.backup_made")}>{day(madeAt)}</td>
              <td role="cell" data-label={t("health.backup_until")}>{day(keptUntil)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
