import type { Translate } from "../locales/translate.ts";
import { ShowPassword } from "../islands/ShowPassword.tsx";
import { Field } from "./Field.tsx";

export interface NewPasswordFieldsProps {
  /** The least length, in characters. */
  min: number;
  tall?: boolean;
  /** What is wrong with the password, and with its repetition. */
  errors: { readonly next: string | undefined; readonly repeat: string | undefined };
  t: Translate;
}

/** A new password, typed twice. */
export function NewPasswordFields({ min, tall = false, errors, t }: NewPasswordFieldsProps) {
  const both = { type: "password", autocomplete: "new-password", maxLength: 1024 } as const;
  return (
    <>
      <Field
        {...both}
        id="next"
        name="next"
        button={<ShowPassword label={t("sign_in.show_password")} />}
        label={t("account.next")}
        minLength={min}
        required
        tall={tall}
        hint={t("account.next_hint", { min })}
        wrong={t("account.wrong_next", { min })}
        error={errors.next}
      />
      <Field
        {...both}
        id="repeat"
        name="repeat"
        button={<ShowPassword label={t("sign_in.show_password")} />}
        label={t("account.repeat")}
        required
        tall={tall}
        wrong={t("account.no_repeat")}
        error={errors.repeat}
      />
    </>
  );
}
