import type { ScopeName } from "../lib/accounts/permissions.ts";
import type { Translate } from "../locales/translate.ts";
import { ApiKeyName, ApiKeyScopes } from "./ApiKeyFields.tsx";
import { Button, ButtonLink } from "./Button.tsx";
import { ErrorLine } from "./Field.tsx";
import { Choice } from "./Toggle.tsx";

/** What was typed into the form of a new key. */
export interface TypedKey {
  readonly name: string;
  readonly mode: string;
  readonly scopes: readonly string[];
  readonly days: string;
}

export interface ApiKeyFormProps {
  typed: TypedKey;
  /** What could not be taken; "room" when there are as many keys as there may be. */
  problems: readonly ("name" | "scopes" | "room")[];
  /** All that a key may be given. */
  scopes: readonly ScopeName[];
  /** For how many days a key can be made; 0 for ever. */
  lifetimes: readonly number[];
  maxKeys: number;
  t: Translate;
}

/** Name, kind, scopes and end of a key to be made. */
export function ApiKeyForm({ typed, problems, scopes, lifetimes, maxKeys, t }: ApiKeyFormProps) {
  return (
    <form method="post" action="/settings/keys/new" class="mt-6 grid gap-6">
      {problems.includes("room") && (
        <div role="alert">
          <ErrorLine>{t("api_keys.wrong_room", { count: maxKeys })}</ErrorLine>
        </div>
      )}
      <ApiKeyName value={typed.name} isWrong={problems.includes("name")} t={t} />
      <div>
        <Choice
          name="mode"
          legend={t("api_keys.mode")}
          value={typed.mode}
          options={[["live", t("api_keys.live")], ["test", t("api_keys.test")]]}
        />
        <p class="hint">{t("api_keys.mode_hint")}</p>
      </div>
      <ApiKeyScopes
        scopes={scopes}
        chosen={typed.scopes}
        isWrong={problems.includes("scopes")}
        t={t}
      />
      <label>
        <span class="label">{t("api_keys.lifetime")}</span>
        <select class="input" name="days">
          {lifetimes.map((days) => (
            <option key={days} value={days} selected={String(days) === typed.days}>
              {days === 0 ? t("api_keys.for_ever") : t("api_keys.days", { count: days })}
            </option>
          ))}
        </select>
      </label>
      <div class="flex gap-2">
        <Button kind="primary">{t("api_keys.make")}</Button>
        <ButtonLink href="/settings/keys">{t("common.cancel")}</ButtonLink>
      </div>
    </form>
  );
}
