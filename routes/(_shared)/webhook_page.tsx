import { type Context, page, type PageProps, type PageResponse } from "fresh";
import { z } from "zod";
import { Button } from "../../components/Button.tsx";
import { DeliveryLog } from "../../components/DeliveryLog.tsx";
import { Frame } from "../../components/Frame.tsx";
import { PageTitle } from "../../components/PageTitle.tsx";
import { Pagination } from "../../components/Pagination.tsx";
import { SecretOnce } from "../../components/SecretOnce.tsx";
import { SettingsNav } from "../../components/SettingsNav.tsx";
import {
  type TypedWebhook,
  WebhookForm,
  type WebhookProblem,
} from "../../components/WebhookForm.tsx";
import { WebhookState } from "../../components/WebhookList.tsx";
import type { State } from "../../define.ts";
import { type Delivery, listDeliveries } from "../../lib/accounts/webhook_log.ts";
import { getWebhook, type Webhook } from "../../lib/accounts/webhooks.ts";
import { type PageOf, wholeNumber } from "../../lib/platform/page_of.ts";
import { EVENT_TYPES } from "../../lib/platform/webhooks/events.ts";
import { translator } from "../../locales/translate.ts";
import { readQuery } from "./forms.ts";
import { pathId } from "./ids.ts";

const LOG_ITEMS = 20;

const LogQuery = z.object({ page: wholeNumber(1, 1_000_000, 1) });

export interface WebhookData {
  readonly webhook: Webhook;
  readonly log: PageOf<Delivery>;
  readonly typed: TypedWebhook;
  readonly problems: readonly WebhookProblem[];
  /** The new one, after a rotation. */
  readonly secret: string | null;
}

/** The page of one webhook with its log; with what was typed when it could not be taken. */
export async function webhookPage(
  { state: { actor, db }, params, url }: Context<State>,
  { typed, problems = [], secret = null }: Partial<WebhookData> = {},
): Promise<PageResponse<WebhookData>> {
  const id = pathId(params.id);
  const query = { ...readQuery(url, LogQuery), itemsPerPage: LOG_ITEMS };
  const webhook = await getWebhook(actor, db, id);
  const log = await listDeliveries(actor, db, id, query);
  const { events, description } = webhook;
  return page({
    webhook,
    log,
    typed: typed ?? { url: webhook.url, description: description ?? "", events },
    problems,
    secret,
  }, {
    status: problems.length > 0 ? 422 : 200,
    ...(secret ? { headers: { "cache-control": "no-store" } } : {}),
  });
}

export function WebhookPage({ data, state, url }: PageProps<WebhookData, State>) {
  const t = translator(state.language);
  const { webhook, log, typed, problems, secret } = data;
  const { language } = state;
  const action = `/settings/webhooks/${webhook.id}`;
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={t("webhooks.title")} t={t} />
      <div class="page page-mid">
        <SettingsNav tab="webhooks" t={t} />
        <p class="mt-4">
          <a class="link" href="/settings/webhooks">{t("webhooks.back")}</a>
        </p>
        <h2 class="mt-3 wrap-anywhere">{webhook.url}</h2>
        <p class="mt-1">
          <WebhookState webhook={webhook} language={language} t={t} />
        </p>
        {secret && <SecretOnce secret={secret} t={t} />}
        <div class="mt-4 flex flex-wrap gap-2">
          <Act action={`${action}/test`} disabled={webhook.state !== "active"}>
            {t("webhooks.test")}
          </Act>
          <Act action={`${action}/${webhook.state === "active" ? "pause" : "resume"}`}>
            {webhook.state === "active" ? t("webhooks.pause") : t("webhooks.resume")}
          </Act>
          <Act action={`${action}/rotate`}>{t("webhooks.rotate")}</Act>
        </div>
        <p class="hint">{t("webhooks.rotate_hint")}</p>
        <h2 class="mt-8" id="log">{t("webhooks.log")}</h2>
        {log.totalCount === 0
          ? <p class="mt-2 text-fg-2">{t("webhooks.log_empty")}</p>
          : (
            <DeliveryLog
              webhookId={webhook.id}
              deliveries={log.data}
              isActive={webhook.state === "active"}
              language={language}
              t={t}
            />
          )}
        <Pagination url={url} {...log} label={t("webhooks.log")} t={t} />
        <h2 class="mt-8">{t("webhooks.change_title")}</h2>
        <WebhookForm
          action={`${action}/update`}
          typed={typed}
          problems={problems}
          events={EVENT_TYPES}
          word={t("common.save")}
          t={t}
        />
        <h2 class="mt-8">{t("webhooks.remove_title")}</h2>
        <details class="mt-2">
          <summary class="link min-h-10 cursor-pointer">{t("webhooks.remove_ask")}</summary>
          <p class="mt-1 text-fg-2">{t("webhooks.remove_hint")}</p>
          <form method="post" action={`${action}/remove`} class="mt-3">
            <Button kind="danger">{t("webhooks.remove")}</Button>
          </form>
        </details>
      </div>
    </Frame>
  );
}

function Act(
  { action, disabled = false, children }: {
    action: string;
    disabled?: boolean;
    children: string;
  },
) {
  return (
    <form method="post" action={action}>
      <Button disabled={disabled}>{children}</Button>
    </form>
  );
}
