import type { RankingRow as Row } from "../lib/hiring/ranking.ts";
import type { Translate } from "../locales/translate.ts";
import type { StripRequirement } from "./DotStrip.tsx";
import { FlagTag } from "./FlagTag.tsx";
import { SpriteIcon } from "./Icon.tsx";
import { JudgementCells } from "./JudgementCells.tsx";
import type { Numbered } from "./numbering.ts";
import { decisionWord, STAGE_ICONS } from "./StageWord.tsx";

export interface RankingRowProps {
  row: Row;
  requirements: readonly Numbered<StripRequirement>[];
  /** The query of the view, so that the evaluation knows who comes next. */
  search: string;
  canDecide: boolean;
  /** The state that an island would give it, where that is only shown. */
  shown?: "selected" | "current" | undefined;
  t: Translate;
}

/**
 * A candidate in the ranking. What an island has to know of it stands in its data attributes; see
 * components/ranking_rows.ts.
 */
export function RankingRow(
  { row, requirements, search, canDecide, shown, t }: RankingRowProps,
) {
  const name = row.candidate.name ?? row.fileName;
  return (
    <tr
      role="row"
      class="row"
      data-resume={row.resumeId}
      data-name={name}
      data-decision={row.stage.decision}
      data-stage={row.stage.id}
      data-version={row.stageVersion}
      data-open={openRequirement(row)}
      data-current={shown === "current" ? "" : undefined}
    >
      <td role="cell" class="c-sel">
        <label class="sel">
          <input
            class="check"
            type="checkbox"
            name="resume"
            value={row.resumeId}
            checked={shown === "selected"}
            aria-label={t("ranking.select", { name })}
            autocomplete="off"
          />
        </label>
      </td>
      <td role="cell" class="c-rank">{row.rank ?? "–"}</td>
      <th role="rowheader" scope="row" class="c-name">
        <a class="row-link" href={`/resumes/${row.resumeId}${search}`}>
          <span class="name truncate">{name}</span>
          <span class="under-name truncate">{row.headline ?? row.fileName}</span>
        </a>
      </th>
      <JudgementCells row={row} requirements={requirements} t={t} />
      <td role="cell" class="c-words words">
        <Words row={row} t={t} />
      </td>
      <td role="cell" class="c-flags c-empty">
        {row.flags.map((flag) => <FlagTag key={flag} flag={flag} t={t} />)}
      </td>
      <td role="cell" class="c-decision">
        {canDecide
          ? (
            // Without JavaScript it leads to the evaluation, where the decision is made.
            <button
              class="decide-button"
              type="submit"
              formaction={`/resumes/${row.resumeId}`}
              formmethod="get"
            >
              <Standing stage={row.stage} t={t} />
            </button>
          )
          : <Standing stage={row.stage} t={t} />}
      </td>
    </tr>
  );
}

/** The same as StageWord. */
function Standing({ stage, t }: { stage: Row["stage"]; t: Translate }) {
  return (
    <span class={`decide decide-${stage.decision}`}>
      <SpriteIcon name={STAGE_ICONS[stage.decision]} />
      {decisionWord(stage, t)}
    </span>
  );
}

/** The first requirement that is not met, where a person would look first. */
function openRequirement({ strip }: Row): string | undefined {
  const open = strip.filter(({ verdict }) => verdict !== "YES");
  return (open.find(({ level }) => level === "required") ?? open[0])?.requirementId;
}

function Words({ row: { strength, gap }, t }: { row: Row; t: Translate }) {
  return (
    <>
      {strength && (
        <p>
          <SpriteIcon name="plus" size={12} />
          <span class="sr-only">{t("ranking.strength")}</span>
          <span class="truncate" title={`${strength.name}: “${strength.quote}”`}>
            {trimQuote(strength.quote)}
          </span>
        </p>
      )}
      {gap && (
        <p>
          <SpriteIcon name="minus" size={12} />
          <span class="sr-only">{t("ranking.gap")}</span>
          <span class="truncate">
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
