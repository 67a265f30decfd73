import type { Reached, Standing } from "../lib/hiring/sensitivity.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatPercent } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { FlagTag } from "./FlagTag.tsx";
import { Grade } from "./Grade.tsx";
import { sayChange } from "./sensitivity_words.ts";
import { Swing } from "./Swing.tsx";

export interface StandingsTableProps {
  standings: readonly Standing[];
  /** The most places that anybody of the whole ranking moves. */
  furthest: number;
  /** Of the requirements, by id. */
  names: ReadonlyMap<string, string>;
  language: Language;
  t: Translate;
}

/** How far each candidate can go up and down by one change: a chart, and its table in one. */
export function StandingsTable(props: StandingsTableProps) {
  const { standings, t } = props;
  return (
    <table class="data-table as-blocks standings" role="table">
      <caption class="sr-only">{t("sensitivity.candidates")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" class="end">{t("sensitivity.rank")}</th>
          <th role="columnheader" scope="col">{t("sensitivity.candidate")}</th>
          <th role="columnheader" scope="col">{t("sensitivity.places")}</th>
          <th role="columnheader" scope="col">{t("sensitivity.best")}</th>
          <th role="columnheader" scope="col">{t("sensitivity.worst")}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {standings.map((one) => <Row key={one.resumeId} one={one} props={props} />)}
      </tbody>
    </table>
  );
}

function Row({ one, props }: { one: Standing; props: StandingsTableProps }) {
  const { furthest, language, t } = props;
  const { rank, score, grade, best, worst } = one;
  return (
    <tr role="row" class="row" data-resume={one.resumeId}>
      <td role="cell" class="end text-fg-3 tabular-nums">{rank}</td>
      <th role="rowheader" scope="row">
        <span class="standing-name">
          <Grade grade={grade} label={t("grade.label", { grade: grade ?? "–" })} size="small" />
          <a class="link truncate" href={`/resumes/${one.resumeId}`}>{one.name}</a>
          <span class="tabular-nums text-fg-2">{formatPercent(language, score ?? 0)}</span>
          {one.isNearLine && <FlagTag flag="near_line" t={t} />}
        </span>
      </th>
      <td role="cell" class="c-swing">
        <Swing left={rank - best.rank} right={worst.rank - rank} max={furthest} />
      </td>
      <End name={t("sensitivity.best")} end={best} standing={one} props={props} />
      <End name={t("sensitivity.worst")} end={worst} standing={one} props={props} />
    </tr>
  );
}

function End(
  { name, end, standing, props: { names, t } }: {
    name: string;
    end: Reached;
    standing: Standing;
    props: StandingsTableProps;
  },
) {
  const isRegraded = end.grade !== standing.grade && end.grade !== null;
  return (
    <td role="cell">
      <span class="block-word">{name}</span>
      {end.change
        ? (
          <>
            <b class="tabular-nums">{end.rank}</b>
            {isRegraded && ` ${t("grade.label", { grade: end.grade ?? "–" })}`}
            <span class="standing-why">{sayChange(end.change, names, t)}</span>
          </>
        )
        : <span class="text-fg-3">{t("sensitivity.stays", { rank: standing.rank })}</span>}
    </td>
  );
}
