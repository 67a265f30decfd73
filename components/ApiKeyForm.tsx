import type { ScopeName } from "../lib/accounts/permissions.ts";
import type { Translate } from "../locales/translate.ts";
import { Button, ButtonLink } from "./Button.tsx";
import { ErrorLine, Field } from "./Field.tsx";
import { Checkbox, Choice } from "./Toggle.tsx";

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
      <Field
        id="name"
        name="name"
        label={t("api_keys.name")}
        hint={t("api_keys.name_hint")}
        value={typed.name}
        autocomplete="off"
        minLength={2}
        maxLength={60}
        required
        wrong={t("api_keys.wrong_name", { min: 2, max: 60 })}
        error={problems.includes("name")
          ? t("api_keys.wrong_name", { min: 2, max: 60 })
          : undefined}
      />
      <div>
        <Choice
          name="mode"
          legend={t("api_keys.mode")}
          value={typed.mode}
          options={[["live", t("api_keys.live")], ["test", t("api_keys.test")]]}
        />
        <p class="hint">{t("api_keys.mode_hint")}</p>
      </div>
      <fieldset aria-describedby="scopes-hint">
        <legend class="label">{t("api_keys.scopes")}</legend>
        <div class="grid grid-cols-[repeat(auto-fill,minmax(250px,1fr))] gap-x-6 gap-y-2">
          {scopes.map((scope) => (
            <Checkbox
              key={scope}
              name={`scope ${scope}`}
              label={t(`api_keys.scope_${scope}`)}
              checked={typed.scopes.includes(scope)}
            />
          ))}
        </div>
        <p class="hint" id="scopes-hint">{t("api_keys.scopes_hint")}</p>
        {problems.includes("scopes") && <ErrorLine>{t("api_keys.wrong_scopes")}</ErrorLine>}
      </fieldset>
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
