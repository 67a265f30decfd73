import type { QuotaUse } from "../lib/accounts/quotas.ts";
import type { StorageUse } from "../lib/accounts/stored_bytes.ts";
import type { Usage } from "../lib/hiring/usage.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatDayOfYear, formatNumber, formatPercent } from "../locales/format.ts";
import { formatSize } from "../locales/format_size.ts";
import type { Translate } from "../locales/translate.ts";
import { Icon } from "./Icon.tsx";

export interface UsageBarsProps {
  usage: Usage;
  /** The present day, `YYYY-MM-DD`. */
  today: string;
  language: Language;
  t: Translate;
}

/** From this share on, a bar warns. */
const NEARLY = 0.8;

/** What was used this month, against the quota where there is one. */
export function UsageBars({ usage, ...rest }: UsageBarsProps) {
  const { quotas, totals } = usage;
  const used = (use: QuotaUse, total: number) => use.quota === null ? { ...use, used: total } : use;
  const parts = [
    ["resumes", used(quotas.resumes, totals.resumes)],
    ["jobs", used(quotas.jobs, totals.jobs)],
    ["requests", { used: totals.requests, quota: null }],
  ] as const;
  return (
    <section
      class="grid grid-cols-4 gap-x-10 gap-y-5 border-t border-line pt-4 pb-6 max-tablet:grid-cols-2 max-phone:grid-cols-1"
      aria-label={rest.t("usage.this_month")}
    >
      {parts.map(([what, use]) => (
        <UsageBar
          key={what}
          label={rest.t(`usage.${what}`)}
          use={use}
          renewsOn={usage.renewsOn}
          {...rest}
        />
      ))}
      <StorageBar use={usage.storage.own} {...rest} />
    </section>
  );
}

/** What test keys used this month; nothing where there are none. */
export function SandboxBars({ usage: { sandbox, storage, renewsOn }, ...rest }: UsageBarsProps) {
  if (!sandbox) return null;
  return (
    <section class="border-t border-line pt-3.5 pb-6">
      <h2 class="text-sm font-semibold">{rest.t("usage.sandbox")}</h2>
      <p class="mt-1 mb-3 text-fg-2">{rest.t("usage.sandbox_more")}</p>
      <div class="grid grid-cols-4 gap-x-10 gap-y-5 max-tablet:grid-cols-2 max-phone:grid-cols-1">
        {(["resumes", "jobs"] as const).map((what) => (
          <UsageBar
            key={what}
            label={rest.t(`usage.${what}`)}
            use={sandbox[what]}
            renewsOn={renewsOn}
            {...rest}
          />
        ))}
        {storage.sandbox && <StorageBar use={storage.sandbox} {...rest} />}
      </div>
    </section>
  );
}

interface UsageBarProps extends Omit<UsageBarsProps, "usage"> {
  label: string;
  use: QuotaUse;
  renewsOn: string;
}

function UsageBar({ label, use, renewsOn, today, language, t }: UsageBarProps) {
  const share = shareOf(use);
  return (
    <Bar
      label={label}
      use={use}
      figure={formatNumber(language, use.used)}
      of={use.quota === null ? undefined : t("usage.of", { quota: use.quota })}
      said={standing({ ...use, share, renewsOn, today, language, t })}
    />
  );
}

/** What the files have now, which no month ends. */
function StorageBar(
  { use, language, t }: { use: StorageUse } & Pick<UsageBarsProps, "language" | "t">,
) {
  const { usedBytes: used, quotaBytes: quota } = use;
  const size = (bytes: number) => formatSize(language, bytes);
  const left = quota === null ? 0 : Math.max(0, quota - used);
  const said = () => {
    if (quota === null) return t("usage.no_quota");
    if (left === 0) return t("usage.storage_full");
    return t("usage.storage_left", { left: size(left) });
  };
  return (
    <Bar
      label={t("usage.storage")}
      use={{ used, quota }}
      figure={size(used)}
      of={quota === null ? undefined : t("usage.storage_of", { quota: size(quota) })}
      said={said()}
    />
  );
}

/** How much of a quota is used, from 0 to 1. */
function shareOf({ used, quota }: QuotaUse): number {
  if (quota === null) return 0;
  return quota === 0 ? 1 : Math.min(1, used / quota);
}

interface BarProps {
  label: string;
  use: QuotaUse;
  figure: string;
  of: string | undefined;
  said: string;
}

function Bar({ label, use, figure, of, said }: BarProps) {
  const { used, quota } = use;
  const share = shareOf(use);
  const isNear = quota !== null && share >= NEARLY;
  return (
    <div>
      <p class="mb-2 flex items-baseline justify-between gap-3">
        <span>{label}</span>
        <span class="tabular-nums">
          <b class="text-lg font-semibold">{figure}</b>
          {of !== undefined && <span class="ml-1 text-fg-3">{of}</span>}
        </span>
      </p>
      {quota !== null && (
        <div
          class="h-1 overflow-hidden rounded-sm bg-(--bar-track)"
          role="meter"
          aria-label={label}
          aria-valuemin={0}
          aria-valuenow={used}
          aria-valuemax={Math.max(quota, used)}
        >
          <svg class="block h-full w-full" aria-hidden="true">
            <rect
              width={`${Math.round(share * 1000) / 10}%`}
              height="100%"
              class={isNear ? "fill-partial" : "fill-accent"}
            />
          </svg>
        </div>
      )}
      <p class={`mt-2 flex gap-1.5 text-xs ${isNear ? "text-partial-fg" : "text-fg-3"}`}>
        {isNear && <Icon name="alert" size={14} class="flex-none" />}
        <span>{said}</span>
      </p>
    </div>
  );
}

interface Standing {
  used: number;
  quota: number | null;
  share: number;
  renewsOn: string;
  today: string;
  language: Language;
  t: Translate;
}

function standing({ used, quota, share, renewsOn, today, language, t }: Standing): string {
  const day = Number(today.slice(8));
  const days = (Date.parse(renewsOn) - Date.parse(`${today.slice(0, 7)}-01`)) / 86_400_000;
  const atEnd = Math.round(used / day * days);
  const pace = used > 0 && day < days ? t("usage.pace", { count: atEnd }) : "";
  if (quota === null) return [t("usage.no_quota"), pace].filter(Boolean).join(" ");
  const left = Math.max(0, quota - used);
  if (left === 0) return t("usage.full", { day: formatDayOfYear(language, renewsOn) });
  if (share < NEARLY) return [t("usage.left", { left }), pace].filter(Boolean).join(" ");
  const said = { share: formatPercent(language, share), left };
  if (atEnd < quota) return t("usage.nearly_holds", said);
  const full = `${today.slice(0, 8)}${
    String(Math.min(days, Math.ceil(quota / used * day))).padStart(2, "0")
  }`;
  return t("usage.nearly", { ...said, day: formatDayOfYear(language, full) });
}
