import type { TierInUse, WorkspaceTier } from "../lib/accounts/tier_overview.ts";
import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";

export interface WorkspaceTiersProps {
  workspaces: readonly WorkspaceTier[];
  tiers: readonly TierInUse[];
  t: Translate;
}

/** Which tier each workspace has; a form each, since a tier acts at once. */
export function WorkspaceTiers({ workspaces, tiers, t }: WorkspaceTiersProps) {
  return (
    <section class="mt-8 border-t border-line pt-4">
      <h2 class="text-sm font-semibold">{t("tiers.workspaces")}</h2>
      <ul class="mt-2">
        {workspaces.map(({ id, name, tierId }) => (
          <li key={id} class="border-b border-line-faint py-2">
            <form
              method="post"
              action="/admin/tiers/workspace"
              class="flex flex-wrap items-center justify-between gap-3"
            >
              <input type="hidden" name="workspaceId" value={id} />
              <span class="min-w-0 break-words">{name}</span>
              <span class="flex gap-2">
                <select name="tierId" class="input" aria-label={t("tiers.tier_of", { name })}>
                  <option value="" selected={tierId === null}>{t("tiers.none")}</option>
                  {tiers.map((tier) => (
                    <option key={tier.id} value={tier.id} selected={tier.id === tierId}>
                      {tier.name}
                    </option>
                  ))}
                </select>
                <Button>{t("tiers.give")}</Button>
              </span>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
