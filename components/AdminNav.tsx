import type { Translate } from "../locales/translate.ts";

/** The pages for who operates the installation; each has its word under `admin.tab_`. */
const TABS = [
  ["users", "/admin/users"],
  ["mails", "/admin/mails"],
  ["tiers", "/admin/tiers"],
  ["tasks", "/admin/tasks"],
  ["health", "/admin/health"],
] as const;

export type AdminTab = typeof TABS[number][0];

/** The heading of the superusers' pages and the ways between them; tabs are links. */
export function AdminNav({ tab, t }: { tab: AdminTab; t: Translate }) {
  return (
    <>
      <div class="head head-plain">
        <h1>{t("admin.title")}</h1>
      </div>
      <nav class="tabs" aria-label={t("admin.title")}>
        {TABS.map(([name, path]) => (
          <a
            key={name}
            href={path}
            aria-current={name === tab ? "page" : undefined}
          >
            {t(`admin.tab_${name}`)}
          </a>
        ))}
      </nav>
    </>
  );
}
