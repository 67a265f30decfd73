import { CopyButton } from "../islands/CopyButton.tsx";
import type { Translate } from "../locales/translate.ts";
import { Notice } from "./Notice.tsx";

/** The secret of a webhook, on the one page that ever shows it. */
export function SecretOnce({ secret, t }: { secret: string; t: Translate }) {
  return (
    <section class="mt-6 max-w-[640px]" aria-labelledby="secret-title">
      <h2 id="secret-title">{t("webhooks.secret_title")}</h2>
      <div class="mt-3">
        <Notice kind="warn">{t("webhooks.secret_once")}</Notice>
      </div>
      <label class="label mt-4" for="secret">{t("webhooks.secret")}</label>
      <input
        id="secret"
        class="input w-full font-mono"
        value={secret}
        readOnly
        autocomplete="off"
        spellcheck={false}
      />
      <div class="mt-2">
        <CopyButton text={secret} word={t("webhooks.copy")} doneWord={t("webhooks.copied")} />
      </div>
    </section>
  );
}
