import { page } from "fresh";
import { ApiKeyName, ApiKeyScopes } from "../../../../../components/ApiKeyFields.tsx";
import { Button, ButtonLink } from "../../../../../components/Button.tsx";
import { Frame } from "../../../../../components/Frame.tsx";
import { PageTitle } from "../../../../../components/PageTitle.tsx";
import { define } from "../../../../../define.ts";
import { FieldErrors } from "../../../../../islands/FieldErrors.tsx";
import {
  type ApiKey,
  ApiKeyChange,
  changeApiKey,
  getApiKey,
} from "../../../../../lib/accounts/api_keys.ts";
import { SCOPES } from "../../../../../lib/accounts/permissions.ts";
import { translator } from "../../../../../locales/translate.ts";
import { formFields } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";
import { chosenScopes } from "../../../../(_shared)/key_scopes.ts";

interface ChangeData {
  key: ApiKey;
  typed: { name: string; scopes: readonly string[] };
  wrong: ReadonlySet<PropertyKey | undefined>;
}

/** Changes what a key is called and what it may do; its secret stays. */
export const handler = define.handlers({
  async GET({ state: { actor, db }, params }) {
    const key = await getApiKey(actor, db, pathId(params.key));
    return page<ChangeData>({ key, typed: key, wrong: new Set() });
  },

  async POST(ctx) {
    const { req, state: { actor, db }, params } = ctx;
    const key = await getApiKey(actor, db, pathId(params.key));
    const fields = await formFields(req);
    const typed = { name: Object.fromEntries(fields).name ?? "", scopes: chosenScopes(fields) };
    const input = ApiKeyChange.safeParse(typed);
    if (!input.success) {
      const wrong = new Set(input.error.issues.map(({ path }) => path[0]));
      return page<ChangeData>({ key, typed, wrong }, { status: 422 });
    }
    await changeApiKey(actor, db, key.id, input.data);
    return ctx.redirect(`/settings/keys?done=changed#key-${key.id}`, 303);
  },
});

export default define.page<typeof handler>(({ data: { key, typed, wrong }, state, url }) => {
  const t = translator(state.language);
  const title = t("api_keys.change_name", { name: key.name });
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={title} t={t} />
      <div class="page page-form">
        <h1 class="mt-12">{title}</h1>
        <p class="mt-2 text-fg-2">{t("api_keys.change_more")}</p>
        <form method="post" class="mt-6 grid gap-6">
          <ApiKeyName value={typed.name} isWrong={wrong.has("name")} t={t} />
          <ApiKeyScopes
            scopes={SCOPES}
            chosen={typed.scopes}
            isWrong={wrong.has("scopes")}
            t={t}
          />
          <div class="flex gap-2">
            <Button kind="primary">{t("api_keys.save")}</Button>
            <ButtonLink href="/settings/keys">{t("common.cancel")}</ButtonLink>
          </div>
        </form>
        <FieldErrors />
      </div>
    </Frame>
  );
});
