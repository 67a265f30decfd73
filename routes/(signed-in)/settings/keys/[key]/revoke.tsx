import { page } from "fresh";
import { Button, ButtonLink } from "../../../../../components/Button.tsx";
import { Frame } from "../../../../../components/Frame.tsx";
import { PageTitle } from "../../../../../components/PageTitle.tsx";
import { define } from "../../../../../define.ts";
import { getApiKey, revokeApiKey } from "../../../../../lib/accounts/api_keys.ts";
import { translator } from "../../../../../locales/translate.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

/** Asks whether a key is to end, and ends it. */
export const handler = define.handlers({
  async GET({ state: { actor, db }, params }) {
    return page({ key: await getApiKey(actor, db, pathId(params.key)) });
  },

  async POST(ctx) {
    await revokeApiKey(ctx.state.actor, ctx.state.db, pathId(ctx.params.key));
    return ctx.redirect("/settings/keys?done=revoked", 303);
  },
});

export default define.page<typeof handler>(({ data: { key }, state, url }) => {
  const t = translator(state.language);
  const title = t("api_keys.revoke_name", { name: key.name });
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={title} t={t} />
      <div class="page page-form">
        <h1 class="mt-12">{title}</h1>
        <p class="mt-2 text-fg-2">{t("api_keys.revoke_more")}</p>
        <form method="post" class="mt-5 flex gap-2">
          <Button kind="danger">{t("api_keys.revoke")}</Button>
          <ButtonLink href="/settings/keys">{t("common.cancel")}</ButtonLink>
        </form>
      </div>
    </Frame>
  );
});
