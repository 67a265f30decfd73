import type { ComponentChildren } from "preact";
import type { JobRequirement } from "../lib/hiring/requirement_rows.ts";
import type { RankingView } from "../lib/hiring/ranking.ts";
import type { Stage } from "../lib/hiring/stages.ts";
import type { GradeCounts } from "../lib/hiring/states.ts";
import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";
import { Grade } from "./Grade.tsx";
import { Icon } from "./Icon.tsx";
import type { Numbered } from "./numbering.ts";
import { isFiltered } from "./ranking_links.ts";
import { stageName } from "./StageWord.tsx";
import { ToolIcon } from "./ToolIcon.tsx";

export interface RankingFiltersProps {
  view: RankingView;
  /** Whatever is filtered by. */
  grades: GradeCounts;
  /** How many fit, and how many there are, with a grade or without. */
  shown: number;
  total: number;
  requirements: readonly Numbered<JobRequirement>[];
  stages: readonly Stage[];
  t: Translate;
}

const GRADES = ["A", "B", "C", "D"] as const;
const DECISIONS = ["undecided", "shortlisted", "rejected"] as const;
const VERDICTS = ["YES", "PARTIAL", "NO"] as const;
const FLAGS = [
  "near_line",
  "gate_failed",
  "gate_partial",
  "hidden_text",
  "keyword_list",
  "objection",
  "opinion_differs",
] as const;

/** Which candidates are shown, in which order: a form whose answer is an address. */
export function RankingFilters(props: RankingFiltersProps) {
  const { view, grades, shown, total, requirements, t } = props;
  return (
    <form class="filters" id="ranking-filters" role="search" aria-label={t("ranking.filter")}>
      <label class="filter-text">
        <Icon name="search" size={14} />
        <input
          class="input"
          type="search"
          name="q"
          value={view.q}
          maxLength={200}
          placeholder={t("ranking.filter_q")}
          aria-label={t("ranking.filter_q_label")}
          autocomplete="off"
        />
      </label>
      <GradeToggles view={view} grades={grades} t={t} />
      <DecisionPick {...props} />
      <Pick name="requirement" word={t("ranking.filter_requirement")}>
        <option value="" selected={!view.requirement}>{t("ranking.filter_any")}</option>
        {requirements.map(({ id, number, name }) => (
          <option key={id} value={id} selected={view.requirement === id}>{number} {name}</option>
        ))}
      </Pick>
      <Pick name="verdict" word={t("ranking.filter_verdict")} class="pick-verdict">
        {VERDICTS.map((verdict) => (
          <option key={verdict} value={verdict} selected={view.verdict === verdict}>
            {t(`verdict.${verdict}`)}
          </option>
        ))}
      </Pick>
      <Pick name="flag" word={t("ranking.filter_flag")}>
        <option value="" selected={!view.flag}>{t("ranking.filter_any")}</option>
        {FLAGS.map((flag) => (
          <option key={flag} value={flag} selected={view.flag === flag}>{t(`flag.${flag}`)}</option>
        ))}
      </Pick>
      <Button class="without-script">{t("ranking.filter_apply")}</Button>
      <span class="flex" data-part="clear">
        {isFiltered(view) && (
          <a class="btn btn-quiet" href="?" data-stay="">{t("ranking.filter_clear")}</a>
        )}
      </span>
      <span class="filters-end">
        <span class="text-fg-3 tabular-nums" data-part="shown">
          {t("ranking.shown", { shown, total })}
        </span>
        <SortPick view={view} t={t} />
      </span>
    </form>
  );
}

function GradeToggles({ view, grades, t }: Pick<RankingFiltersProps, "view" | "grades" | "t">) {
  const isOn = (grade: typeof GRADES[number]) => !view.grade?.length || view.grade.includes(grade);
  return (
    <fieldset class="toggles">
      <legend class="sr-only">{t("ranking.filter_grade")}</legend>
      {GRADES.map((grade) => (
        <label key={grade} class="toggle">
          <input type="checkbox" name="grade" value={grade} checked={isOn(grade)} />
          <Grade grade={grade} label={t("grade.label", { grade })} />
          <span data-part={`grade-${grade}`}>{grades[grade]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function DecisionPick({ view: { decision }, stages, t }: RankingFiltersProps) {
  return (
    <Pick name="decision" word={t("ranking.filter_decision")}>
      <option value="" selected={!decision}>{t("ranking.filter_any")}</option>
      {DECISIONS.map((one) => (
        <option key={one} value={one} selected={decision === one}>
          {one === "undecided" ? t("move.undecided") : t(`move.stage_${one}`)}
        </option>
      ))}
      <optgroup label={t("ranking.filter_stages")}>
        {stages.map((stage) => (
          <option key={stage.id} value={stage.id} selected={decision === stage.id}>
            {stageName(stage, t)}
          </option>
        ))}
      </optgroup>
    </Pick>
  );
}

function SortPick(
  { view: { sort = "score", isReversed }, t }: { view: RankingView; t: Translate },
) {
  const words = {
    score: t("ranking.col_score"),
    name: t("ranking.col_candidate"),
    met: t("ranking.col_met"),
    received: t("ranking.sort_received"),
  };
  return (
    <>
      <label class="pick pick-quiet">
        <ToolIcon name="sort" />
        <span class="sr-only">{t("ranking.sort")}</span>
        <select name="sort">
          {Object.entries(words).map(([value, word]) => (
            <option key={value} value={value} selected={sort === value}>{word}</option>
          ))}
        </select>
      </label>
      <input type="hidden" name="reversed" value={isReversed ? "1" : ""} />
    </>
  );
}

interface PickProps {
  name: string;
  word: string;
  class?: string;
  children: ComponentChildren;
}

/** A list with its name before what is chosen. */
function Pick({ name, word, class: extra, children }: PickProps) {
  return (
    <label class={extra ? `pick ${extra}` : "pick"}>
      <span class="text-fg-3">{word}</span>
      <select name={name}>{children}</select>
      <Icon name="chevron-down" size={14} />
    </label>
  );
}
