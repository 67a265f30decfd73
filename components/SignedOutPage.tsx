import type { ComponentChildren } from "preact";
import type { State } from "../define.ts";
import type { Translate } from "../locales/translate.ts";
import { Brand } from "./Brand.tsx";
import { PageTitle } from "./PageTitle.tsx";
import { LanguageSwitch } from "./Switches.tsx";
import { Verdict } from "./Verdict.tsx";

export interface SignedOutPageProps {
  title: string;
  state: State;
  url: URL;
  t: Translate;
  children: ComponentChildren;
}

/** A page for who is not signed in: what to do at the left, what the product is at the right. */
export function SignedOutPage({ title, state, url, t, children }: SignedOutPageProps) {
  return (
    <main class="sign-in">
      <PageTitle title={title} t={t} />
      <section class="sign-in-form">
        <Brand name={t("app.name")} />
        <div class="m-auto grid w-full max-w-[340px] gap-[18px]">
          <h1 class="text-2xl text-balance">{title}</h1>
          {children}
        </div>
        <LanguageSwitch back={url.pathname + url.search} t={t} language={state.language} long />
      </section>
      <section class="sign-in-proof" aria-label={t("sign_in.about")}>
        <figure class="max-w-[560px]">
          <figcaption class="flex items-center gap-3.5">
            <Verdict verdict="YES" word={t("verdict.YES")} />
            <b>{t("sign_in.proof_requirement")}</b>
          </figcaption>
          <blockquote class="mt-3.5 mb-5 text-[1.75rem] leading-10 tracking-[-0.02em] text-balance">
            {t("sign_in.proof_before")}
            <mark class="mark-yes">{t("sign_in.proof_mark")}</mark>
            {t("sign_in.proof_after")}
          </blockquote>
          <p class="text-md text-fg-2">{t("sign_in.promise")}</p>
        </figure>
      </section>
    </main>
  );
}
