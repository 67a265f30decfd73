import { page } from "fresh";
import { z } from "zod";
import { AdminFrame } from "../../../../components/AdminFrame.tsx";
import { EmptyState } from "../../../../components/EmptyState.tsx";
import { Pagination } from "../../../../components/Pagination.tsx";
import { UsersFilter } from "../../../../components/UsersFilter.tsx";
import { UsersTable } from "../../../../components/UsersTable.tsx";
import { define } from "../../../../define.ts";
import { listUsers, MAX_USER_SEARCH } from "../../../../lib/accounts/user_list.ts";
import { pageFields } from "../../../../lib/platform/page_of.ts";
import { translator } from "../../../../locales/translate.ts";
import { readQuery } from "../../../(_shared)/forms.ts";

const UsersQuery = z.object({
  ...pageFields(50, 100),
  q: z.string().trim().max(MAX_USER_SEARCH).optional(),
});

export const handler = define.handlers({
  async GET({ state: { actor, db }, url }) {
    const query = readQuery(url, UsersQuery);
    return page({ q: query.q, users: await listUsers(actor, db, query) });
  },
});

export default define.page<typeof handler>(({ data: { q, users }, state, url }) => {
  const t = translator(state.language);
  return (
    <AdminFrame tab="users" state={state} url={url} t={t}>
      <UsersFilter q={q} maxLength={MAX_USER_SEARCH} t={t} />
      {users.totalCount === 0
        ? <EmptyState title={t("admin.nobody")} advice={t("admin.nobody_more")} />
        : <UsersTable users={users.data} language={state.language} t={t} />}
      <Pagination url={url} {...users} label={t("admin.tab_users")} t={t} />
    </AdminFrame>
  );
});
