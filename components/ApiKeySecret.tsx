import { CopyButton } from "../islands/CopyButton.tsx";
import type { NewApiKey } from "../lib/accounts/api_keys.ts";
import type { Translate } from "../locales/translate.ts";
import { ButtonLink } from "./Button.tsx";
import { Notice } from "./Notice.tsx";

/** The secret of a key, on the one page that ever shows it. */
export function ApiKeySecret({ made, t }: { made: NewApiKey; t: Translate }) {
  return (
    <>
      <h1 class="mt-12">{t("api_keys.secret_title", { name: made.name })}</h1>
      <div class="mt-4">
        <Notice kind="warn">{t("api_keys.secret_once")}</Notice>
      </div>
      <label class="label mt-5" for="secret">{t("api_keys.secret")}</label>
      <input
        id="secret"
        class="input w-full font-mono"
        value={made.key}
        readOnly
        autocomplete="off"
        spellcheck={false}
      />
      <div class="mt-2">
        <CopyButton text={made.key} word={t("api_keys.copy")} doneWord={t("api_keys.copied")} />
      </div>
      <p class="mt-5 text-fg-2">
        {made.mode === "test" ? t("api_keys.secret_test") : t("api_keys.secret_live")}
      </p>
      <p class="mt-5">
        <ButtonLink href={`/settings/keys#key-${made.id}`} kind="primary">
          {t("api_keys.secret_kept")}
        </ButtonLink>
      </p>
    </>
  );
}
