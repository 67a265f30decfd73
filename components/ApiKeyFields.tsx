import type { ScopeName } from "../lib/accounts/permissions.ts";
import type { Translate } from "../locales/translate.ts";
import { ErrorLine, Field } from "./Field.tsx";
import { Checkbox } from "./Toggle.tsx";

/** What a key is called. */
export function ApiKeyName(
  { value, isWrong, t }: { value: string; isWrong: boolean; t: Translate },
) {
  return (
    <Field
      id="name"
      name="name"
      label={t("api_keys.name")}
      hint={t("api_keys.name_hint")}
      value={value}
      autocomplete="off"
      minLength={2}
      maxLength={60}
      required
      wrong={t("api_keys.wrong_name", { min: 2, max: 60 })}
      error={isWrong ? t("api_keys.wrong_name", { min: 2, max: 60 }) : undefined}
    />
  );
}

export interface ApiKeyScopesProps {
  /** All that a key may be given. */
  scopes: readonly ScopeName[];
  chosen: readonly string[];
  isWrong: boolean;
  t: Translate;
}

/** What a key may do: fields called `scope NAME`. */
export function ApiKeyScopes({ scopes, chosen, isWrong, t }: ApiKeyScopesProps) {
  return (
    <fieldset aria-describedby="scopes-hint">
      <legend class="label">{t("api_keys.scopes")}</legend>
      <div class="grid grid-cols-[repeat(auto-fill,minmax(250px,1fr))] gap-x-6 gap-y-2">
        {scopes.map((scope) => (
          <Checkbox
            key={scope}
            name={`scope ${scope}`}
            label={t(`api_keys.scope_${scope}`)}
            checked={chosen.includes(scope)}
          />
        ))}
      </div>
      <p class="hint" id="scopes-hint">{t("api_keys.scopes_hint")}</p>
      {isWrong && <ErrorLine>{t("api_keys.wrong_scopes")}</ErrorLine>}
    </fieldset>
  );
}
