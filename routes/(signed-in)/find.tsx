import { page } from "fresh";
import { z } from "zod";
import { Button, ButtonLink } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { findActions } from "../../components/find_actions.ts";
import { type FindItem, fromFirstHit } from "../../components/find_items.ts";
import { FindList } from "../../components/FindList.tsx";
import { Frame } from "../../components/Frame.tsx";
import { PageTitle } from "../../components/PageTitle.tsx";
import { define } from "../../define.ts";
import { can } from "../../lib/accounts/permissions.ts";
import { find, type Finding, findJobs } from "../../lib/hiring/find.ts";
import { MAX_SEARCH } from "../../lib/hiring/search_query.ts";
import { type Translate, translator } from "../../locales/translate.ts";
import { readQuery, safePath, wantsJson } from "../(_shared)/forms.ts";

const FindQuery = z.object({
  q: z.string().transform((q) => q.slice(0, MAX_SEARCH).trim()).default(""),
  back: z.string().max(2000).optional(),
});

/** How many of each the list below the field has, and the page. */
const WHILE_TYPING = { people: 6, jobs: 5 };
const ON_PAGE = { people: 10, jobs: 10 };

/** Of so many jobs the actions are looked through. */
const RECENT_JOBS = 5;

export const handler = define.handlers({
  async GET(ctx) {
    const { actor, db, language } = ctx.state;
    const { q, back } = readQuery(ctx.url, FindQuery);
    const isTyping = wantsJson(ctx);
    const [found, recent] = await Promise.all([
      find(actor, db, { q, isTyping, ...(isTyping ? WHILE_TYPING : ON_PAGE) }),
      findJobs(actor, db, "", RECENT_JOBS),
    ]);
    const t = translator(language);
    const actions = findActions({
      q,
      jobs: found.jobs,
      recent,
      may: {
        addJobs: can(actor, "jobs:write"),
        addResumes: can(actor, "resumes:write"),
        seePeople: can(actor, "candidates:read"),
      },
      back: isTyping ? safePath(back) : ctx.url.pathname + ctx.url.search,
      t,
    });
    if (isTyping) {
      const items = [...peopleItems(found, t), ...jobItems(found, t), ...actions];
      return Response.json({ items }, { headers: { "cache-control": "no-store", vary: "accept" } });
    }
    const { peopleCount, isMore } = found;
    return page({
      q,
      peopleCount,
      isMore,
      people: peopleItems(found, t),
      jobs: jobItems(found, t),
      actions,
    }, { headers: { vary: "accept" } });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  const { q, people, jobs, actions, peopleCount, isMore } = data;
  const isNothing = people.length + jobs.length + actions.length === 0;
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={q === "" ? t("find.title") : `${t("find.title")}: ${q}`} t={t} />
      <div class="page page-form">
        <h1 class="mt-5 mb-3">{t("find.title")}</h1>
        <form role="search" class="flex gap-2" aria-label={t("find.title")}>
          <input
            class="input"
            type="search"
            name="q"
            value={q}
            maxLength={MAX_SEARCH}
            placeholder={t("find.label")}
            aria-label={t("find.label")}
            aria-describedby="find-hint"
          />
          <Button kind="primary">{t("find.submit")}</Button>
        </form>
        <p class="hint" id="find-hint">{t("find.hint")}</p>
        {isNothing && (
          <EmptyState
            title={t("find.none", { q })}
            advice={t(isMore ? "candidates.part_searched" : "find.none_advice")}
          />
        )}
        <FindList title={t("find.people")} items={people}>
          {peopleCount > people.length && (
            <ButtonLink size="small" href={`/candidates?${new URLSearchParams({ q })}`}>
              {t(isMore ? "candidates.show_more_than" : "candidates.show_all", {
                count: peopleCount,
              })}
            </ButtonLink>
          )}
        </FindList>
        {isMore && !isNothing && peopleCount <= people.length && (
          <p class="hint">{t("candidates.part_searched")}</p>
        )}
        <FindList title={q === "" ? t("find.recent_jobs") : t("find.jobs")} items={jobs} />
        <FindList title={t("find.actions")} items={actions} />
      </div>
    </Frame>
  );
});

function peopleItems({ people }: Finding, t: Translate): FindItem[] {
  return people.map(({ id, name, marks, headline, email, place, quote }) => ({
    kind: "person",
    href: `/candidates/${id}`,
    title: name === null ? [{ text: t("find.no_name"), isHit: false }] : marks.name,
    more: [headline, place, email].filter((one) => one !== null).join(" · ") || null,
    quote: quote && fromFirstHit(quote.parts),
  }));
}

function jobItems({ jobs }: Finding, t: Translate): FindItem[] {
  return jobs.map(({ id, title, isOpen }) => ({
    kind: "job",
    href: `/jobs/${id}`,
    title: [{ text: title, isHit: false }],
    more: isOpen ? null : t("find.closed"),
    quote: null,
  }));
}
