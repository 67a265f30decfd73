import { page } from "fresh";
import { Frame } from "../../../../components/Frame.tsx";
import { LetterTemplates } from "../../../../components/LetterTemplates.tsx";
import { PageTitle } from "../../../../components/PageTitle.tsx";
import { SettingsNav } from "../../../../components/SettingsNav.tsx";
import { define } from "../../../../define.ts";
import { listTemplates } from "../../../../lib/hiring/letter_templates.ts";
import { translator } from "../../../../locales/translate.ts";
import { LETTER_WORDS } from "../../../(_shared)/letter_words.ts";

export const handler = define.handlers({
  GET: async ({ state: { actor, db } }) =>
    page({ templates: await listTemplates(actor, db, LETTER_WORDS) }),
});

export default define.page<typeof handler>(({ data: { templates }, state, url }) => {
  const t = translator(state.language);
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={t("letter.title")} t={t} />
      <div class="page page-mid">
        <SettingsNav tab="letters" t={t} />
        <p class="mt-4 max-w-[640px] text-fg-2 text-pretty">{t("letter.templates_intro")}</p>
        <LetterTemplates templates={templates} t={t} />
      </div>
    </Frame>
  );
});
