import type { Comparable } from "../lib/hiring/compare.ts";
import { wholePercent } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";

export interface CompareAddProps {
  jobId: string;
  /** Who stands there already. */
  chosen: readonly string[];
  view: "all" | "differences";
  /** In the order of the ranking; the first of them when there are many. */
  others: readonly Comparable[];
  /** How many fit what was looked for. */
  count: number;
  /** What was looked for. */
  find: string | undefined;
  t: Translate;
}

/** More than these are looked for by name. */
export const OFFERED = 100;

/** The others of the ranking in a native list; two plain forms, so that it needs no JavaScript. */
export function CompareAdd(props: CompareAddProps) {
  const { jobId, chosen, view, others, count, find, t } = props;
  const action = `/jobs/${jobId}/compare`;
  const kept = (
    <>
      {chosen.map((id) => <input key={id} type="hidden" name="resume" value={id} />)}
      {view !== "all" && <input type="hidden" name="view" value={view} />}
    </>
  );
  return (
    <div class="compare-add">
      {(count > OFFERED || find !== undefined) && (
        <form method="get" action={action} role="search">
          {kept}
          <label class="label" for="compare-find">{t("compare.find")}</label>
          <div class="flex gap-2">
            <input id="compare-find" name="find" class="input" maxLength={200} value={find} />
            <Button kind="plain">{t("compare.find_go")}</Button>
          </div>
        </form>
      )}
      {others.length === 0
        ? <p>{find ? t("compare.not_found", { q: find }) : t("compare.add_none")}</p>
        : (
          <form method="get" action={action}>
            {kept}
            <label class="label" for="compare-other">{t("compare.candidate")}</label>
            <div class="flex gap-2">
              <select id="compare-other" name="resume" class="input grow">
                {others.map((one) => (
                  <option key={one.resumeId} value={one.resumeId}>{optionOf(one, t)}</option>
                ))}
              </select>
              <Button kind="primary">{t("compare.add_go")}</Button>
            </div>
          </form>
        )}
    </div>
  );
}

/** The same behind a button, in the head of a comparison. */
export function CompareAddMenu(props: CompareAddProps) {
  const { find, t } = props;
  return (
    <details class="menu" open={find !== undefined}>
      <summary class="btn">
        <Icon name="plus" />
        {t("compare.add")}
      </summary>
      <div class="menu-panel p-3">
        <CompareAdd {...props} />
      </div>
    </details>
  );
}

function optionOf({ rank, name, score }: Comparable, t: Translate): string {
  if (rank === null || score === null) return name;
  return t("compare.option", { rank, name, score: `${wholePercent(score)}\u202f%` });
}
