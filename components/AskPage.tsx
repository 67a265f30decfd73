import type { ComponentChildren } from "preact";
import type { State } from "../define.ts";
import type { Translate } from "../locales/translate.ts";
import { Button, ButtonLink } from "./Button.tsx";
import { Frame } from "./Frame.tsx";
import { PageTitle } from "./PageTitle.tsx";

export interface AskPageProps {
  title: string;
  /** What it does. */
  more: string;
  /** The words of the button that does it. */
  yes: string;
  /** Where not doing it leads. */
  back: string;
  state: State;
  url: URL;
  t: Translate;
  /** Fields that the answer takes. */
  children?: ComponentChildren;
}

/** Asks, on a page of its own, before something that cannot be undone. */
export function AskPage({ title, more, yes, back, state, url, t, children }: AskPageProps) {
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={title} t={t} />
      <div class="page page-form">
        <h1 class="mt-12">{title}</h1>
        <p class="mt-2 text-fg-2 text-pretty">{more}</p>
        <form method="post" class="mt-5 grid gap-4">
          {children}
          <div class="flex gap-2">
            <Button kind="danger">{yes}</Button>
            <ButtonLink href={back}>{t("common.cancel")}</ButtonLink>
          </div>
        </form>
      </div>
    </Frame>
  );
}
