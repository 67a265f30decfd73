import type { ComponentChildren } from "preact";
import type { RankingRow, RankingSort } from "../lib/hiring/ranking.ts";
import { GRADE_LINES } from "../lib/talent/score.ts";
import type { Flag, Grade as GradeValue, Language } from "../lib/talent/types.ts";
import { formatPercent, wholePercent } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { DotStrip, DotStripKey, type StripRequirement } from "./DotStrip.tsx";
import { Grade } from "./Grade.tsx";
import { Icon, type IconName } from "./Icon.tsx";
import type { Numbered } from "./numbering.ts";
import { Score } from "./Score.tsx";

export interface RankingTableProps {
  rows: readonly RankingRow[];
  requirements: readonly Numbered<StripRequirement>[];
  /** Over the whole job, for the bands. */
  grades: Readonly<Record<GradeValue, number>>;
  sort: RankingSort;
  isReversed: boolean;
  language: Language;
  t: Translate;
}

/** The candidates in bands of their grades, with the proof in short. */
export function RankingTable(props: RankingTableProps) {
  const { rows, requirements, sort, t } = props;
  const isBanded = sort === "score";
  return (
    <table
      class={`data-table table-wide ranking as-blocks ${stripWidth(requirements)}`}
      role="table"
    >
      <caption class="sr-only">{t("ranking.table")}</caption>
      <thead role="rowgroup">
        <tr role="row">
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
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, index) => (
          <>
            {isBanded && row.grade && rows[index - 1]?.grade !== row.grade && (
              <Band key={row.grade} grade={row.grade} props={props} />
            )}
            <Row key={row.resumeId} row={row} props={props} />
          </>
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, props }: { row: RankingRow; props: RankingTableProps }) {
  const { t, requirements } = props;
  const verdicts = new Map(row.strip.map(({ requirementId, verdict }) => [requirementId, verdict]));
  return (
    <tr role="row" class="row">
      <td role="cell" class="c-rank">{row.rank ?? "–"}</td>
      <th role="rowheader" scope="row" class="c-name">
        <a class="row-link" href={`/resumes/${row.resumeId}`}>
          <span class="name truncate">{row.candidate.name ?? row.fileName}</span>
          <span class="under-name truncate">{row.headline ?? row.fileName}</span>
        </a>
      </th>
      <td role="cell" class="c-grade">
        <Grade
          grade={row.grade}
          label={row.grade ? t("grade.label", { grade: row.grade }) : t("grade.none")}
        />
      </td>
      <td role="cell" class="c-score">
        {row.score !== null && (
          <Score score={row.score} rawScore={row.rawScore ?? row.score} t={t} />
        )}
      </td>
      <td role="cell" class="c-strip">
        {row.requiredTotal !== null && (
          <div class="flex items-center">
            <span class="met">
              <b>{row.requiredMet}</b>/{row.requiredTotal}
            </span>
            <DotStrip requirements={requirements} verdicts={verdicts} t={t} />
          </div>
        )}
      </td>
      <td role="cell" class="c-words words">
        <Words row={row} t={t} />
      </td>
      <td role="cell" class="c-flags c-empty">
        {row.flags.map((flag) => <FlagTag key={flag} flag={flag} t={t} />)}
      </td>
    </tr>
  );
}

function Words({ row: { strength, gap }, t }: { row: RankingRow; t: Translate }) {
  return (
    <>
      {strength && (
        <p>
          <Icon name="plus" size={12} />
          <span class="sr-only">{t("ranking.strength")}</span>
          <span class="truncate" title={`${strength.name}: “${strength.quote}”`}>
            {trimQuote(strength.quote)}
          </span>
        </p>
      )}
      {gap && (
        <p>
          <Icon name="minus" size={12} />
          <span class="sr-only">{t("ranking.gap")}</span>
          <span class="truncate" title={gap.name}>
            {t(gap.verdict === "NO" ? "ranking.gap_no" : "ranking.gap_partial", { name: gap.name })}
          </span>
        </p>
      )}
    </>
  );
}

/** A quote without the bullet before it and the full stop after it. */
function trimQuote(quote: string): string {
  return quote.replace(/^[\s\-–—•*·▪]+/, "").replace(/[.;,]$/, "");
}

const FLAG_LOOKS: Readonly<Record<Flag, readonly [IconName, "stop" | "warn"]>> = {
  gate_failed: ["stop", "stop"],
  gate_partial: ["lock", "warn"],
  near_line: ["scale", "warn"],
  hidden_text: ["eye-off", "warn"],
  keyword_list: ["list", "warn"],
};

/** A remark: an icon and its words. */
export function FlagTag({ flag, t }: { flag: Flag; t: Translate }) {
  const [icon, look] = FLAG_LOOKS[flag];
  return (
    <span class={`tag tag-${look} flex`}>
      <Icon name={icon} size={13} />
      {t(`flag.${flag}`)}
    </span>
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
      <th role="rowheader" scope="rowgroup" colSpan={7}>
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
  const { sort, isReversed, t } = props;
  const isSorted = sort === column;
  const isDescending = (column === "name") === (isSorted && isReversed);
  const query = new URLSearchParams();
  if (column !== "score" || (isSorted && !isReversed)) query.set("sort", column);
  if (isSorted && !isReversed) query.set("reversed", "1");
  // Relative, because Fresh calls every link to this path the current page.
  const href = `?${query}`;
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
          href={href}
          title={t("ranking.sort_by", { column: word })}
        >
          {word}
          {isSorted && <Icon name={isDescending ? "arrow-down" : "arrow-up"} size={12} />}
        </a>
        {children}
      </span>
    </th>
  );
}

const STRIP_STEPS = [6, 8, 10, 12, 14, 16, 18, 20, 24];

/** The class that makes the strip's column as wide as it must be; see styles/tables.css. */
function stripWidth(requirements: readonly StripRequirement[]): string {
  const step = STRIP_STEPS.find((most) => requirements.length <= most);
  const required = requirements.filter(({ level }) => level === "required").length;
  return `strip-${step ?? "more"}${required > 9 ? " met-wide" : ""}`;
}
