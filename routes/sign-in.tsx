import { page } from "fresh";
import { Button } from "../components/Button.tsx";
import { ErrorLine, Field } from "../components/Field.tsx";
import { SignedOutPage } from "../components/SignedOutPage.tsx";
import { SignInHelp } from "../islands/SignInHelp.tsx";
import { define } from "../define.ts";
import { beginPendingSignIn } from "../lib/accounts/pending_sign_ins.ts";
import { SecondFactorRequired } from "../lib/accounts/second_factor.ts";
import { signIn } from "../lib/accounts/sessions.ts";
import { Credentials } from "../lib/accounts/sign_in.ts";
import { AppError, TooManyRequests } from "../lib/platform/errors.ts";
import { type Translate, translator } from "../locales/translate.ts";
import { pendingCookie, sessionCookie } from "./(_shared)/cookies.ts";
import { formFields, safePath } from "./(_shared)/forms.ts";

interface SignInData {
  login: string;
  next: string;
  /** Whether somebody comes back to what they were typing. */
  keepsDrafts: boolean;
  problem: "wrong" | "ended" | "signed_out" | "reset" | "deleted" | { waitSeconds: number } | null;
}

export const handler = define.handlers({
  GET(ctx) {
    const { searchParams } = ctx.url;
    const next = safePath(searchParams.get("next"));
    if (ctx.state.session) return ctx.redirect(next, 303);
    const problem = searchParams.has("ended")
      ? "ended"
      : searchParams.has("out")
      ? "signed_out"
      : searchParams.has("reset")
      ? "reset"
      : searchParams.has("deleted")
      ? "deleted"
      : null;
    const keepsDrafts = searchParams.has("ended") && !searchParams.has("out");
    return page<SignInData>({ login: "", next, keepsDrafts, problem });
  },

  async POST(ctx) {
    const fields = Object.fromEntries(await formFields(ctx.req));
    const next = safePath(fields.next);
    const keepsDrafts = ctx.url.searchParams.has("ended");
    const credentials = Credentials.safeParse(fields);
    const again = (problem: SignInData["problem"], status: number) =>
      page<SignInData>({ login: fields.login ?? "", next, keepsDrafts, problem }, { status });
    if (!credentials.success) return again("wrong", 422);
    try {
      const { token, expiresAt } = await signIn(ctx.state, {
        ...credentials.data,
        address: ctx.state.address,
        userAgent: ctx.req.headers.get("user-agent"),
      });
      const answer = ctx.redirect(next, 303);
      answer.headers.append("set-cookie", sessionCookie(ctx.state.config, token, expiresAt));
      return answer;
    } catch (error) {
      if (error instanceof SecondFactorRequired) {
        const pending = await beginPendingSignIn(ctx.state.db, error.member);
        const answer = ctx.redirect(`/sign-in/code?${new URLSearchParams({ next })}`, 303);
        answer.headers.append("set-cookie", pendingCookie(ctx.state.config, pending));
        return answer;
      }
      if (error instanceof TooManyRequests) {
        return again({ waitSeconds: error.retryAfterSeconds }, 429);
      }
      if (error instanceof AppError && error.code === "unauthenticated") return again("wrong", 401);
      throw error;
    }
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  return (
    <SignedOutPage title={t("sign_in.title")} state={state} url={url} t={t}>
      <form method="post" class="grid gap-[18px]">
        <Problem problem={data.problem} t={t} />
        <input type="hidden" name="next" value={data.next} />
        <Field
          id="login"
          name="login"
          label={t("sign_in.login")}
          value={data.login}
          autocomplete="username"
          maxLength={254}
          required
          tall
        />
        <div class="password">
          <Field
            id="password"
            name="password"
            type="password"
            label={t("sign_in.password")}
            autocomplete="current-password"
            maxLength={1024}
            required
            tall
            invalid={data.problem === "wrong"}
          />
          <SignInHelp keepsDrafts={data.keepsDrafts} label={t("sign_in.show_password")} />
          <a class="link absolute top-0 right-0" href="/forgot-password">
            {t("sign_in.forgotten")}
          </a>
        </div>
        <Button kind="primary" size="tall">{t("sign_in.title")}</Button>
      </form>
      {state.config.registration === "open" && (
        <p class="text-fg-2">
          {t("sign_in.new")} <a class="link" href="/register">{t("sign_in.register")}</a>
        </p>
      )}
    </SignedOutPage>
  );
});

function Problem({ problem, t }: { problem: SignInData["problem"]; t: Translate }) {
  if (problem === null) return null;
  if (typeof problem === "string" && problem !== "wrong") {
    return <p class="-mt-1.5 text-fg-2" role="status">{t(`sign_in.${problem}`)}</p>;
  }
  const words = problem === "wrong"
    ? t("sign_in.wrong")
    : t("sign_in.blocked", { count: problem.waitSeconds });
  return (
    <div role="alert" class="-mt-3 [&_p]:text-sm">
      <ErrorLine>{words}</ErrorLine>
    </div>
  );
}
