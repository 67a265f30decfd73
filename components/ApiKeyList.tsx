import type { ApiKey } from "../lib/accounts/api_keys.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatDay, formatWhen } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { ButtonLink } from "./Button.tsx";

export interface ApiKeyListProps {
  keys: readonly ApiKey[];
  language: Language;
  t: Translate;
}

/** The keys of the workspace with what each may do; those that have ended stay to be looked up. */
export function ApiKeyList({ keys, language, t }: ApiKeyListProps) {
  return (
    <ul class="mt-6 border-t border-line" aria-label={t("api_keys.title")}>
      {keys.map((key) => <Line key={key.id} apiKey={key} language={language} t={t} />)}
    </ul>
  );
}

function Line({ apiKey, language, t }: { apiKey: ApiKey; language: Language; t: Translate }) {
  const { id, name, mode, lastFour, scopes } = apiKey;
  const end = endOf(apiKey, language, t);
  return (
    <li
      id={`key-${id}`}
      class="flex flex-wrap items-start gap-x-6 gap-y-2 border-b border-line-faint py-4"
    >
      <div class="min-w-0 flex-[1_1_320px]">
        <h2 class="flex flex-wrap items-center gap-2 text-base">
          <span class="min-w-0 wrap-anywhere">{name}</span>
          {mode === "test" && <span class="tag">{t("api_keys.test")}</span>}
          {end && <span class="tag tag-stop">{end}</span>}
        </h2>
        <p class="text-fg-2 text-sm">
          <code class="font-mono text-xs">tc_{mode}_…{lastFour}</code> ·{" "}
          {usesOf(apiKey, language, t)}
        </p>
        <p class="mt-1 text-sm text-fg-3">
          {scopes.map((scope) => t(`api_keys.scope_${scope}`)).join(" · ")}
        </p>
      </div>
      {!end && (
        <div class="flex gap-2">
          <ButtonLink
            href={`/settings/keys/${id}/update`}
            size="small"
            label={t("api_keys.change_name", { name })}
          >
            {t("api_keys.change")}
          </ButtonLink>
          <ButtonLink
            href={`/settings/keys/${id}/rotate`}
            size="small"
            label={t("api_keys.rotate_name", { name })}
          >
            {t("api_keys.rotate")}
          </ButtonLink>
          <ButtonLink
            href={`/settings/keys/${id}/revoke`}
            size="small"
            label={t("api_keys.revoke_name", { name })}
          >
            {t("api_keys.revoke")}
          </ButtonLink>
        </div>
      )}
    </li>
  );
}

/** That a key does not hold any more, and since when; null while it does. */
function endOf({ revokedAt, expiresAt }: ApiKey, language: Language, t: Translate): string | null {
  if (revokedAt) return t("api_keys.revoked_on", { day: dayOf(revokedAt, language) });
  const isOver = expiresAt !== null && Date.parse(expiresAt) <= Date.now();
  return isOver ? t("api_keys.expired_on", { day: dayOf(expiresAt, language) }) : null;
}

function usesOf(key: ApiKey, language: Language, t: Translate): string {
  const { createdBy, createdAt, lastUsedAt, expiresAt, previousUntil, revokedAt } = key;
  const day = dayOf(createdAt, language);
  const parts = [
    createdBy ? t("api_keys.made_by", { name: createdBy, day }) : t("api_keys.made", { day }),
    lastUsedAt
      ? t("api_keys.last_used", { when: formatWhen(language, new Date(lastUsedAt), new Date()) })
      : t("api_keys.never_used"),
  ];
  if (revokedAt) return parts.join(" · ");
  if (expiresAt) parts.push(t("api_keys.until", { day: dayOf(expiresAt, language) }));
  if (previousUntil) {
    parts.push(t("api_keys.previous_until", { day: dayOf(previousUntil, language) }));
  }
  return parts.join(" · ");
}

function dayOf(instant: string, language: Language): string {
  return formatDay(language, instant.slice(0, 10));
}
