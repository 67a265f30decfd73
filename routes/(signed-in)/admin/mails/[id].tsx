import { page } from "fresh";
import { AdminFrame } from "../../../../components/AdminFrame.tsx";
import { MailView } from "../../../../components/MailView.tsx";
import { define } from "../../../../define.ts";
import { getMail } from "../../../../lib/accounts/mail_list.ts";
import { translator } from "../../../../locales/translate.ts";
import { pathId } from "../../../(_shared)/ids.ts";

export const handler = define.handlers({
  async GET({ state, params }) {
    return page(await getMail(state.actor, state, pathId(params.id)));
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  return (
    <AdminFrame tab="mails" state={state} url={url} t={t}>
      <MailView mail={data} language={state.language} t={t} />
    </AdminFrame>
  );
});
