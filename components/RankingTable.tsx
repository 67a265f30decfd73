import type { ComponentChildren } from "preact";
import type { RankingRow as Row, RankingSort, RankingView } from "../lib/hiring/ranking.ts";
import { GRADE_LINES } from "../lib/talent/score.ts";
import type { Grade as GradeValue, Language } from "../lib/talent/types.ts";
import { formatPercent, wholePercent } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { DotStripKey, type StripRequirement } from "./DotStrip.tsx";
import { IconSprite, STROKES } from "./Icon.tsx";
import { PageIcon } from "./PageIcon.tsx";
import type { Numbered } from "./numbering.ts";
import { rankingSearch } from "./ranking_links.ts";
import { RankingRow } from "./RankingRow.tsx";
import { STAGE_ICONS } from "./StageWord.tsx";

export interface RankingTableProps {
  rows: readonly Row[];
  requirements: readonly Numbered<StripRequirement>[];
  /** Of all that fit the filter, for the bands. */
  grades: Readonly<Record<GradeValue, number>>;
  view: RankingView;
  /** Whether the person may decide. */
  canDecide: boolean;
  /** States of rows by the id of the résumé, where those are only shown. */
  shown?: Readonly<Record<string, "selected" | "current">>;
  language: Language;
  t: Translate;
}

/** What rows repeat; see RankingRow.tsx. */
const ROW_ICONS = Object.fromEntries(
  (["plus", "minus", ...Object.values(STAGE_ICONS)] as const).map((name) => [name, STROKES[name]]),
);

/** The candidates in bands of their grades, with the proof in short. */
export function RankingTable(props: RankingTableProps) {
  const { rows, requirements, view, canDecide, t } = props;
  const isBanded = (view.sort ?? "score") === "score";
  const search = rankingSearch(view);
  return (
    <>
      <IconSprite strokes={ROW_ICONS} />
      <table
        class={`data-table table-wide ranking as-blocks ${stripWidth(requirements)}`}
        role="table"
      >
        <caption class="sr-only">{t("ranking.table")}</caption>
        <Head {...props} />
        <tbody role="rowgroup">
          {rows.map((row, index) => (
            <>
              {isBanded && row.grade && rows[index - 1]?.grade !== row.grade && (
                <Band key={row.grade} grade={row.grade} props={props} />
              )}
              {isBanded && isApart(row) && !isApart(rows[index - 1]) && (
                <tr role="row" class="band" key="apart">
                  <th role="rowheader" scope="rowgroup" colSpan={9}>
                    <b>{t("ranking.band_objected")}</b> {t("ranking.band_objected_more")}
                  </th>
                </tr>
              )}
              <RankingRow
                key={row.resumeId}
                row={row}
                requirements={requirements}
                search={search}
                canDecide={canDecide}
                shown={props.shown?.[row.resumeId]}
                t={t}
              />
            </>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Whether a row stands behind the ranked ones, since its person objects to a program's verdict. */
function isApart(row: Row | undefined): boolean {
  return row?.flags.includes("objection") ?? false;
}

function Head(props: RankingTableProps) {
  const { requirements, t } = props;
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col" class="c-sel">
          <input
            class="check with-script"
            type="checkbox"
            id="select-all"
            aria-label={t("ranking.select_all")}
            autocomplete="off"
            disabled
          />
        </th>
        <th role="columnheader" scope="col" class="c-rank">
          <span aria-hidden="true">#</span>
          <span class="sr-only">{t("ranking.col_rank")}</span>
        </th>
        <SortHead column="name" class="c-name" props={props} word={t("ranking.col_candidate")} />
        <th role="columnheader" scope="col" class="c-grade">{t("ranking.col_grade")}</th>
        <SortHead column="score" class="c-score" props={props} word={t("ranking.col_score")} />
        <SortHead column="met" class="c-strip" props={props} word={t("ranking.col_met")}>
          <DotStripKey requirements={requirements} />
        </SortHead>
        <th role="columnheader" scope="col" class="c-words">
          <span>{t("ranking.col_words")}</span>
        </th>
        <th role="columnheader" scope="col" class="c-flags">{t("ranking.col_flags")}</th>
        <th role="columnheader" scope="col" class="c-decision">{t("ranking.col_decision")}</th>
      </tr>
    </thead>
  );
}

function Band({ grade, props }: { grade: GradeValue; props: RankingTableProps }) {
  const { t, language, grades } = props;
  const count = grades[grade];
  const line = (wanted: GradeValue) => GRADE_LINES.find(([one]) => one === wanted)?.[1] ?? 0;
  const from = formatPercent(language, line(grade));
  const upTo = (next: GradeValue) => formatPercent(language, line(next) - 0.01);
  const words = grade === "A"
    ? t("ranking.band_a", { from, count })
    : grade === "D"
    ? t("ranking.band_d", { to: formatPercent(language, line("C")), count })
    : t("ranking.band", {
      from: String(wholePercent(line(grade))),
      to: upTo(grade === "B" ? "A" : "B"),
      count,
    });
  return (
    <tr role="row" class="band">
      <th role="rowheader" scope="rowgroup" colSpan={9}>
        <b>{t("grade.label", { grade })}</b>
        {words}
      </th>
    </tr>
  );
}

interface SortHeadProps {
  column: RankingSort;
  class: string;
  word: string;
  props: RankingTableProps;
  children?: ComponentChildren;
}

/** A column's head that sorts by it; once more, and the last comes first. */
function SortHead({ column, class: className, word, props, children }: SortHeadProps) {
  const { view, t } = props;
  const isReversed = view.isReversed === true;
  const isSorted = (view.sort ?? "score") === column;
  const isDescending = (column === "name") === (isSorted && isReversed);
  const search = rankingSearch(view, { sort: column, isReversed: isSorted && !isReversed });
  return (
    <th
      role="columnheader"
      scope="col"
      class={className}
      aria-sort={isSorted ? (isDescending ? "descending" : "ascending") : undefined}
    >
      <span class="flex items-end">
        <a
          class={children ? "sort met-head" : "sort"}
          id={`sort-${column}`}
          href={search || "?"}
          title={t("ranking.sort_by", { column: word })}
          data-stay=""
        >
          {word}
          {isSorted && <PageIcon name={isDescending ? "arrow-down" : "arrow-up"} size={12} />}
        </a>
        {children}
      </span>
    </th>
  );
}

const STRIP_STEPS = [6, 8, 10, 12, 14, 16, 18, 20, 24];

/** The class that makes the strip's column as wide as it must be; see styles/strip.css. */
export function stripWidth(requirements: readonly StripRequirement[]): string {
  const required = requirements.filter(({ level }) => level === "required").length;
  const wide = Math.max(0, required - 9); // numbers of two digits; six of them take one mark more
  const places = requirements.length + (wide > 0 ? 1 : 0) + Math.floor(wide / 6);
  const step = STRIP_STEPS.find((most) => places <= most);
  return `strip-${step ?? "more"}${wide > 0 ? " met-wide" : ""}`;
}
