import type { Translate } from "../locales/translate.ts";
import { ButtonLink } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
import { PageIcon } from "./PageIcon.tsx";
import { ToolIcon } from "./ToolIcon.tsx";

export interface ExportMenuProps {
  /** Of the job. */
  path: string;
  /** The query of what is shown; the same rows are taken along. */
  search: string;
  t: Translate;
}

/** The ways to take the ranking along: CSV at once, a workbook and paper from a menu. */
export function ExportMenu({ path, search, t }: ExportMenuProps) {
  return (
    <span class="export" data-part="export">
      <ButtonLink
        href={`${path}/ranking.csv${search}`}
        icon={<ToolIcon name="download" />}
        class="max-phone:hidden"
      >
        {t("ranking.export_csv")}
      </ButtonLink>
      <details class="menu">
        <summary class="btn btn-icon" aria-label={t("ranking.export_more")}>
          <Icon name="chevron-down" class="max-phone:hidden" />
          <ToolIcon name="download" class="phone:hidden" />
        </summary>
        <div class="menu-panel">
          <a class="menu-item phone:hidden" href={`${path}/ranking.csv${search}`}>
            <ToolIcon name="download" />
            {t("ranking.export_csv_item")}
          </a>
          <a class="menu-item" href={`${path}/ranking.xlsx${search}`}>
            <ToolIcon name="columns" />
            {t("ranking.export_xlsx")}
          </a>
          <a class="menu-item" href={`${path}/ranking/print${search}`}>
            <PageIcon name="printer" />
            {t("ranking.export_print")}
          </a>
        </div>
      </details>
    </span>
  );
}
