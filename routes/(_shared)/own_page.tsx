import { type Context, page, type PageProps, type PageResponse } from "fresh";
import { OwnFrame, OwnPage, type OwnPageProps } from "../../components/OwnPage.tsx";
import type { State } from "../../define.ts";
import { type OwnPage as OwnPageData, readOwnPage } from "../../lib/hiring/privacy/own_page.ts";
import type { PageVisitor } from "../../lib/hiring/privacy/page_links.ts";
import { translator } from "../../locales/translate.ts";
import { pageBase } from "./page_visitor.ts";

/** A candidate's page, or null where the link opens none. */
export interface OwnData extends Pick<OwnPageProps, "done" | "refused" | "base"> {
  readonly own: OwnPageData | null;
}

const DONE = ["consent", "withdrawn", "asked", "taken_back", "answered"] as const;

/** Gathers the page of who came by a link; with what could not be taken, if that was a request. */
export async function ownPage(
  ctx: Context<State>,
  visitor: PageVisitor | undefined,
  refused: OwnPageProps["refused"] = null,
): Promise<PageResponse<OwnData>> {
  const said = ctx.url.searchParams.get("done");
  const shown = { done: DONE.find((one) => one === said), refused, base: pageBase(ctx) };
  if (!visitor) return page({ ...shown, own: null }, { status: 404 });
  const own = await readOwnPage(visitor, ctx.state.db, ctx.state.language);
  return page({ ...shown, own }, { status: refused ? refused.isTwice ? 409 : 422 : 200 });
}

export function OwnDataPage({ data, state }: PageProps<OwnData, State>) {
  const { language } = state;
  const t = translator(language);
  const { own, base } = data;
  if (!own) {
    return (
      <OwnFrame title={t("own.gone")} state={state} path={base} t={t}>
        <h1 class="text-2xl text-balance">{t("own.gone")}</h1>
        <p class="text-fg-2">{t("own.gone_more")}</p>
      </OwnFrame>
    );
  }
  const title = t("own.title", { workspace: own.workspace });
  return (
    <OwnFrame title={title} state={state} path={base} t={t}>
      <OwnPage {...data} data={own} language={language} t={t} />
    </OwnFrame>
  );
}
