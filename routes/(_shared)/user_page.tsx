import { type Context, page, type PageProps, type PageResponse } from "fresh";
import { AdminFrame } from "../../components/AdminFrame.tsx";
import { Button, ButtonLink } from "../../components/Button.tsx";
import type { State } from "../../define.ts";
import { type Account, getAccount } from "../../lib/accounts/accounts.ts";
import { hasTwoFactor } from "../../lib/accounts/two_factor.ts";
import { translator } from "../../locales/translate.ts";

interface ShownUser extends Account {
  readonly hasTwoFactor: boolean;
}

/** The page of one user, for superusers. */
export async function userPage(
  { state: { actor, db }, params }: Context<State>,
): Promise<PageResponse<ShownUser>> {
  const user = await getAccount(actor, db, params.username ?? "");
  return page({ ...user, hasTwoFactor: await hasTwoFactor(actor, db, user.id) });
}

/** Draws it. */
export function UserPage({ data: user, state, url }: PageProps<ShownUser, State>) {
  const t = translator(state.language);
  const action = `/admin/users/${user.username}`;
  const isOwn = user.id === state.actor.userId;
  return (
    <AdminFrame tab="users" state={state} url={url} t={t}>
      <h2 class="mt-6 text-lg">{user.name}</h2>
      <p class="text-fg-2 break-words">
        {user.username} · {user.email} ·{" "}
        {t(user.emailVerifiedAt ? "admin.verified" : "admin.unverified")}
      </p>
      <h3 class="mt-5">{t("admin.workspaces")}</h3>
      <ul class="text-fg-2">
        {user.workspaces.map((one) => (
          <li key={one.id}>
            {t("admin.workspace_as", { name: one.name, role: t(`role.${one.role}`) })}
          </li>
        ))}
      </ul>
      {isOwn
        ? <p class="mt-5 text-fg-2">{t("admin.own")}</p>
        : (
          <div class="mt-5 flex flex-wrap gap-2">
            {!user.isDeleted && (
              <form method="post" action={action} class="flex flex-wrap gap-2">
                <Button name="isSuperuser" value={String(!user.isSuperuser)}>
                  {t(user.isSuperuser ? "admin.no_superuser" : "admin.make_superuser")}
                </Button>
                <Button name="isDisabled" value={String(!user.isDisabled)}>
                  {t(user.isDisabled ? "admin.enable" : "admin.disable")}
                </Button>
                {user.hasTwoFactor && (
                  <Button name="two_factor" value="reset">{t("admin.reset_two_factor")}</Button>
                )}
              </form>
            )}
            <ButtonLink href={`${action}/delete`}>
              {t(user.isDeleted ? "admin.erase" : "admin.delete")}
            </ButtonLink>
          </div>
        )}
    </AdminFrame>
  );
}
