import type { Deletion } from "../lib/hiring/privacy/deletions.ts";
import type { Keeping } from "../lib/hiring/privacy/retention.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatDay, formatNumber } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";

interface Words {
  language: Language;
  t: Translate;
}

/** Whose data goes before long, and when. */
export function DueTable({ due, language, t }: { due: readonly Keeping[] } & Words) {
  return (
    <section class="mt-8" aria-labelledby="due-title" id="due">
      <h2 id="due-title" class="mb-2 text-base font-semibold">{t("retention.due")}</h2>
      {due.length === 0
        ? <p class="text-fg-3">{t("retention.due_none")}</p>
        : (
          <table class="data-table as-blocks" role="table">
            <thead>
              <tr role="row">
                <th role="columnheader" scope="col">{t("retention.who")}</th>
                <th role="columnheader" scope="col">{t("retention.kept_until")}</th>
                <th role="columnheader" scope="col">{t("retention.deleted_on")}</th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              {due.map((one) => (
                <tr key={one.candidateId} role="row" class="row">
                  <td role="cell">
                    <a class="name" href={`/candidates/${one.candidateId}#keeping`}>
                      {one.name ?? t("candidate.no_name")}
                    </a>
                  </td>
                  <td role="cell" data-label={t("retention.kept_until")}>
                    {one.keptUntil && day(language, one.keptUntil)}
                  </td>
                  <td role="cell" data-label={t("retention.deleted_on")}>
                    {sayDeletion(one, language, t)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
    </section>
  );
}

/** When somebody's data is deleted, or why that is not settled. */
export function sayDeletion(
  { isHeld, deletedAt }: Pick<Keeping, "isHeld" | "deletedAt">,
  language: Language,
  t: Translate,
): string {
  if (isHeld) return t("retention.held");
  return deletedAt === null ? t("retention.not_warned") : day(language, deletedAt);
}

function day(language: Language, instant: string): string {
  return formatDay(language, instant.slice(0, 10));
}

/** What was deleted of whom, without their name: the proof. */
export function DeletionsTable(
  { deletions, language, t }: { deletions: readonly Deletion[] } & Words,
) {
  return (
    <section class="mt-8" aria-labelledby="deletions-title">
      <h2 id="deletions-title" class="mb-2 text-base font-semibold">{t("retention.deletions")}</h2>
      <p class="mb-2 max-w-[640px] text-fg-2 text-pretty">{t("retention.deletions_more")}</p>
      {deletions.length === 0 ? <p class="text-fg-3">{t("retention.deletions_none")}</p> : (
        <ul>
          {deletions.map((one) => (
            <li key={one.entryId} class="border-b border-line-faint py-2">
              <OneDeletion deletion={one} language={language} t={t} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function OneDeletion({ deletion, language, t }: { deletion: Deletion } & Words) {
  const { candidateId, deletedAt, deletedBy, cause, files, letters, evaluations, notes, backups } =
    deletion;
  return (
    <details>
      <summary>
        {day(language, deletedAt)} · {t(`retention.cause_${cause}`)}
        {deletedBy !== null && ` · ${deletedBy}`}
      </summary>
      <dl class="mt-2 grid gap-1 text-sm wrap-anywhere">
        <div>
          <dt class="inline text-fg-2">{t("retention.person")}:</dt>{" "}
          <dd class="inline">{candidateId}</dd>
        </div>
        {files.map(({ id, sha256 }) => (
          <div key={id}>
            <dt class="inline text-fg-2">{t("retention.file")} {id}:</dt>{" "}
            <dd class="inline">SHA-256 {sha256}</dd>
          </div>
        ))}
        <div>
          <dt class="inline text-fg-2">{t("retention.counts")}:</dt>{" "}
          <dd class="inline">
            {t("retention.counts_of", {
              evaluations: formatNumber(language, evaluations),
              notes: formatNumber(language, notes),
              letters: formatNumber(language, letters.length),
            })}
          </dd>
        </div>
        {backups.length > 0 && (
          <div>
            <dt class="text-fg-2">{t("retention.in_backups")}:</dt>
            {backups.map(({ fileName, keptUntil }) => (
              <dd key={fileName}>
                {t("retention.in_backup", { name: fileName, day: day(language, keptUntil) })}
              </dd>
            ))}
          </div>
        )}
      </dl>
    </details>
  );
}
