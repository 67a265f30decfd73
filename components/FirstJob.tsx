import type { State } from "../define.ts";
import type { Translate } from "../locales/translate.ts";
import { Button, ButtonLink } from "./Button.tsx";

/** What a newcomer sees in the place of jobs: the three steps, and two ways to begin. */
export function FirstJob({ state, t }: { state: State; t: Translate }) {
  const steps = [
    [t("empty.step1"), t("empty.step1_more")],
    [t("empty.step2"), t("empty.step2_more", { count: state.config.upload.maxFiles })],
    [t("empty.step3"), t("empty.step3_more")],
  ];
  return (
    <section class="mx-auto mt-12 max-w-[640px]">
      <h2 class="text-xl leading-7 tracking-tighter">{t("empty.title")}</h2>
      <ol class="mt-5 mb-7 border-t border-line">
        {steps.map(([title, more], index) => (
          <li key={index} class="flex gap-4 border-b border-line py-3">
            <span class="w-3 text-fg-3 tabular-nums" aria-hidden="true">{index + 1}</span>
            <div>
              <b>{title}</b>
              <p class="text-fg-2">{more}</p>
            </div>
          </li>
        ))}
      </ol>
      <div class="flex flex-wrap items-center gap-2">
        <ButtonLink href="/jobs/new" kind="primary" icon="plus">{t("jobs.new")}</ButtonLink>
        <form method="post" action="/sample">
          <Button>{t("empty.sample")}</Button>
        </form>
        <p class="basis-full pt-1 text-xs text-fg-3">{t("empty.sample_more")}</p>
      </div>
    </section>
  );
}
