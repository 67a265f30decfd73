import { page } from "fresh";
import { z } from "zod";
import { Button, ButtonLink } from "../../../../../components/Button.tsx";
import { Frame } from "../../../../../components/Frame.tsx";
import { PageTitle } from "../../../../../components/PageTitle.tsx";
import { stageName } from "../../../../../components/StageWord.tsx";
import { define } from "../../../../../define.ts";
import { requirePermission } from "../../../../../lib/accounts/permissions.ts";
import { canTake, countStanding, removeStage } from "../../../../../lib/hiring/stage_removal.ts";
import { getStage, listStages } from "../../../../../lib/hiring/stages.ts";
import { Id } from "../../../../../lib/platform/input.ts";
import { translator } from "../../../../../locales/translate.ts";
import { readForm } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

const Removal = z.object({ moveTo: Id.optional() });

/** Asks where those go who stand in a stage, and removes it. */
export const handler = define.handlers({
  async GET({ state: { actor, db }, params }) {
    requirePermission(actor, "stages:write");
    const stage = await getStage(db, actor.workspaceId, pathId(params.stage));
    const [stages, counts] = await Promise.all([listStages(actor, db), countStanding(actor, db)]);
    const targets = stages.filter((one) => one.id !== stage.id && canTake(one, stage));
    return page({ stage, targets, count: counts.get(stage.id) ?? 0 });
  },

  async POST(ctx) {
    const removal = await readForm(ctx.req, Removal);
    await removeStage(ctx.state.actor, ctx.state, pathId(ctx.params.stage), removal);
    return ctx.redirect("/settings/stages", 303);
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  const { stage, targets, count } = data;
  const title = t("stages.remove_title", { name: stageName(stage, t) });
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={title} t={t} />
      <div class="page page-form">
        <h1 class="mt-12">{title}</h1>
        <p class="mt-2 text-fg-2">
          {count > 0 ? t("stages.remove_standing", { count }) : t("stages.remove_nobody")}
        </p>
        <form method="post" class="mt-5 grid gap-4">
          {count > 0 && (
            <label>
              <span class="label">{t("stages.move_to")}</span>
              <select class="input" name="moveTo">
                {targets.map((one) => (
                  <option key={one.id} value={one.id}>{stageName(one, t)}</option>
                ))}
              </select>
            </label>
          )}
          <div class="flex gap-2">
            <Button kind="danger">{t("stages.remove")}</Button>
            <ButtonLink href="/settings/stages">{t("stages.cancel")}</ButtonLink>
          </div>
        </form>
      </div>
    </Frame>
  );
});
