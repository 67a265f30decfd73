import { page } from "fresh";
import { z } from "zod";
import { ButtonLink } from "../../../components/Button.tsx";
import { PEOPLE_SORTS } from "../../../components/candidate_links.ts";
import { CandidatesFilters } from "../../../components/CandidatesFilters.tsx";
import { CandidatesTable } from "../../../components/CandidatesTable.tsx";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { Frame } from "../../../components/Frame.tsx";
import { Notice, Toast } from "../../../components/Notice.tsx";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { Pagination } from "../../../components/Pagination.tsx";
import { RequestsNotice } from "../../../components/RequestList.tsx";
import { define } from "../../../define.ts";
import { listPeople } from "../../../lib/hiring/candidates.ts";
import { listDuplicates } from "../../../lib/hiring/duplicates.ts";
import { countOpenRequests } from "../../../lib/hiring/privacy/candidate_requests.ts";
import { searchPeople } from "../../../lib/hiring/search.ts";
import { MAX_SEARCH } from "../../../lib/hiring/search_query.ts";
import { listTags } from "../../../lib/hiring/tags.ts";
import { pageFields } from "../../../lib/platform/page_of.ts";
import { translator } from "../../../locales/translate.ts";
import { readQuery } from "../../(_shared)/forms.ts";
import { ToolIcon } from "../../../components/ToolIcon.tsx";
import { PageIcon } from "../../../components/PageIcon.tsx";

const CandidatesQuery = z.object({
  ...pageFields(50, 100),
  q: z.string().transform((q) => q.slice(0, MAX_SEARCH).trim()).default(""),
  tag: z.string().max(200).default(""),
  sort: z.enum(PEOPLE_SORTS).default("change"),
  deleted: z.literal("1").optional(),
});

export const handler = define.handlers({
  async GET({ state: { actor, db }, url }) {
    const { q, tag, sort, deleted, ...query } = readQuery(url, CandidatesQuery);
    const filter = { ...query, tag: tag || undefined };
    const [people, tags, duplicates, requests] = await Promise.all([
      q === "" ? listPeople(actor, db, { ...filter, sort }) : searchPeople(actor, db, {
        ...filter,
        q,
      }),
      listTags(actor, db),
      listDuplicates(actor, db, { page: 1, itemsPerPage: 1 }),
      countOpenRequests(actor, db),
    ]);
    return page({
      people,
      isMore: "isMore" in people && people.isMore === true,
      tags,
      duplicates: duplicates.totalCount,
      requests,
      view: { q, tag, sort },
      isDeleted: deleted === "1",
    });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const { language } = state;
  const t = translator(language);
  const { people, isMore, tags, duplicates, requests, view, isDeleted } = data;
  const isFiltered = view.q !== "" || view.tag !== "";
  const isNobody = people.totalCount === 0;
  const isEmpty = isNobody && !isFiltered;
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={t("candidates.title")} t={t} />
      <div class="page">
        <div class="head head-plain">
          <h1 class="grow-1">{t("candidates.title")}</h1>
          <div class="actions">
            {duplicates > 0 && (
              <ButtonLink href="/candidates/duplicates" icon={<ToolIcon name="copies" />}>
                {t("candidates.duplicates", { count: duplicates })}
              </ButtonLink>
            )}
            {!isEmpty && (
              <ButtonLink href="/ask" icon={<PageIcon name="message" />}>
                {t("ask.title")}
              </ButtonLink>
            )}
          </div>
        </div>
        <RequestsNotice count={requests} href="/candidates/requests" t={t} />
        {isEmpty
          ? (
            <EmptyState title={t("candidates.empty")} advice={t("candidates.empty_advice")}>
              <ButtonLink href="/" kind="primary">{t("candidates.to_jobs")}</ButtonLink>
            </EmptyState>
          )
          : (
            <CandidatesFilters
              view={view}
              tags={tags}
              shown={t(isMore && !isNobody ? "candidates.more_than" : "candidates.count", {
                count: people.totalCount,
              })}
              t={t}
            />
          )}
        {isMore && !isNobody && <Notice>{t("candidates.more_advice")}</Notice>}
        {people.data.length > 0 && (
          <CandidatesTable
            people={people.data}
            isByChange={view.q === "" && view.sort === "change"}
            language={language}
            t={t}
          />
        )}
        {people.data.length === 0 && !isEmpty && (
          <EmptyState
            title={t("candidates.none")}
            advice={t(isMore ? "candidates.part_searched" : "candidates.none_advice")}
          />
        )}
        <Pagination {...people} url={url} label={t("candidates.pages")} t={t} />
      </div>
      {isDeleted && <Toast>{t("candidates.deleted")}</Toast>}
    </Frame>
  );
});
