import type { SystemHealth } from "../lib/accounts/system_health.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatDay } from "../locales/format.ts";
import { formatSize } from "../locales/format_size.ts";
import type { Translate } from "../locales/translate.ts";

export interface HealthTableProps {
  health: SystemHealth;
  /** The version of what judges. */
  engine: string;
  language: Language;
  t: Translate;
}

interface Row {
  name: string;
  value: string;
  /** Whether a person should look at it; undefined where there is nothing to be wrong. */
  isWarning?: boolean;
}

/** What the installation runs on: a line each, with a mark where a person should look. */
export function HealthTable({ health, engine, language, t }: HealthTableProps) {
  return (
    <table class="data-table as-blocks mt-4" role="table">
      <caption class="sr-only">{t("admin.tab_health")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{t("health.col_part")}</th>
          <th role="columnheader" scope="col">{t("health.col_state")}</th>
          <th role="columnheader" scope="col">{t("health.col_value")}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rowsOf(health, engine, language, t).map(({ name, value, isWarning }) => (
          <tr role="row" class="row" key={name}>
            <th role="rowheader" scope="row">{name}</th>
            <td role="cell">
              {isWarning !== undefined && (
                <span class={isWarning ? "tag tag-stop" : "tag"}>
                  {t(isWarning ? "health.look" : "health.well")}
                </span>
              )}
            </td>
            <td role="cell" class="text-fg-2 tabular-nums break-words">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A task that has waited longer waits for a worker that is not there. */
const LONG_WAIT_SECONDS = 300;

const LITTLE_SPACE = 0.1;

function rowsOf(health: SystemHealth, engine: string, language: Language, t: Translate): Row[] {
  const { parts, versions, queue, migrations, storage, disk, workerSilentSeconds } = health;
  const [backup] = health.backups;
  const unknown = t("health.unknown");
  const seconds = (count: number | null) =>
    count === null ? unknown : t("health.seconds", { count });
  const away = (part: "ok" | "away", value: string) => ({
    value: part === "ok" ? value : t("health.away"),
    isWarning: part === "away",
  });
  return [
    { name: "PostgreSQL", ...away(parts.postgres, versions.postgres) },
    { name: "Redis", ...away(parts.redis, versions.redis ?? unknown) },
    {
      name: t("health.worker"),
      ...away(parts.worker, t("health.beat", { when: seconds(workerSilentSeconds) })),
    },
    {
      name: t("health.queue"),
      value: t("health.queue_value", { waiting: queue.waiting, running: queue.running }),
    },
    {
      name: t("health.oldest"),
      value: queue.oldestSeconds === null ? t("health.none") : seconds(queue.oldestSeconds),
      isWarning: (queue.oldestSeconds ?? 0) > LONG_WAIT_SECONDS,
    },
    { name: t("health.parked"), value: String(queue.parked), isWarning: queue.parked > 0 },
    {
      name: t("health.migrations"),
      value: migrations.unknown.length > 0
        ? t("health.newer", { names: migrations.unknown.join(", ") })
        : migrations.pending.length > 0
        ? t("health.pending", { names: migrations.pending.join(", ") })
        : t("health.applied", { count: migrations.applied }),
      isWarning: migrations.pending.length + migrations.unknown.length > 0,
    },
    { name: t("health.database"), value: formatSize(language, storage.databaseBytes) },
    { name: t("health.documents"), value: formatSize(language, storage.documentBytes) },
    {
      name: t("health.disk"),
      value: disk
        ? t("health.disk_value", {
          free: formatSize(language, disk.freeBytes),
          total: formatSize(language, disk.totalBytes),
        })
        : unknown,
      isWarning: disk !== null && disk.freeBytes < LITTLE_SPACE * disk.totalBytes,
    },
    {
      name: t("health.last_backup"),
      value: backup ? formatDay(language, backup.madeAt.slice(0, 10)) : t("health.no_backup"),
    },
    { name: t("health.engine"), value: engine },
    { name: "Deno", value: versions.deno },
  ];
}
