import type { Webhook } from "../lib/accounts/webhooks.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatDateTime } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";

export interface WebhookListProps {
  webhooks: readonly Webhook[];
  language: Language;
  t: Translate;
}

/** The webhooks of the workspace, each with what it listens to and how it does. */
export function WebhookList({ webhooks, language, t }: WebhookListProps) {
  return (
    <table class="data-table as-blocks mt-6" role="table">
      <caption class="sr-only">{t("webhooks.title")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{t("webhooks.url")}</th>
          <th role="columnheader" scope="col">{t("webhooks.events")}</th>
          <th role="columnheader" scope="col">{t("webhooks.state")}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {webhooks.map((one) => (
          <tr role="row" class="row" key={one.id}>
            <th role="rowheader" scope="row">
              <a class="row-link" href={`/settings/webhooks/${one.id}`}>
                <span class="name wrap-anywhere">{one.url}</span>
                {one.description && <span class="under-name">{one.description}</span>}
              </a>
            </th>
            <td role="cell" class="py-2 text-sm text-fg-2">
              {one.events.map((event) => t(`webhooks.event_${event}`)).join(" · ")}
            </td>
            <td role="cell" class="text-sm">
              <WebhookState webhook={one} language={language} t={t} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Whether messages are sent, and since when none was taken. */
export function WebhookState(
  { webhook, language, t }: { webhook: Webhook; language: Language; t: Translate },
) {
  const { state, failingSince } = webhook;
  const isFailing = state === "active" && failingSince !== null;
  return (
    <>
      <span class={state === "disabled" || isFailing ? "tag tag-stop" : "tag"}>
        {isFailing ? t("webhooks.state_failing") : t(`webhooks.state_${state}`)}
      </span>
      {failingSince && (
        <span class="under-name">
          {t("webhooks.failing_since", {
            when: formatDateTime(language, new Date(failingSince)),
          })}
        </span>
      )}
    </>
  );
}
