import { page } from "fresh";
import { AdminFrame } from "../../../../components/AdminFrame.tsx";
import { QueueView } from "../../../../components/QueueView.tsx";
import { define } from "../../../../define.ts";
import { taskOverview } from "../../../../lib/accounts/task_overview.ts";
import { translator } from "../../../../locales/translate.ts";

export const handler = define.handlers({
  async GET({ state: { actor, db } }) {
    return page(await taskOverview(actor, db));
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  return (
    <AdminFrame tab="tasks" state={state} url={url} t={t}>
      <QueueView {...data} language={state.language} t={t} />
    </AdminFrame>
  );
});
