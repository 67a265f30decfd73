import { type Context, page, type PageProps, type PageResponse } from "fresh";
import { Frame } from "../../components/Frame.tsx";
import { PageTitle } from "../../components/PageTitle.tsx";
import { SecretOnce } from "../../components/SecretOnce.tsx";
import { SettingsNav } from "../../components/SettingsNav.tsx";
import {
  type TypedWebhook,
  WebhookForm,
  type WebhookProblem,
} from "../../components/WebhookForm.tsx";
import { WebhookList } from "../../components/WebhookList.tsx";
import type { State } from "../../define.ts";
import { can } from "../../lib/accounts/permissions.ts";
import { listWebhooks, type Webhook } from "../../lib/accounts/webhooks.ts";
import { EVENT_TYPES } from "../../lib/platform/webhooks/events.ts";
import { translator } from "../../locales/translate.ts";

export interface WebhooksData {
  /** Null for who may not see them. */
  readonly webhooks: readonly Webhook[] | null;
  readonly typed: TypedWebhook;
  readonly problems: readonly WebhookProblem[];
  /** Of the one that was just made. */
  readonly secret: string | null;
}

const NOTHING: TypedWebhook = { url: "", description: "", events: EVENT_TYPES };

/** The page of the workspace's webhooks; with what was typed when it could not be taken. */
export async function webhooksPage(
  { state: { actor, db } }: Context<State>,
  { typed = NOTHING, problems = [], secret = null }: Partial<WebhooksData> = {},
): Promise<PageResponse<WebhooksData>> {
  const webhooks = can(actor, "webhooks:write") ? await listWebhooks(actor, db) : null;
  const status = problems.length > 0 ? 422 : 200;
  return page({ webhooks, typed, problems, secret }, {
    status,
    // The secret is told once, also by a browser's way back.
    ...(secret ? { headers: { "cache-control": "no-store" } } : {}),
  });
}

export function WebhooksPage({ data, state, url }: PageProps<WebhooksData, State>) {
  const t = translator(state.language);
  const { webhooks, typed, problems, secret } = data;
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={t("webhooks.title")} t={t} />
      <div class="page page-mid">
        <SettingsNav tab="webhooks" t={t} />
        <p class="mt-4 max-w-[640px] text-fg-2 text-pretty">{t("webhooks.intro")}</p>
        {secret && <SecretOnce secret={secret} t={t} />}
        {!webhooks ? <p class="hint">{t("webhooks.read_only")}</p> : (
          <>
            {webhooks.length > 0 && (
              <WebhookList webhooks={webhooks} language={state.language} t={t} />
            )}
            <h2 class="mt-8">{t("webhooks.add_title")}</h2>
            <WebhookForm
              action="/settings/webhooks"
              typed={typed}
              problems={problems}
              events={EVENT_TYPES}
              word={t("webhooks.add")}
              t={t}
            />
          </>
        )}
      </div>
    </Frame>
  );
}
