import { page } from "fresh";
import { z } from "zod";
import { Button, ButtonLink } from "../../../../components/Button.tsx";
import { EmptyState } from "../../../../components/EmptyState.tsx";
import { Frame } from "../../../../components/Frame.tsx";
import { JobHead } from "../../../../components/JobHead.tsx";
import { MovedNotice } from "../../../../components/MovedNotice.tsx";
import { PageTitle } from "../../../../components/PageTitle.tsx";
import { stageName } from "../../../../components/StageWord.tsx";
import { define } from "../../../../define.ts";
import { Board } from "../../../../islands/Board.tsx";
import { can } from "../../../../lib/accounts/permissions.ts";
import { getJob } from "../../../../lib/hiring/jobs.ts";
import { currentChange } from "../../../../lib/hiring/progress.ts";
import { getBoard, getColumn, MAX_CARDS } from "../../../../lib/hiring/stage_board.ts";
import type { Stage } from "../../../../lib/hiring/stages.ts";
import { Id } from "../../../../lib/platform/input.ts";
import { wholeNumber } from "../../../../lib/platform/page_of.ts";
import { textsFor, type Translate, translator } from "../../../../locales/translate.ts";
import { readQuery, wantsJson } from "../../../(_shared)/forms.ts";
import { pathId } from "../../../(_shared)/ids.ts";
import { readTold } from "../../../(_shared)/moves.ts";
import { PageIcon } from "../../../../components/PageIcon.tsx";

/** How many cards of a column are shown at first, and added by a press. */
const STEP = 50;

const BoardQuery = z.object({
  stage: Id.optional(),
  cards: wholeNumber(1, MAX_CARDS, STEP),
});

export const handler = define.handlers({
  async GET(ctx) {
    const { state: { actor, db }, params, url } = ctx;
    const { stage, cards } = readQuery(url, BoardQuery);
    const jobId = pathId(params.id);
    const query = {
      cardsPerStage: STEP,
      more: stage ? { stageId: stage, cards } : undefined,
    };
    if (wantsJson(ctx)) {
      return Response.json(
        stage
          ? await getColumn(actor, db, jobId, stage, cards)
          : await getBoard(actor, db, jobId, query),
      );
    }
    const since = await currentChange(db); // before the rows, so that no change falls between
    const [job, columns, told] = await Promise.all([
      getJob(actor, db, jobId),
      getBoard(actor, db, jobId, query),
      readTold(ctx),
    ]);
    return page({ job, columns, told, since });
  },
});

const FORM = "board-form";

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  const { job, columns, told, since } = data;
  const { language, actor } = state;
  const canMove = can(actor, "decisions:write");
  const isEmpty = columns.every(({ totalCount }) => totalCount === 0);
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={`${t("board.title")}: ${job.title}`} t={t} />
      <div class="page">
        <JobHead job={job} tab="board" t={t}>
          {can(actor, "letters:write") && !isEmpty && (
            <ButtonLink href={`/jobs/${job.id}/letters`} icon={<PageIcon name="message" />}>
              {t("letters.link")}
            </ButtonLink>
          )}
          {can(actor, "stages:write") && (
            <ButtonLink href="/settings/stages" icon="pencil">{t("board.edit_stages")}</ButtonLink>
          )}
        </JobHead>
        {canMove && !isEmpty && (
          <ChosenForm stages={columns.map(({ stage }) => stage)} back={told.back} t={t} />
        )}
        {isEmpty
          ? (
            <EmptyState title={t("board.empty")} advice={t("board.empty_advice")}>
              {can(actor, "resumes:write") && (
                <ButtonLink href={`/jobs/${job.id}/resumes`}>{t("job.add_resumes")}</ButtonLink>
              )}
            </EmptyState>
          )
          : (
            <Board
              jobId={job.id}
              columns={columns}
              counts={job.resumes}
              canMove={canMove}
              step={STEP}
              since={since}
              now={Date.now()}
              form={FORM}
              language={language}
              texts={textsFor(language, "board.", "move.", "flag.", "grade.")}
            />
          )}
        <MovedNotice {...told} t={t} />
      </div>
    </Frame>
  );
});

/** Moves those whose boxes are ticked, where there is no script. */
function ChosenForm({ stages, back, t }: { stages: Stage[]; back: string; t: Translate }) {
  return (
    <form method="post" action="/moves" id={FORM} class="banner without-script">
      <input type="hidden" name="back" value={back} />
      <label for="chosen-to">{t("board.chosen_to")}</label>
      <select class="input w-auto" id="chosen-to" name="to">
        {stages.map((stage) => (
          <option key={stage.id} value={stage.id}>{stageName(stage, t)}</option>
        ))}
      </select>
      <Button>{t("board.move")}</Button>
    </form>
  );
}
