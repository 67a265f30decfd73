import { AllKeys } from "../../components/AllKeys.tsx";
import { Frame } from "../../components/Frame.tsx";
import { PageTitle } from "../../components/PageTitle.tsx";
import { define } from "../../define.ts";
import { translator } from "../../locales/translate.ts";

export default define.page(({ state, url }) => {
  const t = translator(state.language);
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={t("keys.title")} t={t} />
      <div class="page page-form">
        <h1 class="mt-5 mb-4">{t("keys.title")}</h1>
        <section id="in-dialog" aria-label={t("keys.title")}>
          <AllKeys isOn={state.session?.user.singleKeys ?? true} t={t} />
        </section>
      </div>
    </Frame>
  );
});
