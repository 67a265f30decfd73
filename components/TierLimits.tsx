import type { RateLimit } from "../lib/accounts/rate_limits.ts";
import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];

export interface TierLimitsProps {
  /** The tier's page. */
  path: string;
  limits: readonly RateLimit[];
  t: Translate;
}

/** The limits of a tier, each to be changed where it stands, and one more. */
export function TierLimits({ path, limits, t }: TierLimitsProps) {
  return (
    <section class="mt-8 border-t border-line pt-4">
      <h2 class="text-sm font-semibold">{t("tiers.limits")}</h2>
      <p class="mt-1 max-w-[640px] text-xs text-fg-3 text-pretty">{t("tiers.limits_more")}</p>
      {limits.length === 0 && <p class="mt-3 text-fg-2">{t("tiers.no_limits")}</p>}
      {limits.map((limit) => (
        <div key={limit.id} class="flex flex-wrap items-end gap-3 border-b border-line-faint py-3">
          <form
            method="post"
            action={`${path}/limits/${limit.id}/update`}
            class="flex flex-wrap items-end gap-3"
          >
            <LimitFields id={limit.id} limit={limit} t={t} />
            <Button>{t("tiers.save")}</Button>
          </form>
          <form method="post" action={`${path}/limits/${limit.id}/remove`}>
            <Button kind="quiet" label={t("tiers.remove_limit", { name: limit.name })}>
              {t("tiers.remove")}
            </Button>
          </form>
        </div>
      ))}
      <h3 class="mt-5 text-sm font-semibold">{t("tiers.add_limit")}</h3>
      <form
        method="post"
        action={`${path}/limits/add`}
        class="mt-2 flex flex-wrap items-end gap-3"
      >
        <LimitFields id="new" t={t} />
        <Button>{t("tiers.add")}</Button>
      </form>
    </section>
  );
}

function LimitFields({ id, limit, t }: { id: string; limit?: RateLimit; t: Translate }) {
  return (
    <>
      <div>
        <label class="label" for={`method-${id}`}>{t("tiers.method")}</label>
        <select id={`method-${id}`} name="method" class="input">
          <option value="">{t("usage.any_method")}</option>
          {METHODS.map((one) => (
            <option key={one} value={one} selected={one === limit?.method}>{one}</option>
          ))}
        </select>
      </div>
      <div>
        <label class="label" for={`path-${id}`}>{t("tiers.path")}</label>
        <input
          id={`path-${id}`}
          name="path"
          class="input w-[280px] max-w-full"
          value={limit?.path ?? ""}
          placeholder="/api/v1/jobs/{id}/resumes"
          required
          maxLength={254}
        />
      </div>
      <Figure
        id={`limit-${id}`}
        name="limit"
        label={t("tiers.calls")}
        value={limit?.limit}
        max={1_000_000}
      />
      <Figure
        id={`period-${id}`}
        name="period"
        label={t("tiers.seconds")}
        value={limit?.period}
        max={2_678_400}
      />
    </>
  );
}

function Figure(
  { label, value, ...input }: {
    id: string;
    name: string;
    label: string;
    value: number | undefined;
    max: number;
  },
) {
  return (
    <div>
      <label class="label" for={input.id}>{label}</label>
      <input
        {...input}
        type="number"
        class="input w-[110px]"
        min={1}
        required
        value={value === undefined ? "" : String(value)}
      />
    </div>
  );
}
