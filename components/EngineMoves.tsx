import type { EngineMove } from "../lib/hiring/engine_comparisons.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatPercent } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { Grade } from "./Grade.tsx";

/** A move with the new engine's reasons in words, in the order of its verdicts. */
export type SaidMove = EngineMove & { readonly reasons: readonly string[] };

export interface EngineMovesProps {
  moves: readonly SaidMove[];
  /** Of the requirements, by id. */
  names: ReadonlyMap<string, string>;
  language: Language;
  t: Translate;
}

/** Who would stand elsewhere by another engine, and which verdicts make it so. */
export function EngineMoves(props: EngineMovesProps) {
  const { moves, t } = props;
  return (
    <table class="data-table as-blocks standings" role="table">
      <caption class="sr-only">{t("engine.moves")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{t("sensitivity.candidate")}</th>
          <th role="columnheader" scope="col">{t("engine.before")}</th>
          <th role="columnheader" scope="col">{t("engine.after")}</th>
          <th role="columnheader" scope="col">{t("engine.why")}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {moves.map((move) => <Row key={move.resumeId} move={move} props={props} />)}
      </tbody>
    </table>
  );
}

function Row({ move, props }: { move: SaidMove; props: EngineMovesProps }) {
  const { names, t } = props;
  return (
    <tr role="row" class="row" data-resume={move.resumeId}>
      <th role="rowheader" scope="row">
        <a class="link" href={`/resumes/${move.resumeId}`}>{move.name}</a>
      </th>
      <td role="cell">
        <span class="block-word">{t("engine.before")}</span>
        <Side side={move.before} props={props} />
        <span class="standing-why">{t("engine.by", { version: move.engineVersion })}</span>
      </td>
      <td role="cell">
        <span class="block-word">{t("engine.after")}</span>
        <Side side={move.after} props={props} />
      </td>
      <td role="cell">
        {move.verdicts.map(({ requirementId, from, to }, at) => (
          <div key={requirementId}>
            {t("engine.verdict", {
              name: names.get(requirementId) ?? "",
              from: t(`verdict.${from}`),
              to: t(`verdict.${to}`),
            })}
            <span class="standing-why">{move.reasons[at]}</span>
          </div>
        ))}
        {move.verdicts.length === 0 && <span class="text-fg-3">{t("engine.others")}</span>}
      </td>
    </tr>
  );
}

function Side(
  { side: { rank, score, grade }, props: { language, t } }: {
    side: EngineMove["before"];
    props: EngineMovesProps;
  },
) {
  return (
    <span class="standing-name">
      <b class="tabular-nums">{rank}</b>
      <Grade grade={grade} label={t("grade.label", { grade: grade ?? "–" })} size="small" />
      <span class="tabular-nums text-fg-2">{formatPercent(language, score ?? 0)}</span>
    </span>
  );
}
