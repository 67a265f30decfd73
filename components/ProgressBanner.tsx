import type { ResumeCounts } from "../lib/hiring/states.ts";
import type { Language } from "../lib/talent/types.ts";
import { speaker } from "../locales/say.ts";
import type { Texts } from "../locales/translate.ts";
import { Icon } from "./Icon.tsx";
import { settledOf, useCalm } from "./reading_pace.ts";
import { timeLeft } from "./time_left.ts";

export interface ProgressBannerProps {
  jobId: string;
  counts: ResumeCounts;
  /** How many were read since the rows were drawn. */
  fresh: number;
  /** Whether people are judged anew by changed requirements, or were since the rows were drawn. */
  isStale: boolean;
  isRenewed: boolean;
  secondsLeft: number | null;
  /** The address of this page, to draw it anew. */
  here: string;
  onRenew: (event: MouseEvent) => void;
  language: Language;
  texts: Texts<"progress." | "ranking.stale">;
}

/** What is still being read, and the way to what has come in; nothing where there is no news. */
export function ProgressBanner(props: ProgressBannerProps) {
  const { jobId, counts, fresh, isStale, isRenewed, secondsLeft, language, texts } = props;
  const t = speaker(language, texts);
  const { total, failed, done } = counts;
  const settled = settledOf(counts);
  const left = total - settled;
  const words = left > 0
    ? t("progress.reading", { count: left, total })
    : failed > 0
    ? t("progress.read_need", { count: failed, done, total })
    : t("progress.all_read", { total });
  const calm = useCalm(words);
  const isBusy = left > 0;
  if (!isBusy && failed === 0 && fresh <= 0 && !isStale && !isRenewed) {
    return <span class="sr-only" role="status" />;
  }
  return (
    <div class="banner">
      <span class="sr-only" role="status">{calm}</span>
      {(isBusy || isStale) && <Icon name="ring" class="spinner" size={14} />}
      {isBusy && (
        <>
          <b>{words}</b>
          <progress class="progress" value={settled} max={total} aria-label={t("progress.label")} />
          {secondsLeft !== null && (
            <span class="text-fg-2">{timeLeft(language, texts, secondsLeft)}</span>
          )}
        </>
      )}
      {!isBusy && isStale && <span>{t("ranking.stale")}</span>}
      {!isBusy && isRenewed && <span>{t("ranking.stale_over")}</span>}
      <span class="flex-1 max-phone:hidden" />
      {failed > 0 && (
        <a class="link" href={`/jobs/${jobId}/resumes?show=need`}>
          {t("progress.need_you", { count: failed })}
        </a>
      )}
      {(fresh > 0 || isRenewed) && (
        <>
          {failed > 0 && <span class="text-fg-3 max-phone:hidden" aria-hidden="true">·</span>}
          <a class="link" href={props.here} onClick={props.onRenew}>
            {fresh > 0 ? t("progress.new_results", { count: fresh }) : t("progress.refresh")}
          </a>
        </>
      )}
    </div>
  );
}
