import { type Context, page, type PageResponse } from "fresh";
import { z } from "zod";
import { Frame } from "../../../../components/Frame.tsx";
import { Toast } from "../../../../components/Notice.tsx";
import { PageTitle } from "../../../../components/PageTitle.tsx";
import { DeletionsTable, DueTable } from "../../../../components/RetentionTables.tsx";
import { RetentionForm } from "../../../../components/RetentionForm.tsx";
import { Pagination } from "../../../../components/Pagination.tsx";
import { SettingsNav } from "../../../../components/SettingsNav.tsx";
import { define, type State } from "../../../../define.ts";
import { can } from "../../../../lib/accounts/permissions.ts";
import { type Deletion, listDeletions } from "../../../../lib/hiring/privacy/deletions.ts";
import {
  getRetention,
  type Keeping,
  listDue,
  RetentionRule,
  setRetention,
} from "../../../../lib/hiring/privacy/retention.ts";
import { pageFields, type PageOf } from "../../../../lib/platform/page_of.ts";
import { translator } from "../../../../locales/translate.ts";
import { formFields, readQuery } from "../../../(_shared)/forms.ts";

interface RetentionData {
  /** What stands in the field. */
  readonly days: string;
  readonly isWrong: boolean;
  readonly due: readonly Keeping[];
  readonly deletions: PageOf<Deletion>;
  readonly isSaved: boolean;
}

const DeletionsQuery = z.object(pageFields(20, 100));

const Days = z.string().trim().regex(/^\d{1,3}$/).transform(Number)
  .pipe(RetentionRule.shape.days);

export const handler = define.handlers({
  GET: (ctx) => show(ctx),

  async POST(ctx) {
    const { days: typed = "" } = Object.fromEntries(await formFields(ctx.req));
    const days = Days.safeParse(typed);
    if (!days.success) return show(ctx, typed);
    await setRetention(ctx.state.actor, ctx.state.db, { days: days.data });
    return ctx.redirect("/settings/retention?done=saved", 303);
  },
});

async function show(
  { state: { actor, db }, url }: Context<State>,
  typed?: string,
): Promise<PageResponse<RetentionData>> {
  const [rule, due, deletions] = await Promise.all([
    getRetention(actor, db),
    listDue(actor, db),
    listDeletions(actor, db, readQuery(url, DeletionsQuery)),
  ]);
  return page({
    days: typed ?? String(rule.days),
    isWrong: typed !== undefined,
    due,
    deletions,
    isSaved: url.searchParams.get("done") === "saved",
  }, { status: typed === undefined ? 200 : 422 });
}

export default define.page<typeof handler>(({ data, state, url }) => {
  const { language } = state;
  const t = translator(language);
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={t("retention.title")} t={t} />
      <div class="page page-mid">
        <SettingsNav tab="retention" t={t} />
        <RetentionForm
          days={data.days}
          isWrong={data.isWrong}
          isAllowed={can(state.actor, "members:write")}
          t={t}
        />
        <DueTable due={data.due} language={language} t={t} />
        <DeletionsTable deletions={data.deletions.data} language={language} t={t} />
        <Pagination url={url} {...data.deletions} label={t("retention.deletions")} t={t} />
      </div>
      {data.isSaved && <Toast>{t("retention.saved")}</Toast>}
    </Frame>
  );
});
