import type { State } from "../define.ts";
import type { Translate } from "../locales/translate.ts";
import { PageIcon, type PageIconName } from "./PageIcon.tsx";

interface SwitchProps {
  /** The path to come back to. */
  back: string;
  t: Translate;
}

/** EN and NL; a form, so that it works without JavaScript and changes nothing by a mere link. */
export function LanguageSwitch(
  { back, t, language, long }: SwitchProps & { language: State["language"]; long?: boolean },
) {
  return (
    <form method="post" action="/preferences" class="languages" aria-label={t("language.label")}>
      <input type="hidden" name="back" value={back} />
      {(["en", "nl"] as const).map((one) => (
        <button
          key={one}
          type="submit"
          name="language"
          value={one}
          lang={one}
          aria-pressed={one === language ? "true" : "false"}
        >
          {long ? t(`language.${one}`) : (
            <>
              {one.toUpperCase()}
              <span class="sr-only">: {t(`language.${one}`)}</span>
            </>
          )}
        </button>
      ))}
    </form>
  );
}

const THEMES: readonly (readonly [State["theme"], PageIconName])[] = [
  ["system", "screen"],
  ["light", "sun"],
  ["dark", "moon"],
];

/** The themes, as items of the menu. */
export function ThemeSwitch({ back, t, theme }: SwitchProps & { theme: State["theme"] }) {
  return (
    <form method="post" action="/preferences" aria-label={t("theme.label")}>
      <input type="hidden" name="back" value={back} />
      {THEMES.map(([one, icon]) => (
        <button
          key={one}
          type="submit"
          name="theme"
          value={one}
          class="menu-item"
          aria-pressed={one === theme ? "true" : "false"}
        >
          <PageIcon name={icon} />
          {t(`theme.${one}`)}
        </button>
      ))}
    </form>
  );
}
