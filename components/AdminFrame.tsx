import type { ComponentChildren } from "preact";
import type { State } from "../define.ts";
import type { Translate } from "../locales/translate.ts";
import { AdminNav, type AdminTab } from "./AdminNav.tsx";
import { Frame } from "./Frame.tsx";
import { PageTitle } from "./PageTitle.tsx";

export interface AdminFrameProps {
  tab: AdminTab;
  state: State;
  url: URL;
  t: Translate;
  children: ComponentChildren;
}

/** What every page for superusers has around it. */
export function AdminFrame({ tab, state, url, t, children }: AdminFrameProps) {
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={t(`admin.tab_${tab}`)} t={t} />
      <div class="page page-mid">
        <AdminNav tab={tab} t={t} />
        {children}
      </div>
    </Frame>
  );
}
