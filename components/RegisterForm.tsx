import type { Translate } from "../locales/translate.ts";
import { FieldErrors } from "../islands/FieldErrors.tsx";
import { SentOnce } from "../islands/SentOnce.tsx";
import { ShowPassword } from "../islands/ShowPassword.tsx";
import { Button } from "./Button.tsx";
import { ErrorLine, Field } from "./Field.tsx";

/** What was typed; never the password. */
export interface RegisterTyped {
  readonly name: string;
  readonly username: string;
  readonly email: string;
  readonly workspaceName: string;
}

/** What the form could not take; the word behind it says why. */
export type RegisterFault =
  | "name"
  | "username"
  | "username_taken"
  | "email"
  | "email_taken"
  | "password_short"
  | "password_common"
  | "workspace";

export interface RegisterFormProps {
  typed: RegisterTyped;
  faults: readonly RegisterFault[];
  /** Seconds to wait before another try; null when there is no need to. */
  waitSeconds: number | null;
  minPassword: number;
  /** The account joins a workspace by an invitation, which was sent to this address. */
  isInvited: boolean;
  t: Translate;
}

/** Makes an account, with a workspace or for the one that it is invited to. */
export function RegisterForm(props: RegisterFormProps) {
  const { typed, faults, waitSeconds, minPassword, isInvited, t } = props;
  const error = (...names: RegisterFault[]) => {
    const found = names.find((name) => faults.includes(name));
    return found && t(`register.wrong_${found}`, { min: minPassword });
  };
  return (
    <form method="post" class="grid gap-[18px]">
      {waitSeconds !== null && (
        <div role="alert">
          <ErrorLine>{t("register.wait", { count: waitSeconds })}</ErrorLine>
        </div>
      )}
      <Field
        id="name"
        name="name"
        label={t("account.name")}
        value={typed.name}
        autocomplete="name"
        minLength={2}
        maxLength={30}
        required
        tall
        wrong={t("register.wrong_name")}
        error={error("name")}
      />
      <Field
        id="username"
        name="username"
        label={t("account.username")}
        value={typed.username}
        autocomplete="username"
        minLength={2}
        maxLength={20}
        required
        tall
        hint={t("register.username_hint")}
        wrong={t("register.wrong_username")}
        error={error("username", "username_taken")}
      />
      {isInvited ? <input type="hidden" name="email" value={typed.email} /> : (
        <>
          <Field
            id="email"
            name="email"
            type="email"
            label={t("account.email")}
            value={typed.email}
            autocomplete="email"
            maxLength={254}
            required
            tall
            wrong={t("account.wrong_email")}
            error={error("email", "email_taken")}
          />
          <Field
            id="workspace"
            name="workspaceName"
            label={t("register.workspace")}
            value={typed.workspaceName}
            autocomplete="organization"
            maxLength={255}
            required
            tall
            wrong={t("register.wrong_workspace")}
            error={error("workspace")}
          />
        </>
      )}
      <Field
        id="password"
        name="password"
        type="password"
        label={t("sign_in.password")}
        autocomplete="new-password"
        button={<ShowPassword label={t("sign_in.show_password")} />}
        minLength={minPassword}
        maxLength={1024}
        required
        tall
        hint={t("account.next_hint", { min: minPassword })}
        wrong={t("register.wrong_password_short", { min: minPassword })}
        error={error("password_short", "password_common")}
      />
      <Button kind="primary" size="tall">{t("register.make")}</Button>
      <FieldErrors />
      <SentOnce />
    </form>
  );
}
