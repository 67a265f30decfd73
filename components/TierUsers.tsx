import type { WholeTier } from "../lib/accounts/tier_overview.ts";
import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";
import { Field } from "./Field.tsx";

/** Who has the tier of their own, and a field for one more. */
export function TierUsers(
  { path, users, t }: { path: string; users: WholeTier["users"]; t: Translate },
) {
  return (
    <section class="mt-8 border-t border-line pt-4">
      <h2 class="text-sm font-semibold">{t("tiers.users")}</h2>
      <p class="mt-1 max-w-[640px] text-xs text-fg-3 text-pretty">{t("tiers.users_more")}</p>
      <ul class="mt-2">
        {users.map(({ username, name }) => (
          <li
            key={username}
            class="flex items-center justify-between gap-3 border-b border-line-faint py-1.5"
          >
            <span>
              {name} <span class="text-fg-3">{username}</span>
            </span>
            <form method="post" action={`${path}/take`}>
              <input type="hidden" name="username" value={username} />
              <Button kind="quiet" label={t("tiers.take_from", { name })}>{t("tiers.take")}</Button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" action={`${path}/give`} class="mt-3 flex flex-wrap items-end gap-3">
        <Field id="username" name="username" label={t("tiers.username")} required maxLength={20} />
        <Button>{t("tiers.give")}</Button>
      </form>
    </section>
  );
}
