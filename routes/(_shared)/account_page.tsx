import { type Context, page, type PageResponse } from "fresh";
import {
  type AccountProblem,
  AccountSettings,
  type AddressState,
} from "../../components/AccountSettings.tsx";
import { Frame } from "../../components/Frame.tsx";
import { Toast } from "../../components/Notice.tsx";
import { PageTitle } from "../../components/PageTitle.tsx";
import { SettingsNav } from "../../components/SettingsNav.tsx";
import type { State } from "../../define.ts";
import { getOwnAccount } from "../../lib/accounts/accounts.ts";
import { listOwnSessions, type OwnSession } from "../../lib/accounts/own_sessions.ts";
import { MIN_PASSWORD } from "../../lib/accounts/password_rules.ts";
import { translator } from "../../locales/translate.ts";
import { signedIn } from "./signed_in.ts";

/** What was just done, by the form that did it. */
export const ACCOUNT_DONE = [
  "profile",
  "display",
  "password",
  "session",
  "sessions",
  "mailed",
  "verify",
] as const;

export interface AccountData {
  typed: { name: string; email: string };
  problems: readonly AccountProblem[];
  sessions: readonly OwnSession[];
  address: AddressState;
  done?: typeof ACCOUNT_DONE[number] | undefined;
}

/** The page of the settings; after a form that could not be taken, with what was typed. */
export async function accountPage(
  { state }: Context<State>,
  { typed, problems = [], done, status = 200 }: Partial<AccountData> & { status?: number } = {},
): Promise<PageResponse<AccountData>> {
  const { id, actor, user } = signedIn(state);
  const [sessions, { pendingEmail, emailVerifiedAt }] = await Promise.all([
    listOwnSessions(actor, state, id),
    getOwnAccount(actor, state.db),
  ]);
  const address = { isVerified: emailVerifiedAt !== null, pending: pendingEmail };
  return page<AccountData>({ typed: typed ?? user, problems, sessions, address, done }, { status });
}

/** Draws it. */
export function AccountPage(
  { data, state, url }: { data: AccountData; state: State; url: URL },
) {
  const t = translator(state.language);
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={t("account.title")} t={t} />
      <div class="page page-mid">
        <SettingsNav tab="profile" t={t} />
        <AccountSettings
          state={state}
          typed={data.typed}
          problems={data.problems}
          sessions={data.sessions}
          address={data.address}
          minPassword={MIN_PASSWORD}
          t={t}
        />
      </div>
      {data.done && <Toast>{t(`account.done_${data.done}`)}</Toast>}
    </Frame>
  );
}
