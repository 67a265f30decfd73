import { page } from "fresh";
import { Frame } from "../../components/Frame.tsx";
import { Buttons, Inputs } from "../../components/guide/Controls.tsx";
import { DropZones, FileRows } from "../../components/guide/Files.tsx";
import { Dialogs, Menus, Messages, States, Tabs } from "../../components/guide/Floating.tsx";
import { HiddenWords, Overrides, RequirementRows } from "../../components/guide/Judgements.tsx";
import { Scores, Tags, Verdicts } from "../../components/guide/Marks.tsx";
import { BoardCards, RankingBars, RankingRows } from "../../components/guide/Rankings.tsx";
import { PageTitle } from "../../components/PageTitle.tsx";
import { define } from "../../define.ts";
import { NotFound } from "../../lib/platform/errors.ts";
import { translator } from "../../locales/translate.ts";

export const handler = define.handlers({
  GET({ state }) {
    if (state.config.environment === "local") return page();
    throw new NotFound("There is nothing at this address");
  },
});

/** The living guide of the look, for those who build it; so it speaks English whatever they chose. */
export default define.page(({ state, url }) => {
  const t = translator("en");
  return (
    <Frame state={state} url={url} t={translator(state.language)}>
      <PageTitle title="Components and states" t={t} />
      <div class="page page-mid" lang="en">
        <div class="head head-plain">
          <div>
            <h1>Components and states</h1>
            <p class="meta">Rest, hover, focus, busy, disabled. Same marks everywhere.</p>
          </div>
        </div>
        <Buttons />
        <Inputs />
        <Verdicts english={t} dutch={translator("nl")} />
        <Scores t={t} />
        <Tags t={t} />
        <Menus t={t} />
        <Tabs t={t} />
        <DropZones language="en" />
        <FileRows language="en" t={t} />
        <RequirementRows language="en" />
        <RankingBars language="en" t={t} />
        <RankingRows language="en" t={t} />
        <BoardCards language="en" />
        <Overrides language="en" t={t} />
        <HiddenWords t={t} />
        <Messages />
        <Dialogs t={t} />
        <States />
      </div>
    </Frame>
  );
});
