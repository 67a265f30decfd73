import { page } from "fresh";
import {
  ApiKeyForm,
  type ApiKeyFormProps,
  type TypedKey,
} from "../../../../components/ApiKeyForm.tsx";
import { ApiKeySecret } from "../../../../components/ApiKeySecret.tsx";
import { Frame } from "../../../../components/Frame.tsx";
import { PageTitle } from "../../../../components/PageTitle.tsx";
import { define } from "../../../../define.ts";
import { FieldErrors } from "../../../../islands/FieldErrors.tsx";
import {
  ApiKeyInput,
  createApiKey,
  MAX_API_KEYS,
  type NewApiKey,
} from "../../../../lib/accounts/api_keys.ts";
import { requirePermission, SCOPES } from "../../../../lib/accounts/permissions.ts";
import { Conflict } from "../../../../lib/platform/errors.ts";
import { translator } from "../../../../locales/translate.ts";
import { formFields } from "../../../(_shared)/forms.ts";
import { chosenScopes } from "../../../(_shared)/key_scopes.ts";

interface NewKeyData {
  typed: TypedKey;
  problems: ApiKeyFormProps["problems"];
  made: NewApiKey | null;
}

/** In days; 0 for ever. */
const LIFETIMES = [30, 90, 365, 0];

const EMPTY: TypedKey = { name: "", mode: "live", scopes: [], days: "90" };

/** Makes a key. Its secret is in the answer itself: nothing keeps it for a page to be led to. */
export const handler = define.handlers({
  GET({ state: { actor } }) {
    requirePermission(actor, "keys:write");
    return page<NewKeyData>({ typed: EMPTY, problems: [], made: null });
  },

  async POST({ req, state: { actor, db } }) {
    const typed = toTyped(await formFields(req));
    const again = (problems: NewKeyData["problems"], status: number) =>
      page<NewKeyData>({ typed, problems, made: null }, { status });
    const { name, mode, scopes, days } = typed;
    const input = ApiKeyInput.safeParse({ name, mode, scopes, expiresAt: endOf(days) });
    if (!input.success) {
      const wrong = new Set(input.error.issues.map(({ path }) => path[0]));
      return again((["name", "scopes"] as const).filter((field) => wrong.has(field)), 422);
    }
    try {
      const made = await createApiKey(actor, db, input.data);
      return page<NewKeyData>({ typed, problems: [], made }, {
        headers: { "cache-control": "private, no-store" },
      });
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return again(["room"], 409);
    }
  },
});

function toTyped(fields: readonly [string, string][]): TypedKey {
  const { name = "", mode = "live", days = "" } = Object.fromEntries(fields);
  return { name, mode, scopes: chosenScopes(fields), days };
}

function endOf(days: string): string | null {
  const lifetime = LIFETIMES.find((one) => String(one) === days) ?? LIFETIMES[0] ?? 0;
  return lifetime === 0 ? null : new Date(Date.now() + lifetime * 86_400_000).toISOString();
}

export default define.page<typeof handler>(({ data: { typed, problems, made }, state, url }) => {
  const t = translator(state.language);
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={t("api_keys.new")} t={t} />
      <div class="page page-form">
        {made ? <ApiKeySecret made={made} t={t} /> : (
          <>
            <h1 class="mt-12">{t("api_keys.new")}</h1>
            <ApiKeyForm
              typed={typed}
              problems={problems}
              scopes={SCOPES}
              lifetimes={LIFETIMES}
              maxKeys={MAX_API_KEYS}
              t={t}
            />
            <FieldErrors />
          </>
        )}
      </div>
    </Frame>
  );
});
