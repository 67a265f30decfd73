import { page } from "fresh";
import { AdminFrame } from "../../../../components/AdminFrame.tsx";
import { RegisterForm, type RegisterFormProps } from "../../../../components/RegisterForm.tsx";
import { define } from "../../../../define.ts";
import { MIN_PASSWORD } from "../../../../lib/accounts/password_rules.ts";
import { translator } from "../../../../locales/translate.ts";
import { makeByForm } from "../../../(_shared)/register_form.ts";

type NewUserData = Pick<RegisterFormProps, "typed" | "faults" | "waitSeconds">;

const EMPTY = { name: "", username: "", email: "", workspaceName: "" };

/** A superuser makes an account for somebody. */
export const handler = define.handlers({
  GET: () => page<NewUserData>({ typed: EMPTY, faults: [], waitSeconds: null }),

  async POST(ctx) {
    const made = await makeByForm(ctx, { by: ctx.state.actor, invitation: null });
    if ("account" in made) return ctx.redirect(`/admin/users/${made.account.username}`, 303);
    const { status, ...data } = made;
    return page<NewUserData>(data, { status });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  return (
    <AdminFrame tab="users" state={state} url={url} t={t}>
      <h2 class="mt-6 mb-4 text-lg">{t("admin.new_user")}</h2>
      <div class="max-w-[420px]">
        <RegisterForm {...data} minPassword={MIN_PASSWORD} isInvited={false} t={t} />
      </div>
    </AdminFrame>
  );
});
