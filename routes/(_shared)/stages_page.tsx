import { type Context, page, type PageProps, type PageResponse } from "fresh";
import { Button } from "../../components/Button.tsx";
import { ErrorLine } from "../../components/Field.tsx";
import { Frame } from "../../components/Frame.tsx";
import { PageTitle } from "../../components/PageTitle.tsx";
import { SettingsNav } from "../../components/SettingsNav.tsx";
import { type StageLine, StageTable } from "../../components/StageTable.tsx";
import type { State } from "../../define.ts";
import { KeptDraft } from "../../islands/KeptDraft.tsx";
import { can } from "../../lib/accounts/permissions.ts";
import { countStanding, isRemovable } from "../../lib/hiring/stage_removal.ts";
import { listStages, MAX_STAGES } from "../../lib/hiring/stages.ts";
import { Decision } from "../../lib/hiring/states.ts";
import { translator } from "../../locales/translate.ts";

/** What was typed and could not be taken: a new name of a stage, or of one to add (null). */
export interface WrongName {
  readonly stageId: string | null;
  readonly name: string;
}

export interface StagesData {
  readonly lines: StageLine[];
  readonly wrong: WrongName | null;
}

/** The page of the workspace's stages; with what was typed when it could not be taken. */
export async function stagesPage(
  { state: { actor, db } }: Context<State>,
  wrong: WrongName | null = null,
): Promise<PageResponse<StagesData>> {
  const [stages, counts] = await Promise.all([listStages(actor, db), countStanding(actor, db)]);
  const lines = stages.map((stage): StageLine => ({
    stage,
    count: counts.get(stage.id) ?? 0,
    stays: stage.key === "new" ? "first" : isRemovable(stages, stage) ? null : "last",
  }));
  return page({ lines, wrong }, { status: wrong ? 422 : 200 });
}

export function StagesPage({ data, state, url }: PageProps<StagesData, State>) {
  const t = translator(state.language);
  const { lines, wrong } = data;
  const canWrite = can(state.actor, "stages:write");
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={t("stages.title")} t={t} />
      <div class="page page-mid">
        <SettingsNav tab="stages" t={t} />
        <p class="mt-4 max-w-[640px] text-fg-2">{t("stages.intro")}</p>
        {wrong && <ErrorLine>{t("stages.error", { count: MAX_STAGES })}</ErrorLine>}
        <StageTable
          lines={lines}
          canWrite={canWrite}
          wrong={wrong?.stageId ? { ...wrong, stageId: wrong.stageId } : null}
          language={state.language}
          t={t}
        />
        {canWrite
          ? (
            <>
              <p class="hint">{t("stages.hint")}</p>
              <h2 class="mt-8">{t("stages.add_title")}</h2>
              <form
                method="post"
                action="/settings/stages/add"
                id="new-stage"
                class="stage-add"
              >
                <label>
                  <span class="label">{t("stages.new_name")}</span>
                  <input
                    class="input"
                    name="name"
                    required
                    maxLength={60}
                    value={wrong && wrong.stageId === null ? wrong.name : ""}
                    aria-invalid={wrong && wrong.stageId === null ? "true" : undefined}
                  />
                </label>
                <label>
                  <span class="label">{t("stages.new_means")}</span>
                  <select class="input" name="decision">
                    {Decision.options.map((one) => (
                      <option key={one} value={one}>{t(`stages.means_${one}`)}</option>
                    ))}
                  </select>
                </label>
                <Button icon="plus">{t("stages.add")}</Button>
                <KeptDraft
                  name={`stage:${state.actor.userId}`}
                  formId="new-stage"
                  savedHash="#stage-"
                />
              </form>
            </>
          )
          : <p class="hint">{t("stages.read_only")}</p>}
      </div>
    </Frame>
  );
}
