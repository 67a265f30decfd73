import type { Translate } from "../locales/translate.ts";
import { ButtonLink } from "./Button.tsx";
import { Icon } from "./Icon.tsx";

export interface UsersFilterProps {
  q: string | undefined;
  maxLength: number;
  t: Translate;
}

/** Looks for users by a part of their name, username or address; and the way to a new one. */
export function UsersFilter({ q, maxLength, t }: UsersFilterProps) {
  return (
    <form class="filters filters-stacked" role="search">
      <label class="find-field w-[260px]!">
        <Icon name="search" size={14} />
        <input
          type="search"
          name="q"
          value={q}
          maxLength={maxLength}
          placeholder={t("admin.find_users")}
          aria-label={t("admin.find_users")}
          enterkeyhint="search"
        />
      </label>
      <div class="filters-end">
        <ButtonLink href="/admin/users/new" icon="plus">{t("admin.new_user")}</ButtonLink>
      </div>
    </form>
  );
}
