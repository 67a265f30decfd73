import type { JobRequirement } from "../lib/hiring/requirement_rows.ts";
import type { LevelReason } from "../lib/talent/level_reason.ts";
import type { Translate } from "../locales/translate.ts";

export interface LevelReasonsProps {
  requirements: readonly JobRequirement[];
  /** One for each, in the same order. */
  reasons: readonly LevelReason[];
  t: Translate;
}

/** Why each requirement is required or nice to have; the doubtful ones first and in the open. */
export function LevelReasons({ requirements, reasons, t }: LevelReasonsProps) {
  const rows = requirements.flatMap((requirement, at) => {
    const reason = reasons[at];
    return reason === undefined ? [] : [{ ...requirement, ...reason }];
  });
  const doubtful = rows.filter(({ isDoubtful }) => isDoubtful);
  const sure = rows.filter(({ isDoubtful }) => !isDoubtful);
  if (rows.length === 0) return null;
  return (
    <section class="mt-5" aria-labelledby="levels-title">
      <div class="pane-tools">
        <h2 id="levels-title">{t("levels.title")}</h2>
        {doubtful.length > 0 && <span>{t("levels.doubtful", { count: doubtful.length })}</span>}
      </div>
      {doubtful.length > 0 && <Rows rows={doubtful} t={t} />}
      {sure.length > 0 && (
        <details class="mt-2">
          <summary class="link">{t("levels.sure", { count: sure.length })}</summary>
          <Rows rows={sure} t={t} />
        </details>
      )}
    </section>
  );
}

function Rows({ rows, t }: { rows: readonly (JobRequirement & LevelReason)[]; t: Translate }) {
  return (
    <ul class="mt-1">
      {rows.map(({ id, name, level, code, confidence }) => (
        <li key={id} class="border-t border-line py-2">
          <a class="link underline" href={`#r-${id}`}>{name}</a>: {t(`level.${level}`)}.{" "}
          <span class="text-fg-2">
            {t(`levels.${code}`)} {t("levels.confidence", { share: Math.round(confidence * 100) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
