import type { ComparedCandidate, Comparison } from "../lib/hiring/compare.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatPart, wholePercent } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { ButtonLink } from "./Button.tsx";
import { compareLink, proofLink } from "./compare_links.ts";
import { FlagTag } from "./FlagTag.tsx";
import { Grade } from "./Grade.tsx";
import { Icon } from "./Icon.tsx";
import { type Numbered, numberRequirements } from "./numbering.ts";
import { ScoreBar } from "./ScoreBar.tsx";
import { StageWord } from "./StageWord.tsx";
import { Verdict } from "./Verdict.tsx";

export interface CompareProps {
  comparison: Comparison;
  view: "all" | "differences";
  language: Language;
  t: Translate;
}

type Row = Numbered<Comparison["requirements"][number]>;

/** Candidates in columns, requirements in rows; the words stand where the verdicts differ. */
export function Compare(props: CompareProps) {
  const { comparison, view, t } = props;
  const rows = numberRequirements(comparison.requirements)
    .filter(({ isDifferent }) => view === "all" || isDifferent);
  return (
    <table class="compare" role="table">
      <caption class="sr-only">{t("compare.table")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" class="corner">
            <span class="sr-only">{t("compare.requirement")}</span>
          </th>
          {comparison.candidates.map((one) => <Head key={one.resumeId} one={one} props={props} />)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {(["required", "nice_to_have"] as const).map((level) => (
          <Band
            key={level}
            level={level}
            rows={rows.filter((row) => row.level === level)}
            props={props}
          />
        ))}
      </tbody>
    </table>
  );
}

function Head({ one, props }: { one: ComparedCandidate; props: CompareProps }) {
  const { comparison: { candidates }, view, t } = props;
  const others = candidates.map(({ resumeId }) => resumeId).filter((id) => id !== one.resumeId);
  return (
    <th role="columnheader" scope="col">
      <div class="flex items-start gap-2">
        <a class="row-link grow min-w-0" href={`/resumes/${one.resumeId}`}>
          <span class="name truncate">{one.name}</span>
          <span class="under-name truncate">{one.headline}</span>
        </a>
        <ButtonLink
          href={compareLink(others, view)}
          kind="quiet"
          size="small"
          icon="close"
          label={t("compare.remove", { name: one.name })}
        />
      </div>
      <div class="figures">
        <Grade
          grade={one.grade}
          label={one.grade ? t("grade.label", { grade: one.grade }) : t("grade.none")}
        />
        {one.score !== null && (
          <>
            <span class="score-figure">
              {wholePercent(one.score)}
              <small>%</small>
            </span>
            <ScoreBar score={one.score} rawScore={one.rawScore ?? one.score} />
          </>
        )}
        {one.requiredTotal !== null && (
          <span class="tabular-nums" title={t("compare.met")}>
            <b>{one.requiredMet}</b>/{one.requiredTotal}
          </span>
        )}
      </div>
      <div class="remarks">
        <StageWord stage={one.stage} t={t} />
        {one.flags.map((flag) => <FlagTag key={flag} flag={flag} t={t} />)}
      </div>
    </th>
  );
}

interface BandProps {
  level: Row["level"];
  rows: readonly Row[];
  props: CompareProps;
}

function Band({ level, rows, props }: BandProps) {
  const { comparison: { shares, candidates }, language, t } = props;
  if (rows.length === 0) return null;
  const share = level === "required" ? shares.required : shares.niceToHave;
  return (
    <>
      <tr role="row" class="band">
        <th role="rowheader" scope="rowgroup" colSpan={candidates.length + 1}>
          <b>{t(level === "required" ? "level.required" : "level.nice_to_haves")}</b>{" "}
          {t("compare.share", { share: formatPart(language, share) })}
        </th>
      </tr>
      {rows.map((row) => (
        <tr key={row.id} role="row" class={row.isDifferent ? undefined : "same"}>
          <th role="rowheader" scope="row">
            <span class="number">{row.number}</span>
            {row.name}
            {row.gate && (
              <span class="tag tag-gate">
                <Icon name="lock" size={12} />
                {t("evaluation.gate")}
              </span>
            )}
          </th>
          {candidates.map((one) => <Cell key={one.resumeId} one={one} row={row} props={props} />)}
        </tr>
      ))}
    </>
  );
}

function Cell({ one, row, props }: { one: ComparedCandidate; row: Row; props: CompareProps }) {
  const { comparison, t } = props;
  const match = one.matches.find(({ requirementId }) => requirementId === row.id);
  return (
    <td role="cell">
      <span class="whose" aria-hidden="true">{one.name}</span>
      {match
        ? (
          <a class="proof" href={proofLink(one, match, comparison.requirements)}>
            <Verdict verdict={match.verdict} word={t(`verdict.${match.verdict}`)} />
            {row.isDifferent && <Words match={match} t={t} />}
          </a>
        )
        : (
          <span title={t("grade.none")}>
            –<span class="sr-only">{t("grade.none")}</span>
          </span>
        )}
    </td>
  );
}

/** What a person said, or what the résumé says. */
function Words({ match, t }: { match: ComparedCandidate["matches"][number]; t: Translate }) {
  const { change, quote } = match;
  if (change) {
    return (
      <span class="words changed">
        <Icon name="person" size={12} />
        {change.userName
          ? t("compare.changed_by", { name: change.userName, reason: change.reason })
          : t("compare.changed", { reason: change.reason })}
      </span>
    );
  }
  return quote
    ? <span class="words">“{quote.text}”</span>
    : <span class="words none">{t("compare.no_quote")}</span>;
}
