import { page } from "fresh";
import { z } from "zod";
import { AdminFrame } from "../../../../components/AdminFrame.tsx";
import { EmptyState } from "../../../../components/EmptyState.tsx";
import { MailsTable } from "../../../../components/MailsTable.tsx";
import { Pagination } from "../../../../components/Pagination.tsx";
import { define } from "../../../../define.ts";
import { listMails } from "../../../../lib/accounts/mail_list.ts";
import { pageFields } from "../../../../lib/platform/page_of.ts";
import { translator } from "../../../../locales/translate.ts";
import { readQuery } from "../../../(_shared)/forms.ts";

const MailsQuery = z.object(pageFields(50, 100));

export const handler = define.handlers({
  async GET({ state, url }) {
    return page(await listMails(state.actor, state, readQuery(url, MailsQuery)));
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  const { smtpUrl } = state.config.mail;
  return (
    <AdminFrame tab="mails" state={state} url={url} t={t}>
      <p class="mt-4 max-w-[640px] text-fg-2 text-pretty">
        {smtpUrl === undefined ? t("admin.mails_written") : t("admin.mails_sent")}
      </p>
      {data.totalCount === 0
        ? <EmptyState title={t("admin.no_mails")} advice={t("admin.no_mails_more")} />
        : <MailsTable mails={data.data} language={state.language} t={t} />}
      <Pagination url={url} {...data} label={t("admin.tab_mails")} t={t} />
    </AdminFrame>
  );
});
