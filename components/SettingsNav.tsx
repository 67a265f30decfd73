import type { Translate } from "../locales/translate.ts";

const TABS = [
  ["profile", "/settings"],
  ["security", "/settings/security"],
  ["workspace", "/settings/workspace"],
  ["stages", "/settings/stages"],
  ["letters", "/settings/letters"],
  ["judging", "/settings/judging"],
  ["keys", "/settings/keys"],
  ["usage", "/settings/usage"],
  ["model", "/settings/model"],
  ["webhooks", "/settings/webhooks"],
  ["retention", "/settings/retention"],
  ["audit", "/settings/audit"],
] as const;

export type SettingsTab = typeof TABS[number][0];

/** The heading of the settings and the ways between their pages; tabs are links. */
export function SettingsNav({ tab, t }: { tab: SettingsTab; t: Translate }) {
  return (
    <>
      <div class="head head-plain">
        <h1>{t("account.title")}</h1>
      </div>
      <nav class="tabs" aria-label={t("account.title")}>
        {TABS.map(([name, path]) => (
          <a
            key={name}
            href={path}
            aria-current={name === tab ? "page" : undefined}
          >
            {t(`account.tab_${name}`)}
          </a>
        ))}
      </nav>
    </>
  );
}
