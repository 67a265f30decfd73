import { page } from "fresh";
import { z } from "zod";
import { Button } from "../components/Button.tsx";
import { NewPasswordFields } from "../components/NewPasswordFields.tsx";
import { SignedOutPage } from "../components/SignedOutPage.tsx";
import { define } from "../define.ts";
import { MAX_LINK_TOKEN } from "../lib/accounts/mail_links.ts";
import { MIN_PASSWORD, passwordFault } from "../lib/accounts/password_rules.ts";
import { isResetLink, resetPassword } from "../lib/accounts/password_reset.ts";
import { NotFound } from "../lib/platform/errors.ts";
import { translator } from "../locales/translate.ts";
import { formFields, readQuery } from "./(_shared)/forms.ts";

interface ResetData {
  works: boolean;
  fault: "short" | "long" | "common" | null;
  differs: boolean;
}

const LinkQuery = z.object({ token: z.string().max(MAX_LINK_TOKEN).default("") });
const GONE: ResetData = { works: false, fault: null, differs: false };

export const handler = define.handlers({
  async GET({ state, url }) {
    const works = await isResetLink(state.db, readQuery(url, LinkQuery).token);
    return page<ResetData>({ ...GONE, works }, { status: works ? 200 : 404 });
  },

  async POST(ctx) {
    const { token } = readQuery(ctx.url, LinkQuery);
    const { next = "", repeat } = Object.fromEntries(await formFields(ctx.req));
    const fault = passwordFault(next);
    const differs = next !== repeat;
    if (fault || differs) return page<ResetData>({ works: true, fault, differs }, { status: 422 });
    try {
      await resetPassword(ctx.state, { token, next });
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      return page<ResetData>(GONE, { status: 404 });
    }
    return ctx.redirect("/sign-in?reset", 303);
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  if (!data.works) {
    return (
      <SignedOutPage title={t("reset.gone")} state={state} url={url} t={t}>
        <p class="text-fg-2 text-pretty">{t("reset.gone_more")}</p>
        <p>
          <a class="link" href="/forgot-password">{t("reset.again")}</a>
        </p>
      </SignedOutPage>
    );
  }
  const { fault, differs } = data;
  const wrong = fault === "common"
    ? t("register.wrong_password_common")
    : t("register.wrong_password_short", { min: MIN_PASSWORD });
  return (
    <SignedOutPage title={t("reset.title")} state={state} url={url} t={t}>
      <form method="post" class="grid gap-[18px]">
        <NewPasswordFields
          min={MIN_PASSWORD}
          tall
          errors={{
            next: fault ? wrong : undefined,
            repeat: differs ? t("account.wrong_repeat") : undefined,
          }}
          t={t}
        />
        <Button kind="primary" size="tall">{t("reset.set")}</Button>
      </form>
    </SignedOutPage>
  );
});
