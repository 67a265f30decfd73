import { page } from "fresh";
import { AuditFilterForm } from "../../../../components/AuditFilterForm.tsx";
import { AuditTable } from "../../../../components/AuditTable.tsx";
import { ButtonLink } from "../../../../components/Button.tsx";
import { EmptyState } from "../../../../components/EmptyState.tsx";
import { Frame } from "../../../../components/Frame.tsx";
import { PageTitle } from "../../../../components/PageTitle.tsx";
import { SettingsNav } from "../../../../components/SettingsNav.tsx";
import { WalkLinks } from "../../../../components/WalkLinks.tsx";
import { define } from "../../../../define.ts";
import { AuditGroup } from "../../../../lib/accounts/audit_actions.ts";
import { listAuditActors } from "../../../../lib/accounts/audit_actors.ts";
import { listAuditLog } from "../../../../lib/accounts/audit_log.ts";
import { can } from "../../../../lib/accounts/permissions.ts";
import { InvalidInput, NotFound } from "../../../../lib/platform/errors.ts";
import { cursorFields } from "../../../../lib/platform/page_of.ts";
import { translator } from "../../../../locales/translate.ts";
import { AuditPageFilter, toAuditFilter } from "../../../(_shared)/audit_query.ts";
import { readQuery } from "../../../(_shared)/forms.ts";

const ENTRIES_PER_PAGE = 50;

const AuditPageQuery = AuditPageFilter.extend({ cursor: cursorFields().cursor });

/** The log of the workspace; those who may not read it are told who can. */
export const handler = define.handlers({
  async GET({ state: { actor, db }, url }) {
    const { cursor, ...filter } = readQuery(url, AuditPageQuery);
    if (!can(actor, "audit:read")) return page({ filter, log: null, actors: [] });
    const query = { ...toAuditFilter(filter), cursor, page: 1, itemsPerPage: ENTRIES_PER_PAGE };
    try {
      const [log, actors] = await Promise.all([
        listAuditLog(actor, db, query),
        listAuditActors(actor, db),
      ]);
      return page({ filter, log, actors });
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      throw new NotFound("There is no such page: its cursor does not fit");
    }
  },
});

export default define.page<typeof handler>(({ data: { filter, log, actors }, state, url }) => {
  const { language } = state;
  const t = translator(language);
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={t("audit.title")} t={t} />
      <div class="page">
        <SettingsNav tab="audit" t={t} />
        <p class="mt-4 max-w-[640px] text-fg-2 text-pretty">{t("audit.intro")}</p>
        {!log ? <p class="hint">{t("audit.read_only")}</p> : (
          <>
            <AuditFilterForm
              groups={AuditGroup.options}
              actors={actors}
              filter={filter}
              count={log.totalCount}
              t={t}
            />
            {log.data.length > 0
              ? <AuditTable entries={log.data} filter={filter} language={language} t={t} />
              : isFiltered
              ? (
                <EmptyState title={t("audit.none_fits")} advice={t("audit.none_fits_advice")}>
                  <ButtonLink href="/settings/audit">{t("audit.all")}</ButtonLink>
                </EmptyState>
              )
              : <EmptyState title={t("audit.none")} advice={t("audit.none_advice")} />}
            <WalkLinks {...log} url={url} label={t("audit.pages")} t={t} />
          </>
        )}
      </div>
    </Frame>
  );
});
