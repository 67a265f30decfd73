import { FieldErrors } from "../islands/FieldErrors.tsx";
import { formatWhen } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import type { QrCode } from "../lib/platform/qr_code.ts";
import type { Language } from "../lib/talent/types.ts";
import { Button } from "./Button.tsx";
import { ErrorLine, Field } from "./Field.tsx";
import { Notice } from "./Notice.tsx";
import { PresentPasswordField } from "./PresentPasswordField.tsx";

/** How the second factor stands, as far as it is shown. */
export type ShownTwoFactor =
  | { readonly state: "off" }
  | { readonly state: "begun"; readonly secret: string; readonly qrCode: QrCode }
  | { readonly state: "on"; readonly since: Date; readonly codesLeft: number };

/** What a form could not take. */
export interface TwoFactorProblem {
  readonly form: "turn-on" | "turn-off" | "codes";
  readonly fault: "password" | "code" | { readonly waitSeconds: number };
}

export interface TwoFactorSettingsProps {
  twoFactor: ShownTwoFactor;
  problem: TwoFactorProblem | null;
  /** The recovery codes that were just made; null: none to tell. */
  codes: readonly string[] | null;
  /** Whether the workspace asks for it. */
  isRequired: boolean;
  /** Whether the reader is a superuser who needs it to act as one. */
  asSuperuser: boolean;
  /** Whether the reader may say so. */
  canRequire: boolean;
  language: Language;
  t: Translate;
}

/** Two-factor sign-in: on, off, its recovery codes, and whether all members need it. */
export function TwoFactorSettings(props: TwoFactorSettingsProps) {
  const { twoFactor, codes, isRequired, asSuperuser, canRequire, t } = props;
  return (
    <div class="grid max-w-[640px] gap-6 py-6">
      <h2>{t("two_factor.title")}</h2>
      {isRequired && twoFactor.state !== "on" && (
        <Notice kind="warn">{t("two_factor.required")}</Notice>
      )}
      {asSuperuser && twoFactor.state !== "on" && (
        <Notice kind="warn">{t("two_factor.superuser")}</Notice>
      )}
      <p class="text-fg-2 text-pretty">{t("two_factor.more")}</p>
      {codes && <RecoveryCodes codes={codes} t={t} />}
      {twoFactor.state === "off" && (
        <form method="post" action="/settings/security/begin">
          <Button kind="primary">{t("two_factor.begin")}</Button>
        </form>
      )}
      {twoFactor.state === "begun" && <SetUp {...props} shown={twoFactor} />}
      {twoFactor.state === "on" && <WhenOn {...props} shown={twoFactor} />}
      {canRequire && <Rule isRequired={isRequired} isOn={twoFactor.state === "on"} t={t} />}
      <FieldErrors />
    </div>
  );
}

type Shown<State> = TwoFactorSettingsProps & { shown: Extract<ShownTwoFactor, { state: State }> };

function SetUp({ shown: { secret, qrCode }, problem, t }: Shown<"begun">) {
  return (
    <form method="post" action="/settings/security/turn-on" class="grid gap-4">
      <p>{t("two_factor.scan")}</p>
      <svg
        role="img"
        aria-label={t("two_factor.qr")}
        viewBox={`0 0 ${qrCode.size} ${qrCode.size}`}
        width={232}
        height={232}
        shape-rendering="crispEdges"
      >
        {/* Dark on light in both themes: not every app reads the other way round. */}
        <rect width="100%" height="100%" fill="#fff" />
        <path d={qrCode.path} fill="#000" />
      </svg>
      <p>
        {t("two_factor.key")}{" "}
        <code class="break-all">{secret.replaceAll(/.{4}(?=.)/g, "$& ")}</code>
      </p>
      <Wait problem={problem} form="turn-on" t={t} />
      <PresentPasswordField
        id="password"
        name="password"
        error={errorOf(problem, "turn-on", "password", t)}
        t={t}
      />
      <CodeField id="code" error={errorOf(problem, "turn-on", "code", t)} t={t} />
      <div>
        <Button kind="primary">{t("two_factor.turn_on")}</Button>
      </div>
    </form>
  );
}

function WhenOn({ shown: { since, codesLeft }, problem, language, t }: Shown<"on">) {
  return (
    <>
      <p>
        {t("two_factor.on", { date: formatWhen(language, since, new Date()) })}{" "}
        {t("two_factor.codes_left", { count: codesLeft })}
      </p>
      {(["codes", "turn-off"] as const).map((form) => (
        <form
          key={form}
          method="post"
          action={`/settings/security/${form}`}
          class="grid gap-4 border-t border-line pt-6"
        >
          <h3>{t(`two_factor.${form}`)}</h3>
          <Wait problem={problem} form={form} t={t} />
          <PresentPasswordField
            name="password"
            id={`${form}-password`}
            error={errorOf(problem, form, "password", t)}
            t={t}
          />
          <CodeField id={`${form}-code`} error={errorOf(problem, form, "code", t)} t={t} />
          <div>
            <Button kind={form === "codes" ? "plain" : "danger"}>{t(`two_factor.${form}`)}</Button>
          </div>
        </form>
      ))}
    </>
  );
}

/** The codes, which are told this once. */
function RecoveryCodes({ codes, t }: { codes: readonly string[]; t: Translate }) {
  return (
    <section class="grid gap-3" aria-labelledby="recovery-codes">
      <h3 id="recovery-codes">{t("two_factor.recovery_codes")}</h3>
      <Notice kind="warn">{t("two_factor.keep_codes")}</Notice>
      <ul class="grid gap-1 tabular-nums">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Rule({ isRequired, isOn, t }: { isRequired: boolean; isOn: boolean; t: Translate }) {
  const isBarred = !isRequired && !isOn;
  return (
    <form
      method="post"
      action="/settings/security/rule"
      class="grid gap-3 border-t border-line pt-6"
    >
      <h3>{t("two_factor.rule")}</h3>
      <p class="text-fg-2 text-pretty">
        {t(isBarred ? "two_factor.rule_barred" : "two_factor.rule_more")}
      </p>
      <div>
        <Button name="isRequired" value={String(!isRequired)} disabled={isBarred}>
          {t(isRequired ? "two_factor.rule_off" : "two_factor.rule_on")}
        </Button>
      </div>
    </form>
  );
}

interface ProofField {
  id: string;
  error: string | undefined;
  t: Translate;
}

function CodeField({ id, error, t }: ProofField) {
  return (
    <Field
      id={id}
      name="code"
      label={t("two_factor.code")}
      autocomplete="one-time-code"
      maxLength={40}
      required
      wrong={t("two_factor.no_code")}
      error={error}
    />
  );
}

function Wait(
  { problem, form, t }: Pick<TwoFactorSettingsProps, "problem" | "t"> & {
    form: TwoFactorProblem["form"];
  },
) {
  if (problem?.form !== form || typeof problem.fault === "string") return null;
  return (
    <div role="alert">
      <ErrorLine>{t("sign_in.blocked", { count: problem.fault.waitSeconds })}</ErrorLine>
    </div>
  );
}

function errorOf(
  problem: TwoFactorProblem | null,
  form: TwoFactorProblem["form"],
  field: "password" | "code",
  t: Translate,
): string | undefined {
  if (problem?.form !== form || problem.fault !== field) return undefined;
  return t(field === "code" ? "two_factor.wrong_code" : "account.wrong_current");
}
