import type { PastMove } from "../lib/hiring/moves.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatDuration, formatPercent, formatWhen } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { stageName } from "./StageWord.tsx";

export interface MoveHistoryProps {
  /** The last first. */
  moves: readonly PastMove[];
  language: Language;
  t: Translate;
}

/** Who moved a candidate from where to where, why, on what score, and after how long. */
export function MoveHistory({ moves, language, t }: MoveHistoryProps) {
  return (
    <section aria-labelledby="moves-title">
      <h2 id="moves-title">{t("evaluation.moves")}</h2>
      {moves.length === 0 && <p class="mt-1 text-fg-3">{t("evaluation.moves_none")}</p>}
      <ol class="mt-1">
        {moves.map((move) => (
          <li key={move.id} class="border-b border-line-faint py-2">
            <p>
              {t("evaluation.move_line", {
                who: move.userName ?? t("evaluation.somebody"),
                when: formatWhen(language, new Date(move.createdAt), new Date()),
                from: stageName(move.from, t),
                to: stageName(move.to, t),
              })}
            </p>
            {move.reasonCode && (
              <p class="text-fg-2">
                {t(`move.reason_${move.reasonCode}`)}
                {move.reason && `: “${move.reason}”`}
              </p>
            )}
            <p class="text-xs text-fg-3 tabular-nums">{circumstances(move, language, t)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function circumstances(
  { evidence: { score, grade }, from, secondsInFrom }: PastMove,
  language: Language,
  t: Translate,
): string {
  const time = formatDuration(language, secondsInFrom);
  return [
    score !== null && grade !== null &&
    t("evaluation.move_evidence", { share: formatPercent(language, score), grade }),
    t("evaluation.move_time", { time, from: stageName(from, t) }),
  ].filter(Boolean).join(", ");
}
