import type { Stage } from "../lib/hiring/stages.ts";
import { formatNumber } from "../locales/format.ts";
import type { Language } from "../lib/talent/types.ts";
import type { Translate } from "../locales/translate.ts";
import { Button, ButtonLink } from "./Button.tsx";
import { PageIcon } from "./PageIcon.tsx";
import { StageIcon, stageName } from "./StageWord.tsx";

export interface StageLine {
  readonly stage: Stage;
  /** How many stand in it. */
  readonly count: number;
  /** Why it cannot be removed; null when it can. */
  readonly stays: "first" | "last" | null;
}

export interface StageTableProps {
  lines: readonly StageLine[];
  canWrite: boolean;
  /** Whose name was not taken, and what was typed. */
  wrong: { stageId: string; name: string } | null;
  language: Language;
  t: Translate;
}

/** The stages of the workspace, each with its forms. */
export function StageTable(props: StageTableProps) {
  const { lines, canWrite, t } = props;
  return (
    <table class="data-table stages as-blocks" role="table">
      <caption class="sr-only">{t("stages.table")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {canWrite && (
            <th role="columnheader" scope="col">
              <span class="sr-only">{t("stages.col_order")}</span>
            </th>
          )}
          <th role="columnheader" scope="col">{t("stages.col_name")}</th>
          <th role="columnheader" scope="col">{t("stages.col_means")}</th>
          <th role="columnheader" scope="col" class="text-right">{t("stages.col_count")}</th>
          {canWrite && (
            <th role="columnheader" scope="col">
              <span class="sr-only">{t("stages.col_remove")}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map((line, index) => (
          <Line key={line.stage.id} line={line} index={index} props={props} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line, index, props }: { line: StageLine; index: number; props: StageTableProps }) {
  const { stage, count, stays } = line;
  const { lines, canWrite, wrong, language, t } = props;
  const name = stageName(stage, t);
  const action = `/settings/stages/${stage.id}`;
  return (
    <tr role="row" class="row" id={`stage-${stage.id}`}>
      {canWrite && (
        <td role="cell" class="stage-order">
          <form method="post" action={`${action}/place`}>
            <Button
              kind="quiet"
              size="small"
              class="btn-icon"
              name="to"
              value={String(index - 1)}
              disabled={index === 0}
              label={t("stages.up", { name })}
            >
              <PageIcon name="arrow-up" size={14} />
            </Button>
            <Button
              kind="quiet"
              size="small"
              class="btn-icon"
              name="to"
              value={String(index + 1)}
              disabled={index === lines.length - 1}
              label={t("stages.down", { name })}
            >
              <PageIcon name="arrow-down" size={14} />
            </Button>
          </form>
        </td>
      )}
      <th role="rowheader" scope="row">
        {canWrite
          ? (
            <form method="post" action={`${action}/rename`} class="stage-name">
              <input
                class="input"
                name="name"
                value={wrong?.stageId === stage.id ? wrong.name : name}
                placeholder={stage.key ? stageName({ ...stage, name: null }, t) : undefined}
                maxLength={60}
                required={stage.key === null}
                aria-label={t("stages.name_of", { name })}
                aria-invalid={wrong?.stageId === stage.id ? "true" : undefined}
              />
              <button type="submit" class="btn" aria-label={t("stages.save_of", { name })}>
                {t("common.save")}
              </button>
            </form>
          )
          : name}
      </th>
      <td role="cell">
        <span class={`decide decide-${stage.decision}`}>
          <StageIcon decision={stage.decision} />
          {t(`stages.means_${stage.decision}`)}
        </span>
      </td>
      <td role="cell" class="text-right tabular-nums">{formatNumber(language, count)}</td>
      {canWrite && (
        <td role="cell" class="stage-remove">
          {stays ? <span class="text-xs text-fg-3">{t(`stages.stays_${stays}`)}</span> : (
            <ButtonLink
              href={`${action}/remove`}
              kind="quiet"
              size="small"
              label={t("stages.remove_name", { name })}
            >
              {t("stages.remove")}
            </ButtonLink>
          )}
        </td>
      )}
    </tr>
  );
}
