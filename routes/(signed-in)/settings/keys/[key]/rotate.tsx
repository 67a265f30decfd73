import { page } from "fresh";
import { z } from "zod";
import { ApiKeySecret } from "../../../../../components/ApiKeySecret.tsx";
import { Button, ButtonLink } from "../../../../../components/Button.tsx";
import { Frame } from "../../../../../components/Frame.tsx";
import { PageTitle } from "../../../../../components/PageTitle.tsx";
import { define } from "../../../../../define.ts";
import {
  type ApiKey,
  getApiKey,
  MAX_OVERLAP_HOURS,
  type NewApiKey,
  rotateApiKey,
} from "../../../../../lib/accounts/api_keys.ts";
import { wholeNumber } from "../../../../../lib/platform/page_of.ts";
import { translator } from "../../../../../locales/translate.ts";
import { readForm } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

interface RotationData {
  key: ApiKey;
  made: NewApiKey | null;
}

const Rotation = z.object({ overlapHours: wholeNumber(0, MAX_OVERLAP_HOURS, 24) });

const OVERLAPS = [24, 72, 168, 1, 0];

/** Asks how long the present secret is to hold, and gives the key a new one. */
export const handler = define.handlers({
  async GET({ state: { actor, db }, params }) {
    return page<RotationData>({ key: await getApiKey(actor, db, pathId(params.key)), made: null });
  },

  async POST({ req, state: { actor, db }, params }) {
    const rotation = await readForm(req, Rotation);
    const made = await rotateApiKey(actor, db, pathId(params.key), rotation);
    return page<RotationData>({ key: made, made }, {
      headers: { "cache-control": "private, no-store" },
    });
  },
});

export default define.page<typeof handler>(({ data: { key, made }, state, url }) => {
  const t = translator(state.language);
  const title = t("api_keys.rotate_name", { name: key.name });
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={title} t={t} />
      <div class="page page-form">
        {made ? <ApiKeySecret made={made} t={t} /> : (
          <>
            <h1 class="mt-12">{title}</h1>
            <p class="mt-2 text-fg-2">{t("api_keys.rotate_more")}</p>
            <form method="post" class="mt-5 grid gap-4">
              <label>
                <span class="label">{t("api_keys.overlap")}</span>
                <select class="input" name="overlapHours">
                  {OVERLAPS.map((hours) => (
                    <option key={hours} value={hours}>
                      {hours === 0 ? t("api_keys.at_once") : t("api_keys.hours", { count: hours })}
                    </option>
                  ))}
                </select>
              </label>
              <div class="flex gap-2">
                <Button kind="primary">{t("api_keys.rotate")}</Button>
                <ButtonLink href="/settings/keys">{t("common.cancel")}</ButtonLink>
              </div>
            </form>
          </>
        )}
      </div>
    </Frame>
  );
});
