import { page } from "fresh";
import { ButtonLink } from "../../../../components/Button.tsx";
import { Frame } from "../../../../components/Frame.tsx";
import { PageTitle } from "../../../../components/PageTitle.tsx";
import { Recomputed } from "../../../../components/Recomputed.tsx";
import { define } from "../../../../define.ts";
import { getEvaluation } from "../../../../lib/hiring/evaluations.ts";
import { recompute } from "../../../../lib/hiring/recompute.ts";
import { getResume } from "../../../../lib/hiring/resumes.ts";
import { translator } from "../../../../locales/translate.ts";
import { pathId } from "../../../(_shared)/ids.ts";

/** Computes an evaluation again and says what came of it; nothing is changed. */
export const handler = define.handlers({
  async GET({ state: { actor, db }, params }) {
    const resume = await getResume(actor, db, pathId(params.id));
    const { id } = await getEvaluation(actor, db, resume.id);
    const outcome = await recompute(actor, db, id);
    return page({ resumeId: resume.id, name: resume.candidate?.name ?? resume.fileName, outcome });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  const { resumeId, name, outcome } = data;
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={t("recompute.title", { name })} t={t} />
      <div class="page page-form">
        <h1 class="mt-12">{t("recompute.title", { name })}</h1>
        <p class="mt-2 mb-5 text-fg-2 text-pretty">{t("recompute.about")}</p>
        <Recomputed outcome={outcome} t={t} />
        <div class="mt-5 flex flex-wrap gap-2">
          <ButtonLink href={`/resumes/${resumeId}`}>{t("recompute.back")}</ButtonLink>
          <ButtonLink href={`/resumes/${resumeId}/recompute`}>{t("recompute.again")}</ButtonLink>
        </div>
      </div>
    </Frame>
  );
});
