import type { QueueFigures, ShownParkedTask, TaskOverview } from "../lib/accounts/task_overview.ts";
import type { ScheduleLine } from "../lib/platform/schedule.ts";
import type { Language } from "../lib/talent/types.ts";
import {
  formatDateTime,
  formatDuration,
  formatExact,
  formatNumber,
  formatWhen,
} from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";

export interface QueueViewProps extends TaskOverview {
  language: Language;
  t: Translate;
}

/** How the queue does, what was given up, and what comes again. */
export function QueueView({ figures, parked, schedule, language, t }: QueueViewProps) {
  return (
    <>
      <Figures figures={figures} language={language} t={t} />
      <h2 class="mt-8">{t("queue.parked")}</h2>
      <p class="mt-1 max-w-[640px] text-fg-2 text-pretty">{t("queue.parked_hint")}</p>
      {parked.length === 0
        ? <p class="mt-3">{t("queue.no_parked")}</p>
        : (
          <ul class="mt-3 border-t border-line">
            {parked.map((one) => <Parked key={one.id} task={one} language={language} t={t} />)}
          </ul>
        )}
      <h2 class="mt-8">{t("queue.schedule")}</h2>
      <Schedule schedule={schedule} language={language} t={t} />
    </>
  );
}

function Figures(
  { figures, language, t }: { figures: QueueFigures; language: Language; t: Translate },
) {
  const { waiting, oldestSeconds, later, running, parked, doneLastHour } = figures;
  const number = (value: number) => formatNumber(language, value);
  const shown = [
    ["waiting", number(waiting)],
    ["oldest", oldestSeconds === null ? "–" : formatDuration(language, oldestSeconds)],
    ["running", number(running)],
    ["later", number(later)],
    ["parked", number(parked)],
    ["rate", formatExact(language, doneLastHour / 60, 1)],
  ] as const;
  return (
    <dl class="mt-6 grid grid-cols-2 gap-x-6 gap-y-4 phone:grid-cols-3">
      {shown.map(([name, value]) => (
        <div key={name}>
          <dt class="text-sm text-fg-2">{t(`queue.${name}`)}</dt>
          <dd class="text-xl tabular-nums" data-figure={name}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Parked(
  { task, language, t }: { task: ShownParkedTask; language: Language; t: Translate },
) {
  const { id, name, error, failures, parkedAt } = task;
  return (
    <li id={`task-${id}`} class="border-b border-line-faint py-4">
      <h3 class="flex flex-wrap items-center gap-x-4 gap-y-1 text-base">
        <code class="font-mono text-sm">{name}</code>
        <span class="text-sm font-normal text-fg-2">
          {t("queue.failed_times", { count: failures })} ·{" "}
          <time dateTime={parkedAt.toISOString()}>
            {formatWhen(language, parkedAt, new Date())}
          </time>
        </span>
      </h3>
      {error && <p class="mt-1 text-sm wrap-anywhere">{error}</p>}
      <pre class="mt-1 font-mono text-xs whitespace-pre-wrap wrap-anywhere text-fg-2">
        {JSON.stringify(task.arguments)}
      </pre>
      <div class="mt-2 flex gap-2">
        {(["retry", "discard"] as const).map((action) => (
          <form key={action} method="post" action={`/admin/tasks/${id}/${action}`}>
            <Button size="small" label={t(`queue.${action}_of`, { name })}>
              {t(`queue.${action}`)}
            </Button>
          </form>
        ))}
      </div>
    </li>
  );
}

function Schedule(
  { schedule, language, t }: {
    schedule: readonly ScheduleLine[];
    language: Language;
    t: Translate;
  },
) {
  const now = new Date();
  return (
    <table class="data-table as-blocks mt-3" role="table">
      <caption class="sr-only">{t("queue.schedule")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(["task", "cron", "last", "next", "result"] as const).map((name) => (
            <th key={name} role="columnheader" scope="col">{t(`queue.col_${name}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {schedule.map(({ task, cron, nextAt, last }) => (
          <tr role="row" class="row" key={task}>
            <th role="rowheader" scope="row">
              <code class="font-mono text-sm">{task}</code>
            </th>
            <td role="cell">
              <code class="font-mono text-sm">{cron}</code>
            </td>
            <td role="cell" class="text-fg-2">
              <Word name="last" t={t} />
              {last ? formatWhen(language, last.dueAt, now) : t("queue.never")}
            </td>
            <td role="cell" class="text-fg-2">
              <Word name="next" t={t} />
              {formatDateTime(language, nextAt)}
            </td>
            <td role="cell" class="text-sm wrap-anywhere">
              <Word name="result" t={t} />
              {last ? resultOf(last, t) : "–"}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** On a phone, where the heads of the columns are not seen. */
function Word({ name, t }: { name: "last" | "next" | "result"; t: Translate }) {
  return <span class="phone:hidden" aria-hidden="true">{`${t(`queue.col_${name}`)}: `}</span>;
}

function resultOf(
  { state, result, error }: NonNullable<ScheduleLine["last"]>,
  t: Translate,
): string {
  if (state === "parked") return error ?? t("queue.state_parked");
  if (state === "done") return result === null ? t("queue.state_done") : JSON.stringify(result);
  if (state === "running") return t("queue.state_running");
  if (state === "cancelled") return t("queue.state_cancelled");
  return state === undefined ? "–" : t("queue.state_waiting");
}
