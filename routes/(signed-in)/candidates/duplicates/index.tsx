import { page } from "fresh";
import { z } from "zod";
import { ButtonLink } from "../../../../components/Button.tsx";
import { EmptyState } from "../../../../components/EmptyState.tsx";
import { Frame } from "../../../../components/Frame.tsx";
import { Toast } from "../../../../components/Notice.tsx";
import { PageTitle } from "../../../../components/PageTitle.tsx";
import { Pagination } from "../../../../components/Pagination.tsx";
import { nameOf, PersonPair } from "../../../../components/PersonPair.tsx";
import { define } from "../../../../define.ts";
import { can } from "../../../../lib/accounts/permissions.ts";
import { describePeople, type Person } from "../../../../lib/hiring/candidates.ts";
import { listDuplicates } from "../../../../lib/hiring/duplicates.ts";
import { Id } from "../../../../lib/platform/input.ts";
import { pageFields } from "../../../../lib/platform/page_of.ts";
import { type Translate, translator } from "../../../../locales/translate.ts";
import { readQuery } from "../../../(_shared)/forms.ts";

const DuplicatesQuery = z.object({
  ...pageFields(20, 50),
  /** What was just done, and to whom. */
  done: z.enum(["dismissed", "proposed", "merged", "undone"]).optional(),
  merge: Id.optional(),
  first: Id.optional(),
  second: Id.optional(),
});

export const handler = define.handlers({
  async GET({ state: { actor, db }, url }) {
    const query = readQuery(url, DuplicatesQuery);
    const ids = [query.first, query.second].filter((id) => id !== undefined);
    const [duplicates, about] = await Promise.all([
      listDuplicates(actor, db, query),
      describePeople(actor, db, ids),
    ]);
    return page({ duplicates, about, query, canWrite: can(actor, "candidates:write") });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  const { duplicates, about, query, canWrite } = data;
  const back = here(url);
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={t("duplicates.title")} t={t} />
      <div class="page page-mid">
        <div class="head">
          <div class="grow-1">
            <div class="crumb">
              <a href="/candidates">{t("nav.candidates")}</a>
            </div>
            <div class="title-line">
              <h1>{t("duplicates.title")}</h1>
              {duplicates.totalCount > 0 && (
                <span class="text-fg-3 tabular-nums">
                  {t("duplicates.count", { count: duplicates.totalCount })}
                </span>
              )}
            </div>
            <p class="mt-1 text-fg-2">
              {t("duplicates.intro")}
              {!canWrite && ` ${t("duplicates.read_only")}`}
            </p>
          </div>
        </div>
        {duplicates.data.map((duplicate) => (
          <PersonPair
            key={`${duplicate.first.id} ${duplicate.second.id}`}
            duplicate={duplicate}
            canWrite={canWrite}
            back={back}
            language={state.language}
            t={t}
          />
        ))}
        {duplicates.data.length === 0 && (
          <EmptyState title={t("duplicates.none")} advice={t("duplicates.none_advice")}>
            <ButtonLink href="/candidates">{t("duplicates.to_candidates")}</ButtonLink>
          </EmptyState>
        )}
        <Pagination {...duplicates} url={url} label={t("duplicates.pages")} t={t} />
      </div>
      <Done query={query} about={about} back={back} canWrite={canWrite} t={t} />
    </Frame>
  );
});

/** This page without what was just done on it. */
function here(url: URL): string {
  const page = url.searchParams.get("page");
  return page ? `${url.pathname}?page=${page}` : url.pathname;
}

interface DoneProps {
  query: z.infer<typeof DuplicatesQuery>;
  about: readonly Person[];
  back: string;
  canWrite: boolean;
  t: Translate;
}

function Done({ query: { done, merge }, about: [first, second], back, canWrite, t }: DoneProps) {
  if (done === "undone") return <Toast>{t("duplicates.undone")}</Toast>;
  if (done === "merged" && first) {
    return (
      <Toast>
        <span>{t("duplicates.merged", { name: nameOf(first, t) })}</span>
        {canWrite && merge && (
          <form method="post" action={`/merges/${merge}/undo`}>
            <input type="hidden" name="back" value={back} />
            <button type="submit">{t("common.undo")}</button>
          </form>
        )}
      </Toast>
    );
  }
  if (!done || !first || !second) return null;
  const names = { first: nameOf(first, t), second: nameOf(second, t) };
  return (
    <Toast>
      <span>
        {t(done === "dismissed" ? "duplicates.dismissed" : "duplicates.proposed", names)}
      </span>
      {canWrite && done === "dismissed" && (
        <form method="post" action="/candidates/duplicates/restore">
          <input type="hidden" name="first" value={first.id} />
          <input type="hidden" name="second" value={second.id} />
          <input type="hidden" name="back" value={back} />
          <button type="submit">{t("common.undo")}</button>
        </form>
      )}
    </Toast>
  );
}
