import { type Context, page, type PageProps, type PageResponse } from "fresh";
import { Frame } from "../../components/Frame.tsx";
import { PageTitle } from "../../components/PageTitle.tsx";
import { SettingsNav } from "../../components/SettingsNav.tsx";
import {
  type ShownTwoFactor,
  type TwoFactorProblem,
  TwoFactorSettings,
} from "../../components/TwoFactorSettings.tsx";
import type { State } from "../../define.ts";
import { can } from "../../lib/accounts/permissions.ts";
import { getTwoFactor, type TwoFactor } from "../../lib/accounts/two_factor.ts";
import { getTwoFactorRule } from "../../lib/accounts/two_factor_rule.ts";
import { InvalidInput, TooManyRequests } from "../../lib/platform/errors.ts";
import { drawQrCode } from "../../lib/platform/qr_code.ts";
import { translator } from "../../locales/translate.ts";

export interface SecurityData {
  twoFactor: ShownTwoFactor;
  problem: TwoFactorProblem | null;
  codes: readonly string[] | null;
  isRequired: boolean;
}

/** The page of the second factor; after a form, with what it could not take or the new codes. */
export async function securityPage(
  { state }: Context<State>,
  { problem = null, codes = null }: Partial<SecurityData> = {},
): Promise<PageResponse<SecurityData>> {
  const [twoFactor, { isRequired }] = await Promise.all([
    getTwoFactor(state.actor, state),
    getTwoFactorRule(state.actor, state.db),
  ]);
  const status = problem === null ? 200 : typeof problem.fault === "string" ? 422 : 429;
  return page({ twoFactor: shown(twoFactor), problem, codes, isRequired }, { status });
}

function shown(twoFactor: TwoFactor): ShownTwoFactor {
  if (twoFactor.state !== "begun") return twoFactor;
  const { state, secret, uri } = twoFactor;
  return { state, secret, qrCode: drawQrCode(uri) };
}

/** What a form was refused for; other errors are thrown on. */
export function problemOf(form: TwoFactorProblem["form"], error: unknown): TwoFactorProblem {
  if (error instanceof TooManyRequests) {
    return { form, fault: { waitSeconds: error.retryAfterSeconds } };
  }
  if (!(error instanceof InvalidInput)) throw error;
  const isPassword = error.issues.some(({ pointer }) => pointer === "/password");
  return { form, fault: isPassword ? "password" : "code" };
}

/** Draws it. */
export function SecurityPage({ data, state, url }: PageProps<SecurityData, State>) {
  const t = translator(state.language);
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={t("two_factor.title")} t={t} />
      <div class="page page-mid">
        <SettingsNav tab="security" t={t} />
        <TwoFactorSettings
          {...data}
          asSuperuser={state.actor.awaitsSecondFactor ?? false}
          canRequire={can(state.actor, "members:write")}
          language={state.language}
          t={t}
        />
      </div>
    </Frame>
  );
}
