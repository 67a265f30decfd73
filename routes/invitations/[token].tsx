import { type Context, page, type PageResponse } from "fresh";
import { Button } from "../../components/Button.tsx";
import { RegisterForm, type RegisterFormProps } from "../../components/RegisterForm.tsx";
import { SignedOutPage } from "../../components/SignedOutPage.tsx";
import { define, type State } from "../../define.ts";
import {
  acceptInvitation,
  findInvitation,
  type InvitationView,
} from "../../lib/accounts/invitation_answers.ts";
import { MIN_PASSWORD } from "../../lib/accounts/password_rules.ts";
import { translator } from "../../locales/translate.ts";
import { registerByForm } from "../(_shared)/register_form.ts";

interface InvitationData extends Pick<RegisterFormProps, "typed" | "faults" | "waitSeconds"> {
  invitation: InvitationView | null;
}

const EMPTY = { name: "", username: "", email: "", workspaceName: "" };

export const handler = define.handlers({
  GET: (ctx) => show(ctx),

  /** Joins who is signed in; makes an account for who is not. */
  async POST(ctx) {
    const { session, db } = ctx.state;
    const token = ctx.params.token ?? "";
    const invitation = await findInvitation(db, token);
    if (!invitation) return show(ctx);
    if (session) {
      await acceptInvitation(session.actor, db, session.id, token);
      return ctx.redirect("/", 303);
    }
    const made = await registerByForm(ctx, { token, email: invitation.email });
    if ("answer" in made) return made.answer;
    const { status, ...data } = made;
    return page<InvitationData>({ ...data, invitation }, { status });
  },
});

async function show(ctx: Context<State>): Promise<PageResponse<InvitationData>> {
  const invitation = await findInvitation(ctx.state.db, ctx.params.token ?? "") ?? null;
  const typed = { ...EMPTY, email: invitation?.email ?? "" };
  return page(
    { invitation, typed, faults: [], waitSeconds: null },
    { status: invitation ? 200 : 404 },
  );
}

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  const { invitation, ...form } = data;
  if (!invitation) {
    return (
      <SignedOutPage title={t("invitation.gone")} state={state} url={url} t={t}>
        <p class="text-fg-2 text-pretty">{t("invitation.gone_more")}</p>
        <p>
          <a class="link" href="/sign-in">{t("common.sign_in")}</a>
        </p>
      </SignedOutPage>
    );
  }
  const { workspace, inviter, role, email, hasAccount } = invitation;
  const signIn = `/sign-in?${new URLSearchParams({ next: url.pathname })}`;
  const mayRegister = state.config.registration !== "closed";
  return (
    <SignedOutPage title={t("invitation.title", { workspace })} state={state} url={url} t={t}>
      <p class="text-fg-2 text-pretty wrap-anywhere">
        {t("invitation.by", { inviter: inviter ?? t("invitation.somebody"), email })}{" "}
        {t("invitation.as", { role: t(`role.${role}`) })}
      </p>
      {state.session
        ? (
          <form method="post" class="grid gap-[18px]">
            <p class="text-fg-2">{t("invitation.you", { name: state.session.user.username })}</p>
            <Button kind="primary" size="tall">{t("invitation.join")}</Button>
          </form>
        )
        : hasAccount || !mayRegister
        ? <a class="btn btn-primary btn-tall" href={signIn}>{t("invitation.sign_in")}</a>
        : (
          <>
            <RegisterForm {...form} minPassword={MIN_PASSWORD} isInvited t={t} />
            <p class="text-fg-2">
              {t("register.known")} <a class="link" href={signIn}>{t("common.sign_in")}</a>
            </p>
          </>
        )}
    </SignedOutPage>
  );
});
