import type { State } from "../define.ts";
import { Find } from "../islands/Find.tsx";
import { MenuDialogs } from "../islands/MenuDialogs.tsx";
import { textsFor, type Translate } from "../locales/translate.ts";
import { Brand } from "./Brand.tsx";
import { Icon } from "./Icon.tsx";
import { PAGE_STROKES, PageIcon } from "./PageIcon.tsx";
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
      <div class="top-fold" id="top-fold" popover="auto">
        <MainNav path={path} t={t} />
        <Find
          singleKeys={user.singleKeys}
          language={language}
          texts={textsFor(language, "find.")}
        />
        <LanguageSwitch back={path} t={t} language={language} />
      </div>
      <div class="flex items-center gap-2">
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
            <div class="border-b border-line-faint py-1">
              <a
                class="menu-item"
                href="/settings"
                aria-current={currentAt(path, "/settings", /^\/settings\//)}
              >
                <PageIcon name="sliders" />
                {t("nav.settings")}
              </a>
              <MenuDialogs
                entries={[
                  { href: "/keys", stroke: PAGE_STROKES.keyboard, word: t("nav.keys") },
                  {
                    href: feedbackPath(path),
                    stroke: PAGE_STROKES.message,
                    word: t("nav.feedback"),
                  },
                ]}
                words={{
                  close: t("common.close"),
                  offline: t("common.offline"),
                  signed_out: t("common.session_ended"),
                  refused: t("common.not_saved"),
                }}
              />
              {(session.actor.isSuperuser || session.actor.awaitsSecondFactor) && (
                <>
                  <a
                    class="menu-item"
                    href="/feedback"
                    aria-current={currentAt(path, "/feedback")}
                  >
                    <Icon name="list" />
                    {t("nav.feedback_list")}
                  </a>
                  <a
                    class="menu-item"
                    href="/admin/users"
                    aria-current={currentAt(path, "/admin/users", /^\/admin\//)}
                  >
                    <Icon name="lock" />
                    {t("nav.admin")}
                  </a>
                </>
              )}
            </div>
            <form method="post" action="/sign-out" class="pt-1">
              <button type="submit" class="menu-item">
                <PageIcon name="leave" />
                {t("nav.sign_out")}
              </button>
            </form>
          </div>
        </details>
        <button
          type="button"
          class="burger"
          popovertarget="top-fold"
          aria-label={t("nav.fold")}
        >
          <PageIcon name="menu" size={20} />
        </button>
      </div>
    </header>
  );
}

const PLACES = [
  { word: "nav.jobs", href: "/", under: /^\/(?:jobs|resumes)(?:\/|$)/ },
  { word: "nav.candidates", href: "/candidates", under: /^\/(?:candidates\/|ask$)/ },
  { word: "nav.reports", href: "/reports", under: /^\/reports\// },
] as const;

/** The three places of the product; the one that this page belongs to is the current one. */
function MainNav({ path, t }: Pick<TopBarProps, "path" | "t">) {
  return (
    <nav aria-label={t("nav.main")}>
      {PLACES.map(({ word, href, under }) => (
        <a
          key={href}
          href={href}
          aria-current={currentAt(path, href, under)}
        >
          {t(word)}
        </a>
      ))}
    </nav>
  );
}

/** How a link says that it leads to the page at a path, or to what that page belongs to. */
function currentAt(path: string, href: string, under?: RegExp): "page" | "true" | undefined {
  const [here = path] = path.split("?");
  if (here === href) return "page";
  return under?.test(here) ? "true" : undefined;
}

/** The form of feedback, which knows the page that one comes from. */
function feedbackPath(page: string): string {
  return `/feedback/new?${new URLSearchParams({ page })}`;
}

/** "Marijke Oosterhuis" → "MO". */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends.map((word) => Array.from(word ?? "")[0] ?? "").join("").toUpperCase();
}
