import { page } from "fresh";
import { z } from "zod";
import { ApiKeyList } from "../../../../components/ApiKeyList.tsx";
import { ButtonLink } from "../../../../components/Button.tsx";
import { EmptyState } from "../../../../components/EmptyState.tsx";
import { Frame } from "../../../../components/Frame.tsx";
import { Toast } from "../../../../components/Notice.tsx";
import { PageTitle } from "../../../../components/PageTitle.tsx";
import { Pagination } from "../../../../components/Pagination.tsx";
import { SettingsNav } from "../../../../components/SettingsNav.tsx";
import { define } from "../../../../define.ts";
import { listApiKeys } from "../../../../lib/accounts/api_keys.ts";
import { can } from "../../../../lib/accounts/permissions.ts";
import { wholeNumber } from "../../../../lib/platform/page_of.ts";
import { translator } from "../../../../locales/translate.ts";
import { readQuery } from "../../../(_shared)/forms.ts";

const KEYS_PER_PAGE = 50;

const Query = z.object({
  page: wholeNumber(1, 1_000_000, 1),
  done: z.enum(["revoked", "changed"]).optional(),
});

/** The keys of the workspace; those who may make none are told who can. */
export const handler = define.handlers({
  async GET({ state: { actor, db }, url }) {
    const { page: at, done } = readQuery(url, Query);
    const keys = can(actor, "keys:write")
      ? await listApiKeys(actor, db, { page: at, itemsPerPage: KEYS_PER_PAGE })
      : null;
    return page({ keys, done });
  },
});

export default define.page<typeof handler>(({ data: { keys, done }, state, url }) => {
  const t = translator(state.language);
  const make = (
    <ButtonLink href="/settings/keys/new" kind="primary" icon="plus">
      {t("api_keys.new")}
    </ButtonLink>
  );
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={t("api_keys.title")} t={t} />
      <div class="page page-mid">
        <SettingsNav tab="keys" t={t} />
        <p class="mt-4 max-w-[640px] text-fg-2 text-pretty">{t("api_keys.intro")}</p>
        {!keys
          ? <p class="hint">{t("api_keys.read_only")}</p>
          : keys.totalCount === 0
          ? (
            <EmptyState title={t("api_keys.none")} advice={t("api_keys.none_more")}>
              {make}
            </EmptyState>
          )
          : (
            <>
              <p class="mt-4">{make}</p>
              <ApiKeyList keys={keys.data} language={state.language} t={t} />
              <Pagination {...keys} url={url} label={t("api_keys.title")} t={t} />
            </>
          )}
      </div>
      {done && <Toast>{t(`api_keys.done_${done}`)}</Toast>}
    </Frame>
  );
});
