import type { Delivery, DeliveryAttempt } from "../lib/accounts/webhook_log.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatDateTime, formatNumber, formatWhen } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";

export interface DeliveryLogProps {
  webhookId: string;
  deliveries: readonly Delivery[];
  /** Whether something can be sent now. */
  isActive: boolean;
  language: Language;
  t: Translate;
}

/** What was sent to a webhook and what it answered, the latest first. */
export function DeliveryLog(props: DeliveryLogProps) {
  return (
    <ol class="mt-3 border-t border-line" aria-label={props.t("webhooks.log")}>
      {props.deliveries.map((one) => <Line key={one.id} delivery={one} {...props} />)}
    </ol>
  );
}

function Line(
  { delivery, webhookId, isActive, language, t }: DeliveryLogProps & { delivery: Delivery },
) {
  const { id, event, eventId, state, isReplay, createdAt, nextAttemptAt, attempts } = delivery;
  const now = new Date();
  const last = attempts.at(-1);
  return (
    <li id={`delivery-${id}`} class="border-b border-line-faint py-3">
      <details>
        <summary class="flex min-h-10 cursor-pointer flex-wrap items-center gap-x-4 gap-y-1">
          <span class={state === "failed" ? "tag tag-stop" : "tag"}>
            {t(`webhooks.delivery_${state}`)}
          </span>
          <code class="font-mono text-sm">{event}</code>
          {isReplay && <span class="text-sm text-fg-3">{t("webhooks.replayed")}</span>}
          {last && <span class="text-sm text-fg-2">{answerOf(last, language, t)}</span>}
          <time class="ms-auto text-sm text-fg-2 tabular-nums" dateTime={createdAt}>
            {formatWhen(language, new Date(createdAt), now)}
          </time>
        </summary>
        <dl class="mt-2 grid gap-x-6 gap-y-1 text-sm phone:grid-cols-[auto_1fr]">
          <dt class="text-fg-3">webhook-id</dt>
          <dd class="wrap-anywhere font-mono text-xs">{eventId}</dd>
          {nextAttemptAt && (
            <>
              <dt class="text-fg-3">{t("webhooks.next")}</dt>
              <dd>{formatDateTime(language, new Date(nextAttemptAt))}</dd>
            </>
          )}
        </dl>
        <h3 class="mt-3 text-sm">{t("webhooks.request")}</h3>
        <Block text={JSON.stringify(delivery.request, null, 2)} label={t("webhooks.request")} />
        {attempts.map((one, index) => (
          <Attempt key={one.startedAt} number={index + 1} attempt={one} language={language} t={t} />
        ))}
      </details>
      <form
        method="post"
        action={`/settings/webhooks/${webhookId}/deliveries/${id}/replay`}
        class="mt-1"
      >
        <Button
          size="small"
          kind="quiet"
          disabled={!isActive}
          label={t("webhooks.replay_of", { event })}
        >
          {t("webhooks.replay")}
        </Button>
      </form>
    </li>
  );
}

function Attempt(
  { number, attempt, language, t }: {
    number: number;
    attempt: DeliveryAttempt;
    language: Language;
    t: Translate;
  },
) {
  const { startedAt, response } = attempt;
  return (
    <>
      <h3 class="mt-3 text-sm">
        {t("webhooks.attempt", {
          number,
          when: formatWhen(language, new Date(startedAt), new Date()),
        })}: {answerOf(attempt, language, t)}
      </h3>
      {response && <Block text={response} label={t("webhooks.response")} />}
    </>
  );
}

function answerOf(
  { status, error, durationMs }: DeliveryAttempt,
  language: Language,
  t: Translate,
): string {
  const said = error ?? t("webhooks.status", { status: status ?? 0 });
  return `${said} · ${formatNumber(language, durationMs)} ms`;
}

/** A text as it was sent; it scrolls by itself, also by keyboard. */
function Block({ text, label }: { text: string; label: string }) {
  return (
    <pre
      class="mt-1 max-h-[320px] overflow-auto rounded-md bg-fill p-3 font-mono text-xs"
      tabIndex={0}
      role="region"
      aria-label={label}
    >{text}</pre>
  );
}
