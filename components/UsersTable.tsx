import type { User } from "../lib/accounts/user_rows.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatWhen } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";

export interface UsersTableProps {
  users: readonly User[];
  language: Language;
  t: Translate;
}

/** Users of the installation, each with what stands about them. */
export function UsersTable({ users, language, t }: UsersTableProps) {
  const now = new Date();
  return (
    <table class="data-table as-blocks" role="table">
      <caption class="sr-only">{t("admin.tab_users")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{t("admin.col_user")}</th>
          <th role="columnheader" scope="col">{t("admin.col_email")}</th>
          <th role="columnheader" scope="col">{t("admin.col_state")}</th>
          <th role="columnheader" scope="col" class="end">{t("admin.col_created")}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {users.map((user) => (
          <tr role="row" class="row" key={user.id}>
            <th role="rowheader" scope="row">
              <a class="row-link" href={`/admin/users/${user.username}`}>
                <span class="name">{user.name}</span>
                <span class="under-name">{user.username}</span>
              </a>
            </th>
            <td role="cell" class="break-all">{user.email}</td>
            <td role="cell" class="text-fg-2">{stateOf(user, t)}</td>
            <td role="cell" class="end text-fg-2 tabular-nums">
              <time dateTime={user.createdAt}>
                {formatWhen(language, new Date(user.createdAt), now)}
              </time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function stateOf({ isDeleted, isDisabled, isSuperuser }: User, t: Translate): string | null {
  if (isDeleted) return t("admin.deleted");
  if (isDisabled) return t("admin.disabled");
  return isSuperuser ? t("admin.superuser") : null;
}
