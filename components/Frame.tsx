import type { ComponentChildren } from "preact";
import type { State } from "../define.ts";
import { SentOnce } from "../islands/SentOnce.tsx";
import type { Translate } from "../locales/translate.ts";
import { TopBar } from "./TopBar.tsx";

export interface FrameProps {
  state: State;
  url: URL;
  t: Translate;
  children: ComponentChildren;
}

/** Skip link, top bar and main part: what every page but sign-in and evaluation has. */
export function Frame({ state, url, t, children }: FrameProps) {
  return (
    <>
      <a class="skip" href="#main">{t("app.skip")}</a>
      <TopBar state={state} path={url.pathname + url.search} t={t} />
      <main id="main" tabIndex={-1}>{children}</main>
      <SentOnce />
    </>
  );
}
