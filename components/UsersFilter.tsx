import type { Translate } from "../locales/translate.ts";
import { Icon } from "./Icon.tsx";

export interface UsersFilterProps {
  q: string | undefined;
  maxLength: number;
  t: Translate;
}

/** Looks for users by a part of their name, username or address. */
export function UsersFilter({ q, maxLength, t }: UsersFilterProps) {
  return (
    <form class="filters" role="search">
      <label class="find-field">
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
    </form>
  );
}
