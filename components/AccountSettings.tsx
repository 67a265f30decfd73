import type { ComponentChildren } from "preact";
import type { State } from "../define.ts";
import type { OwnSession } from "../lib/accounts/own_sessions.ts";
import type { Translate } from "../locales/translate.ts";
import { FieldErrors } from "../islands/FieldErrors.tsx";
import { Button, ButtonLink } from "./Button.tsx";
import { ErrorLine, Field } from "./Field.tsx";
import { NewPasswordFields } from "./NewPasswordFields.tsx";
import { OwnSessions } from "./OwnSessions.tsx";
import { PresentPasswordField } from "./PresentPasswordField.tsx";
import { Choice, Switch } from "./Toggle.tsx";

/** What a form of the settings could not take; the word behind it says why. */
export interface AccountProblem {
  readonly field:
    | "name"
    | "email"
    | "email_taken"
    /** The password that another address asks for. */
    | "address"
    | "address_wait"
    /** Another address was sent enough mails for now; so was the one whose link is asked for. */
    | "mails_wait"
    | "verify_wait"
    | "current"
    | "next"
    | "next_common"
    | "repeat"
    | "wait";
  readonly seconds?: number;
}

/** Whether the address is known to be the user's, and which one they asked for instead. */
export interface AddressState {
  readonly isVerified: boolean;
  readonly pending: string | null;
}

export interface AccountSettingsProps {
  state: State;
  /** What stands in the fields: what is kept, or what was typed and not taken. */
  typed: { name: string; email: string };
  problems: readonly AccountProblem[];
  sessions: readonly OwnSession[];
  address: AddressState;
  minPassword: number;
  t: Translate;
}

/** What a person may change of their own account and of how the pages are for them. */
export function AccountSettings(props: AccountSettingsProps) {
  const { t } = props;
  return (
    <div class="max-w-[640px]">
      <Part title={t("account.profile")}>
        <ProfileForm {...props} />
        <Verification {...props} />
      </Part>
      <Part title={t("account.display")} more={t("account.display_more")}>
        <DisplayForm {...props} />
      </Part>
      <Part title={t("account.password")} more={t("account.password_more")}>
        <PasswordForm {...props} />
      </Part>
      <Part title={t("account.sessions")} more={t("account.sessions_more")}>
        <OwnSessions sessions={props.sessions} language={props.state.language} t={t} />
      </Part>
      <Part title={t("account.delete_title")} more={t("account.delete_more")}>
        <ButtonLink href="/settings/delete">{t("account.delete_link")}</ButtonLink>
      </Part>
      <FieldErrors />
    </div>
  );
}

function ProfileForm({ state, typed, problems, t }: AccountSettingsProps) {
  const error = errorsOf(problems, t);
  return (
    <form method="post" action="/settings/profile" class="grid gap-5">
      <Wait problem={problems.find(({ field }) => field === "address_wait")} t={t} />
      <Wait
        problem={problems.find(({ field }) => field === "mails_wait")}
        of="account.mails_wait"
        t={t}
      />
      <Field
        id="name"
        name="name"
        label={t("account.name")}
        value={typed.name}
        autocomplete="name"
        minLength={2}
        maxLength={30}
        required
        wrong={t("account.wrong_name", { min: 2, max: 30 })}
        error={error("name", { min: 2, max: 30 })}
      />
      <Field
        id="email"
        name="email"
        type="email"
        label={t("account.email")}
        value={typed.email}
        autocomplete="email"
        maxLength={254}
        required
        wrong={t("account.wrong_email")}
        error={error("email") ?? error("email_taken")}
      />
      <PresentPasswordField
        id="address-password"
        name="current"
        hint={t("account.address_hint")}
        error={error("address")}
        t={t}
      />
      <Field
        id="username"
        name="username"
        label={t("account.username")}
        value={state.session?.user.username ?? ""}
        autocomplete="username"
        hint={t("account.username_hint")}
        disabled
      />
      <div>
        <Button kind="primary">{t("account.save_profile")}</Button>
      </div>
    </form>
  );
}

/** The state of the address, and the link once more where it is not known to be theirs. */
function Verification({ address: { isVerified, pending }, problems, t }: AccountSettingsProps) {
  if (isVerified && pending === null) {
    return <p class="mt-5 text-fg-2">{t("account.verified")}</p>;
  }
  return (
    <form method="post" action="/settings/verify" class="mt-5 grid gap-3">
      <p class="text-fg-2 text-pretty break-words">
        {pending === null ? t("account.unverified") : t("account.pending", { email: pending })}
      </p>
      <Wait
        problem={problems.find(({ field }) => field === "verify_wait")}
        of="account.mails_wait"
        t={t}
      />
      <div>
        <Button>{t("account.verify")}</Button>
      </div>
    </form>
  );
}

function DisplayForm({ state, t }: AccountSettingsProps) {
  const user = state.session?.user;
  return (
    <form method="post" action="/settings/display" class="grid gap-5">
      <Choice
        name="language"
        legend={t("language.label")}
        value={user?.language ?? "browser"}
        options={[
          ["browser", t("account.as_browser")],
          ["en", t("language.en"), "en"],
          ["nl", t("language.nl"), "nl"],
        ]}
      />
      <Choice
        name="theme"
        legend={t("theme.label")}
        value={state.theme}
        options={(["system", "light", "dark"] as const).map((one) => [one, t(`theme.${one}`)])}
      />
      <Switch
        id="single-keys"
        name="singleKeys"
        label={t("account.keys")}
        hint={t("account.keys_hint")}
        checked={user?.singleKeys ?? true}
      />
      <div>
        <Button>{t("account.save_display")}</Button>
      </div>
    </form>
  );
}

function PasswordForm({ problems, minPassword, t }: AccountSettingsProps) {
  const error = errorsOf(problems, t);
  return (
    <form method="post" action="/settings/password" class="grid gap-5">
      <Wait problem={problems.find(({ field }) => field === "wait")} t={t} />
      <PresentPasswordField id="current" name="current" error={error("current")} t={t} />
      <NewPasswordFields
        min={minPassword}
        errors={{
          next: error("next", { min: minPassword }) ?? error("next_common"),
          repeat: error("repeat"),
        }}
        t={t}
      />
      <div>
        <Button>{t("account.change_password")}</Button>
      </div>
    </form>
  );
}

/** How long to wait after too many wrong passwords, or too many of something else. */
function Wait({ problem, of = "sign_in.blocked", t }: {
  problem: AccountProblem | undefined;
  of?: "sign_in.blocked" | "account.mails_wait";
  t: Translate;
}) {
  return problem
    ? (
      <div role="alert">
        <ErrorLine>{t(of, { count: problem.seconds ?? 0 })}</ErrorLine>
      </div>
    )
    : null;
}

function Part(
  { title, more, children }: { title: string; more?: string; children: ComponentChildren },
) {
  return (
    <section class="border-b border-line py-6 last:border-0">
      <h2 class={more ? "" : "mb-4"}>{title}</h2>
      {more && <p class="mb-4 text-fg-2 text-pretty">{more}</p>}
      {children}
    </section>
  );
}

function errorsOf(problems: readonly AccountProblem[], t: Translate) {
  return (field: Exclude<AccountProblem["field"], `${string}wait`>, params = {}) =>
    problems.some((one) => one.field === field) ? t(`account.wrong_${field}`, params) : undefined;
}
