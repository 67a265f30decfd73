import type { QuarterFigures } from "../lib/platform/telemetry/recent_figures.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatNumber, formatTime } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { DayChart } from "./DayChart.tsx";

export interface RecentFiguresProps {
  /** The last day, the oldest quarter of an hour first. */
  quarters: readonly QuarterFigures[];
  language: Language;
  t: Translate;
}

/** What the installation did within the last day: pictures, and a table by hours. */
export function RecentFigures({ quarters, language, t }: RecentFiguresProps) {
  const number = (value: number) => formatNumber(language, value);
  const sum = (pick: (one: QuarterFigures) => number) =>
    quarters.reduce((total, one) => total + pick(one), 0);
  const most = (pick: (one: QuarterFigures) => number) => Math.max(...quarters.map(pick));
  return (
    <section class="mt-8" aria-labelledby="recent">
      <h2 id="recent">{t("health.recent")}</h2>
      <p class="mb-4 mt-1 text-fg-2">{t("health.recent_about")}</p>
      <div class="grid gap-4 tablet:grid-cols-2">
        <DayChart
          title={t("health.requests")}
          sentence={t("health.requests_told", {
            count: number(sum((one) => one.requests)),
            failed: number(sum((one) => one.serverErrors)),
          })}
          bars={quarters.map((one) => ({
            at: one.at,
            value: one.requests,
            bad: one.serverErrors,
          }))}
          language={language}
        />
        <DayChart
          title={t("health.slow")}
          sentence={t("health.slow_told", { ms: number(most((one) => one.slowMs ?? 0)) })}
          bars={quarters.map((one) => ({ at: one.at, value: one.slowMs ?? 0 }))}
          language={language}
        />
        <DayChart
          title={t("health.judged")}
          sentence={t("health.judged_told", {
            count: number(sum((one) => one.evaluations)),
            refused: number(sum((one) => one.refusals)),
          })}
          bars={quarters.map((one) => ({
            at: one.at,
            value: one.evaluations + one.refusals,
            bad: one.refusals,
          }))}
          language={language}
        />
        <DayChart
          title={t("health.depth")}
          sentence={t("health.depth_told", {
            count: number(most((one) => one.queueDepth)),
            seconds: number(most((one) => one.queueOldestSeconds)),
          })}
          bars={quarters.map((one) => ({ at: one.at, value: one.queueDepth }))}
          language={language}
        />
      </div>
      <details class="mt-4">
        <summary class="link">{t("health.as_table")}</summary>
        <HoursTable quarters={quarters} language={language} t={t} />
      </details>
    </section>
  );
}

const QUARTERS_AN_HOUR = 4;

/** The same by hours, the latest first. */
function HoursTable({ quarters, language, t }: RecentFiguresProps) {
  const hours = Map.groupBy(
    quarters,
    (_, place) => Math.floor((quarters.length - 1 - place) / QUARTERS_AN_HOUR),
  );
  const columns = [
    { title: t("health.requests"), of: total(({ requests }) => requests) },
    { title: t("health.errors"), of: total(({ serverErrors }) => serverErrors) },
    { title: t("health.slow"), of: highest(({ slowMs }) => slowMs ?? 0) },
    { title: t("health.tasks"), of: total(({ tasks }) => tasks) },
    { title: t("health.failed_tasks"), of: total(({ failedTasks }) => failedTasks) },
    { title: t("health.evaluations"), of: total(({ evaluations }) => evaluations) },
    { title: t("health.refusals"), of: total(({ refusals }) => refusals) },
    { title: t("health.depth"), of: highest(({ queueDepth }) => queueDepth) },
  ];
  return (
    <div class="overflow-x-auto" tabIndex={0} role="group" aria-label={t("health.as_table")}>
      <table class="data-table mt-3">
        <thead>
          <tr>
            <th scope="col">{t("health.from")}</th>
            {columns.map(({ title }) => <th key={title} scope="col">{title}</th>)}
          </tr>
        </thead>
        <tbody>
          {[...hours].sort(([a], [b]) => a - b).map(([hour, of]) => (
            <tr key={hour} class="row">
              <th scope="row">{formatTime(language, of[0]?.at ?? new Date(), "UTC")}</th>
              {columns.map((column) => (
                <td key={column.title} class="tabular-nums">
                  {formatNumber(language, column.of(of))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Pick = (one: QuarterFigures) => number;

function total(pick: Pick) {
  return (quarters: readonly QuarterFigures[]) => quarters.reduce((sum, one) => sum + pick(one), 0);
}

function highest(pick: Pick) {
  return (quarters: readonly QuarterFigures[]) => Math.max(...quarters.map(pick));
}
