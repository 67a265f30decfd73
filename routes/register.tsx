import { page } from "fresh";
import { RegisterForm, type RegisterFormProps } from "../components/RegisterForm.tsx";
import { SignedOutPage } from "../components/SignedOutPage.tsx";
import { define } from "../define.ts";
import { MIN_PASSWORD } from "../lib/accounts/password_rules.ts";
import { translator } from "../locales/translate.ts";
import { registerByForm } from "./(_shared)/register_form.ts";

type RegisterData = Pick<RegisterFormProps, "typed" | "faults" | "waitSeconds">;

const EMPTY = { name: "", username: "", email: "", workspaceName: "" };

export const handler = define.handlers({
  GET(ctx) {
    if (ctx.state.session) return ctx.redirect("/", 303);
    return page<RegisterData>({ typed: EMPTY, faults: [], waitSeconds: null });
  },

  async POST(ctx) {
    const made = await registerByForm(ctx, null);
    if ("answer" in made) return made.answer;
    const { status, ...data } = made;
    return page<RegisterData>(data, { status });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  const { registration } = state.config;
  return (
    <SignedOutPage title={t("register.title")} state={state} url={url} t={t}>
      {registration === "open"
        ? <RegisterForm {...data} minPassword={MIN_PASSWORD} isInvited={false} t={t} />
        : <p class="text-fg-2 text-pretty">{t(`register.${registration}`)}</p>}
      <p class="text-fg-2">
        {t("register.known")} <a class="link" href="/sign-in">{t("common.sign_in")}</a>
      </p>
    </SignedOutPage>
  );
});
