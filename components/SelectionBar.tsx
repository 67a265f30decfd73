import type { Decision } from "../lib/hiring/states.ts";
import type { Params } from "../locales/say.ts";
import type { Texts } from "../locales/translate.ts";
import { Icon } from "./Icon.tsx";
import { ROWS_FORM } from "./ranking_rows.ts";
import { ToolIcon } from "./ToolIcon.tsx";

export interface SelectionBarProps {
  jobId: string;
  /** How many are selected. */
  count: number;
  canDecide: boolean;
  t: (key: keyof Texts<"desk.">, params?: Params) => string;
  onCompare: () => void;
  onDecide: (to: Decision) => void;
  onClear: () => void;
}

/**
 * What can be done with the rows that are selected. Its buttons send the form around the rows, so
 * that it works without JavaScript too; the style sheet shows it once a box is checked.
 */
export function SelectionBar(props: SelectionBarProps) {
  const { jobId, count, canDecide, t } = props;
  const canCompare = count === 0 || (count >= 2 && count <= 4);
  const instead = (act: () => void) => (event: Event) => {
    event.preventDefault();
    act();
  };
  return (
    <div class="selection" role="region" aria-label={t("desk.region")}>
      <span class="without-script">{t("desk.with")}</span>
      <span class="with-script">{t("desk.selected", { count })}</span>
      <hr aria-hidden="true" />
      <button
        class="btn btn-primary"
        type="submit"
        form={ROWS_FORM}
        formaction={`/jobs/${jobId}/compare`}
        formmethod="get"
        aria-disabled={canCompare ? undefined : "true"}
        title={canCompare ? undefined : t("desk.compare_limit")}
        onClick={instead(props.onCompare)}
      >
        <ToolIcon name="columns" />
        {t("desk.compare")}
      </button>
      {canDecide && (
        <>
          <button
            class="btn"
            type="submit"
            form={ROWS_FORM}
            name="to"
            value="shortlisted"
            onClick={instead(() => props.onDecide("shortlisted"))}
          >
            {t("desk.shortlist")}
          </button>
          <button
            class="btn"
            type="submit"
            form={ROWS_FORM}
            name="to"
            value="rejected"
            onClick={instead(() => props.onDecide("rejected"))}
          >
            {t("desk.reject")}
          </button>
        </>
      )}
      <button
        class="btn max-phone:hidden"
        type="submit"
        form={ROWS_FORM}
        formaction={`/jobs/${jobId}/ranking.csv`}
        formmethod="get"
      >
        {t("desk.export")}
      </button>
      <button
        class="btn max-phone:hidden"
        type="reset"
        form={ROWS_FORM}
        onClick={instead(props.onClear)}
      >
        <Icon name="close" />
        <span class="sr-only">{t("desk.clear")}</span>
        <kbd>Esc</kbd>
      </button>
    </div>
  );
}
