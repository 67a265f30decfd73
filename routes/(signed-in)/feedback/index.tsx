import { page } from "fresh";
import { z } from "zod";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { FeedbackList } from "../../../components/FeedbackList.tsx";
import { Frame } from "../../../components/Frame.tsx";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { Pagination } from "../../../components/Pagination.tsx";
import { define } from "../../../define.ts";
import { listFeedback } from "../../../lib/hiring/feedback.ts";
import { pageFields } from "../../../lib/platform/page_of.ts";
import { translator } from "../../../locales/translate.ts";
import { readQuery } from "../../(_shared)/forms.ts";

const FeedbackQuery = z.object(pageFields(25, 100));

export const handler = define.handlers({
  async GET({ state: { actor, db }, url }) {
    return page(await listFeedback(actor, db, readQuery(url, FeedbackQuery)));
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={t("feedback.list_title")} t={t} />
      <div class="page page-mid">
        <div class="head head-plain">
          <h1>{t("feedback.list_title")}</h1>
        </div>
        {data.totalCount === 0
          ? <EmptyState title={t("feedback.empty")} advice={t("feedback.empty_more")} />
          : <FeedbackList items={data.data} language={state.language} t={t} />}
        <Pagination url={url} {...data} label={t("feedback.list_title")} t={t} />
      </div>
    </Frame>
  );
});
