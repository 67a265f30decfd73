import { page } from "fresh";
import { numberRequirements } from "../../../../../components/numbering.ts";
import { PageTitle } from "../../../../../components/PageTitle.tsx";
import { PrintedRanking } from "../../../../../components/PrintedRanking.tsx";
import { define } from "../../../../../define.ts";
import { PrintButton } from "../../../../../islands/PrintButton.tsx";
import { exportRanking } from "../../../../../lib/hiring/exports.ts";
import { MAX_RANKED } from "../../../../../lib/hiring/ranking.ts";
import { listStages } from "../../../../../lib/hiring/stages.ts";
import { formatDateTime } from "../../../../../locales/format.ts";
import { translator } from "../../../../../locales/translate.ts";
import { pathId } from "../../../../(_shared)/ids.ts";
import { readExportView } from "../../../../(_shared)/ranking_export.ts";
import { sayFilters, sayOrder } from "../../../../(_shared)/say_view.ts";

/** The ranking as the address filters and sorts it, to be printed. */
export const handler = define.handlers({
  async GET({ state: { actor, db }, params, url }) {
    const view = readExportView(url);
    const [{ job, rows, totalCount }, stages] = await Promise.all([
      exportRanking(actor, db, pathId(params.id), view, { format: "print" }),
      listStages(actor, db),
    ]);
    const shown = [];
    for await (const row of rows) {
      if (shown.push(row) === MAX_RANKED) break;
    }
    return page({ job, view, stages, rows: shown, totalCount });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  const { job, view, stages, rows, totalCount } = data;
  const title = t("print.title", { job: job.title });
  const filters = sayFilters(view, job, stages, t);
  const all = job.resumes.done;
  return (
    <main id="main" class="print-sheet">
      <PageTitle title={title} t={t} />
      <div class="print-sheet-tools">
        <a class="link" href={`/jobs/${job.id}/ranking${url.search}`}>{t("print.back")}</a>
        <span class="text-fg-3">{t("print.by_keys")}</span>
        <PrintButton word={t("print.print")} />
      </div>
      <h1>{title}</h1>
      <p class="print-sheet-facts">
        <span>
          {t("print.made", {
            workspace: state.session?.workspace.name ?? "",
            date: formatDateTime(state.language, new Date()),
          })}
        </span>
        <span>
          {totalCount < all
            ? t("print.some", { shown: totalCount, total: all })
            : t("print.all", { count: totalCount })}
        </span>
        <span>{t("print.filters")}: {filters.join("; ") || t("print.no_filters")}</span>
        <span>{t("print.sorted")}: {sayOrder(view, t)}</span>
      </p>
      {rows.length < totalCount && (
        <p>{t("print.cut", { shown: rows.length, total: totalCount })}</p>
      )}
      {rows.length === 0
        ? <p>{t("print.none")}</p>
        : <PrintedRanking rows={rows} requirements={numberRequirements(job.requirements)} t={t} />}
    </main>
  );
});
