import type { Role } from "../lib/accounts/principal.ts";
import type { Translate } from "../locales/translate.ts";

/** In the order of what they may do, the least first. */
export const ROLES: readonly Role[] = ["viewer", "hiring_manager", "recruiter", "owner"];

/** Chooses a role; its label is for those who do not see where it stands. */
export function RoleSelect({ value, label, t }: { value: Role; label: string; t: Translate }) {
  return (
    <select class="input" name="role" aria-label={label}>
      {ROLES.map((role) => (
        <option key={role} value={role} selected={role === value}>{t(`role.${role}`)}</option>
      ))}
    </select>
  );
}
