import { page } from "fresh";
import { z } from "zod";
import { Button } from "../../components/Button.tsx";
import { ErrorLine, Field } from "../../components/Field.tsx";
import { SignedOutPage } from "../../components/SignedOutPage.tsx";
import { define } from "../../define.ts";
import {
  findPendingSignIn,
  finishSignIn,
  SignInExpired,
} from "../../lib/accounts/pending_sign_ins.ts";
import { SecondFactorCode } from "../../lib/accounts/second_factor.ts";
import { TooManyRequests, Unauthenticated } from "../../lib/platform/errors.ts";
import { translator } from "../../locales/translate.ts";
import {
  pendingCookie,
  pendingCookieName,
  readCookies,
  sessionCookie,
} from "../(_shared)/cookies.ts";
import { formFields, safePath } from "../(_shared)/forms.ts";

interface CodeData {
  next: string;
  problem: "wrong" | { waitSeconds: number } | null;
}

const CodeForm = z.object({ code: SecondFactorCode });

/** The second page of signing in, after a right password, for who has two-factor sign-in. */
export const handler = define.handlers({
  async GET(ctx) {
    const next = safePath(ctx.url.searchParams.get("next"));
    if (ctx.state.session) return ctx.redirect(next, 303);
    const token = readCookies(ctx.req.headers).get(pendingCookieName(ctx.state.config));
    if (!token || !await findPendingSignIn(ctx.state.db, token)) {
      return ctx.redirect("/sign-in", 303);
    }
    return page<CodeData>({ next, problem: null });
  },

  async POST(ctx) {
    const { config, address } = ctx.state;
    const fields = Object.fromEntries(await formFields(ctx.req));
    const next = safePath(fields.next);
    const again = (problem: CodeData["problem"], status: number) =>
      page<CodeData>({ next, problem }, { status });
    const token = readCookies(ctx.req.headers).get(pendingCookieName(config));
    if (!token) return ctx.redirect("/sign-in?ended", 303);
    const form = CodeForm.safeParse(fields);
    if (!form.success) return again("wrong", 422);
    const userAgent = ctx.req.headers.get("user-agent");
    try {
      const how = { token, code: form.data.code, address, userAgent };
      const opened = await finishSignIn(ctx.state, how);
      const answer = ctx.redirect(next, 303);
      answer.headers.append("set-cookie", sessionCookie(config, opened.token, opened.expiresAt));
      answer.headers.append("set-cookie", pendingCookie(config, ""));
      return answer;
    } catch (error) {
      if (error instanceof SignInExpired) return ctx.redirect("/sign-in?ended", 303);
      if (error instanceof Unauthenticated) return again("wrong", 401);
      if (!(error instanceof TooManyRequests)) throw error;
      return again({ waitSeconds: error.retryAfterSeconds }, 429);
    }
  },
});

export default define.page<typeof handler>(({ data: { next, problem }, state, url }) => {
  const t = translator(state.language);
  return (
    <SignedOutPage title={t("two_factor.enter")} state={state} url={url} t={t}>
      <form method="post" class="grid gap-[18px]">
        {problem !== null && problem !== "wrong" && (
          <div role="alert">
            <ErrorLine>{t("sign_in.blocked", { count: problem.waitSeconds })}</ErrorLine>
          </div>
        )}
        <input type="hidden" name="next" value={next} />
        <Field
          id="code"
          name="code"
          label={t("two_factor.code")}
          hint={t("two_factor.code_hint")}
          error={problem === "wrong" ? t("two_factor.wrong_code") : undefined}
          autocomplete="one-time-code"
          maxLength={40}
          autofocus
          required
          tall
        />
        <Button kind="primary" size="tall">{t("sign_in.title")}</Button>
        <details>
          <summary class="link">{t("two_factor.lost")}</summary>
          <p class="mt-2 text-fg-2 text-pretty">{t("two_factor.lost_more")}</p>
        </details>
        <a class="link" href="/sign-in">{t("two_factor.back")}</a>
      </form>
    </SignedOutPage>
  );
});
