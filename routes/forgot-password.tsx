import { page } from "fresh";
import { Button } from "../components/Button.tsx";
import { ErrorLine, Field } from "../components/Field.tsx";
import { SignedOutPage } from "../components/SignedOutPage.tsx";
import { define } from "../define.ts";
import { requestPasswordReset, ResetRequest } from "../lib/accounts/password_reset.ts";
import { TooManyRequests } from "../lib/platform/errors.ts";
import { translator } from "../locales/translate.ts";
import { formFields } from "./(_shared)/forms.ts";

interface ForgotData {
  email: string;
  state: "asking" | "wrong" | "asked" | { waitSeconds: number };
}

export const handler = define.handlers({
  GET: () => page<ForgotData>({ email: "", state: "asking" }),

  /** Answers the same whether anybody has the address or not. */
  async POST(ctx) {
    const { email = "" } = Object.fromEntries(await formFields(ctx.req));
    const parsed = ResetRequest.safeParse({ email });
    if (!parsed.success) return page<ForgotData>({ email, state: "wrong" }, { status: 422 });
    try {
      const { language } = ctx.state;
      await requestPasswordReset(ctx.state, parsed.data, { address: ctx.state.address, language });
    } catch (error) {
      if (!(error instanceof TooManyRequests)) throw error;
      const state = { waitSeconds: error.retryAfterSeconds };
      return page<ForgotData>({ email, state }, { status: 429 });
    }
    return page<ForgotData>({ email, state: "asked" });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  const back = (
    <p>
      <a class="link" href="/sign-in">{t("forgot.back")}</a>
    </p>
  );
  if (data.state === "asked") {
    return (
      <SignedOutPage title={t("forgot.asked")} state={state} url={url} t={t}>
        <p class="text-fg-2 text-pretty break-words" role="status">
          {t("forgot.asked_more", { email: data.email })}
        </p>
        {back}
      </SignedOutPage>
    );
  }
  return (
    <SignedOutPage title={t("forgot.title")} state={state} url={url} t={t}>
      <form method="post" class="grid gap-[18px]">
        {typeof data.state === "object" && (
          <div role="alert">
            <ErrorLine>{t("register.wait", { count: data.state.waitSeconds })}</ErrorLine>
          </div>
        )}
        <Field
          id="email"
          name="email"
          type="email"
          label={t("account.email")}
          value={data.email}
          autocomplete="email"
          maxLength={254}
          required
          tall
          hint={t("forgot.hint")}
          error={data.state === "wrong" ? t("account.wrong_email") : undefined}
        />
        <Button kind="primary" size="tall">{t("forgot.send")}</Button>
      </form>
      {back}
    </SignedOutPage>
  );
});
