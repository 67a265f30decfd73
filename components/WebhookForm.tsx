import type { EventType } from "../lib/platform/webhooks/events.ts";
import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";
import { ErrorLine, Field } from "./Field.tsx";
import { Checkbox } from "./Toggle.tsx";

/** What was typed into the form of a webhook. */
export interface TypedWebhook {
  readonly url: string;
  readonly description: string;
  readonly events: readonly string[];
}

/** What of it could not be taken; "room" when there are as many webhooks as there may be. */
export type WebhookProblem = "url" | "description" | "events" | "room";

export interface WebhookFormProps {
  action: string;
  typed: TypedWebhook;
  problems: readonly WebhookProblem[];
  /** All that can be listened to. */
  events: readonly EventType[];
  /** The words on the button. */
  word: string;
  t: Translate;
}

/** Where messages go, and which. */
export function WebhookForm(
  { action, typed, problems, events, word, t }: WebhookFormProps,
) {
  const wrong = (name: WebhookProblem) => problems.includes(name);
  return (
    <form method="post" action={action} class="mt-4 grid max-w-[640px] gap-5">
      {wrong("room") && (
        <div role="alert">
          <ErrorLine>{t("webhooks.wrong_room")}</ErrorLine>
        </div>
      )}
      <Field
        id="url"
        name="url"
        label={t("webhooks.url")}
        hint={t("webhooks.url_hint")}
        value={typed.url}
        autocomplete="off"
        placeholder="https://"
        maxLength={2048}
        required
        error={wrong("url") ? t("webhooks.wrong_url") : undefined}
      />
      <Field
        id="description"
        name="description"
        label={t("webhooks.description")}
        value={typed.description}
        autocomplete="off"
        maxLength={200}
        error={wrong("description") ? t("webhooks.wrong_description") : undefined}
      />
      <fieldset>
        <legend class="label">{t("webhooks.events")}</legend>
        <div class="grid gap-2">
          {events.map((event) => (
            <Checkbox
              key={event}
              name={`event ${event}`}
              label={t(`webhooks.event_${event}`)}
              checked={typed.events.includes(event)}
            />
          ))}
        </div>
        {wrong("events") && <ErrorLine>{t("webhooks.wrong_events")}</ErrorLine>}
      </fieldset>
      <div>
        <Button kind="primary">{word}</Button>
      </div>
    </form>
  );
}
