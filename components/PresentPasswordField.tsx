import type { Translate } from "../locales/translate.ts";
import { ShowPassword } from "../islands/ShowPassword.tsx";
import { Field } from "./Field.tsx";

export interface PresentPasswordFieldProps {
  id: string;
  name: string;
  /** When it is needed, where that is not always. */
  hint?: string;
  error: string | undefined;
  t: Translate;
}

/** The password that one has, asked for before something that matters. */
export function PresentPasswordField({ hint, t, ...field }: PresentPasswordFieldProps) {
  const isOptional = hint !== undefined;
  return (
    <Field
      {...field}
      type="password"
      label={t("account.current")}
      autocomplete="current-password"
      maxLength={1024}
      button={<ShowPassword label={t("sign_in.show_password")} />}
      hint={hint}
      required={!isOptional}
      wrong={isOptional ? undefined : t("account.no_current")}
    />
  );
}
