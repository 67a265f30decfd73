import type { AuditGroup } from "../lib/accounts/audit_actions.ts";
import type { AuditActor } from "../lib/accounts/audit_entries.ts";
import type { Translate } from "../locales/translate.ts";
import { auditPath, type AuditView } from "./audit_words.ts";
import { Button, ButtonLink } from "./Button.tsx";

export interface AuditFilterFormProps {
  groups: readonly AuditGroup[];
  actors: readonly AuditActor[];
  filter: AuditView;
  /** How many entries fit. */
  count: number;
  t: Translate;
}

/** What is shown of the audit log; a form, so that its address says it. */
export function AuditFilterForm({ groups, actors, filter, count, t }: AuditFilterFormProps) {
  return (
    <>
      <form method="get" class="my-4 flex flex-wrap items-end gap-3">
        <label class="grid max-w-[220px] min-w-[150px] flex-1 gap-1 text-xs text-fg-2">
          {t("audit.group")}
          <select class="input" name="group">
            <option value="">{t("audit.group_all")}</option>
            {groups.map((one) => (
              <option key={one} value={one} selected={one === filter.group}>
                {t(`audit.group_${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label class="grid max-w-[220px] min-w-[150px] flex-1 gap-1 text-xs text-fg-2">
          {t("audit.by")}
          <select class="input" name="by">
            <option value="">{t("audit.by_all")}</option>
            {actors.map(({ id, kind, name }) => (
              <option key={id} value={id} selected={id === filter.by}>
                {kind === "api_key" ? t("audit.by_key", { name }) : name}
              </option>
            ))}
          </select>
        </label>
        <label class="grid max-w-[220px] min-w-[150px] flex-1 gap-1 text-xs text-fg-2">
          {t("audit.from")}
          <input class="input" type="date" name="from" value={filter.from} />
        </label>
        <label class="grid max-w-[220px] min-w-[150px] flex-1 gap-1 text-xs text-fg-2">
          {t("audit.to")}
          <input class="input" type="date" name="to" value={filter.to} />
        </label>
        {filter.on && <input type="hidden" name="on" value={filter.on} />}
        <Button>{t("audit.show")}</Button>
      </form>
      <div class="mb-3 flex flex-wrap items-center gap-3">
        <span class="text-fg-2 tabular-nums">{t("audit.count", { count })}</span>
        {filter.on && (
          <ButtonLink
            href={auditPath("/settings/audit", { ...filter, on: undefined })}
            size="small"
          >
            {t("audit.on_all")}
          </ButtonLink>
        )}
        <ButtonLink href={auditPath("/settings/audit.csv", filter)} size="small">
          {t("audit.csv")}
        </ButtonLink>
      </div>
    </>
  );
}
