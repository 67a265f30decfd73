import type { State } from "../define.ts";
import type { Translate } from "../locales/translate.ts";
import { Brand } from "./Brand.tsx";
import { Icon } from "./Icon.tsx";
import { LanguageSwitch, ThemeSwitch } from "./Switches.tsx";

export interface TopBarProps {
  state: State;
  /** The path of this page, to come back to after a switch. */
  path: string;
  t: Translate;
}

/** The bar above every page of somebody who is signed in. */
export function TopBar({ state, path, t }: TopBarProps) {
  const { session, language, theme } = state;
  if (!session) return null;
  const { user, workspace } = session;
  return (
    <header class="top">
      <Brand name={t("app.name")} />
      <nav aria-label={t("nav.main")}>
        <a href="/" aria-current={path === "/" ? "page" : "true"}>{t("nav.jobs")}</a>
      </nav>
      <div class="ml-auto flex items-center gap-4">
        <LanguageSwitch back={path} t={t} language={language} />
        <details class="menu">
          <summary class="avatar" title={`${user.name}, ${workspace.name}`}>
            {initials(user.name)}
            <span class="sr-only">: {t("nav.menu", { name: user.name })}</span>
          </summary>
          <div class="menu-panel">
            <p class="px-2.5 pt-1.5 pb-2">
              <span class="name">{user.name}</span>
              <span class="under-name">{workspace.name}</span>
            </p>
            <div class="border-y border-line-faint py-1">
              <ThemeSwitch back={path} t={t} theme={theme} />
            </div>
            <form method="post" action="/sign-out" class="pt-1">
              <button type="submit" class="menu-item">
                <Icon name="leave" />
                {t("nav.sign_out")}
              </button>
            </form>
          </div>
        </details>
      </div>
    </header>
  );
}

/** "Marijke Oosterhuis" → "MO". */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends.map((word) => Array.from(word ?? "")[0] ?? "").join("").toUpperCase();
}
