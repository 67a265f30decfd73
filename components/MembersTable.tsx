import type { WorkspaceMember } from "../lib/accounts/members.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatWhen } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { ButtonLink } from "./Button.tsx";
import { RoleSelect } from "./RoleSelect.tsx";

export interface MembersTableProps {
  members: readonly WorkspaceMember[];
  /** The id of who looks at it. */
  you: string | null;
  canWrite: boolean;
  language: Language;
  t: Translate;
}

/** Who is in the workspace, each with their role. */
export function MembersTable({ members, you, canWrite, language, t }: MembersTableProps) {
  const now = new Date();
  return (
    <table class="data-table as-blocks" role="table">
      <caption class="sr-only">{t("workspace.members")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{t("workspace.col_person")}</th>
          <th role="columnheader" scope="col">{t("workspace.col_role")}</th>
          <th role="columnheader" scope="col">{t("workspace.col_since")}</th>
          {canWrite && (
            <th role="columnheader" scope="col">
              <span class="sr-only">{t("workspace.col_remove")}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {members.map((member) => (
          <tr role="row" class="row" key={member.userId} id={`member-${member.userId}`}>
            <th role="rowheader" scope="row">
              <span class="name">
                {member.name}
                {member.userId === you && (
                  <span class="text-fg-3">{` (${t("workspace.you")})`}</span>
                )}
              </span>
              <span class="under-name break-all">{member.email}</span>
            </th>
            <td role="cell">
              {canWrite
                ? (
                  <form
                    method="post"
                    action={`/settings/workspace/members/${member.userId}/role`}
                    class="flex gap-2"
                  >
                    <RoleSelect
                      value={member.role}
                      label={t("workspace.role_of", { name: member.name })}
                      t={t}
                    />
                    <button
                      type="submit"
                      class="btn"
                      aria-label={t("workspace.save_role_of", { name: member.name })}
                    >
                      {t("common.save")}
                    </button>
                  </form>
                )
                : t(`role.${member.role}`)}
            </td>
            <td role="cell" class="text-fg-2 tabular-nums">
              <time dateTime={member.joinedAt}>
                {formatWhen(language, new Date(member.joinedAt), now)}
              </time>
            </td>
            {canWrite && (
              <td role="cell">
                {member.userId !== you && (
                  <ButtonLink
                    href={`/settings/workspace/members/${member.userId}/remove`}
                    kind="quiet"
                    size="small"
                    label={t("workspace.remove_name", { name: member.name })}
                  >
                    {t("workspace.remove")}
                  </ButtonLink>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
