import { page } from "fresh";
import { z } from "zod";
import { Button } from "../components/Button.tsx";
import { SignedOutPage } from "../components/SignedOutPage.tsx";
import { define } from "../define.ts";
import { findVerification, verifyEmail } from "../lib/accounts/email_verification.ts";
import { MAX_LINK_TOKEN } from "../lib/accounts/mail_links.ts";
import { Taken } from "../lib/accounts/user_input.ts";
import { NotFound } from "../lib/platform/errors.ts";
import { translator } from "../locales/translate.ts";
import { readQuery } from "./(_shared)/forms.ts";

interface VerifyData {
  /** The address that is to be confirmed; null when the link works no more. */
  email: string | null;
  isDone: boolean;
}

const LinkQuery = z.object({ token: z.string().max(MAX_LINK_TOKEN).default("") });

/** By a button, because programs that look into mails open every link. */
export const handler = define.handlers({
  async GET({ state, url }) {
    const { token } = readQuery(url, LinkQuery);
    const email = await findVerification(state.db, token) ?? null;
    return page<VerifyData>({ email, isDone: false }, { status: email === null ? 404 : 200 });
  },

  async POST({ state, url }) {
    const { token } = readQuery(url, LinkQuery);
    try {
      await verifyEmail(state, token);
    } catch (error) {
      if (!(error instanceof NotFound) && !(error instanceof Taken)) throw error;
      return page<VerifyData>({ email: null, isDone: false }, { status: 404 });
    }
    return page<VerifyData>({ email: null, isDone: true });
  },
});

export default define.page<typeof handler>(({ data: { email, isDone }, state, url }) => {
  const t = translator(state.language);
  const title = isDone ? t("verify.done") : email === null ? t("verify.gone") : t("verify.title");
  return (
    <SignedOutPage title={title} state={state} url={url} t={t}>
      {email !== null
        ? (
          <form method="post" class="grid gap-[18px]">
            <p class="break-words text-fg-2">{t("verify.ask", { email })}</p>
            <Button kind="primary" size="tall">{t("verify.confirm")}</Button>
          </form>
        )
        : (
          <>
            <p class="text-fg-2 text-pretty">
              {isDone ? t("verify.done_more") : t("verify.gone_more")}
            </p>
            <p>
              <a class="link" href="/settings">{t("verify.settings")}</a>
            </p>
          </>
        )}
    </SignedOutPage>
  );
});
