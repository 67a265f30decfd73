import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Icon } from "../components/Icon.tsx";
import { showFigures } from "../components/head_figures.ts";
import { settledOf, useCalm, useJobNews, usePace } from "../components/job_events.ts";
import { NEWS, RENEW, SHOWN } from "../components/ranking_events.ts";
import { timeLeft } from "../components/time_left.ts";
import type { ResumeCounts } from "../lib/hiring/states.ts";
import type { Language } from "../lib/talent/types.ts";
import { speaker } from "../locales/say.ts";
import type { Texts } from "../locales/translate.ts";

export interface LiveProgressProps {
  jobId: string;
  counts: ResumeCounts;
  isStale: boolean;
  /** The newest requirements that what the page shows can be of. */
  rankedVersion: number;
  /** Where the news begins; see `currentChange()`. */
  since: number;
  /** The address of this page, to draw it anew. */
  here: string;
  language: Language;
  texts: Texts<"progress." | "ranking.stale">;
}

/**
 * The line above the ranking: how many are still being read, and what has come in since. The rows
 * stay as they are until they are asked for, so that none moves under the pointer.
 */
export function LiveProgress(props: LiveProgressProps) {
  const { jobId, language, texts, here } = props;
  const t = speaker(language, texts);
  const counts = useSignal(props.counts);
  const isStale = useSignal(props.isStale);
  const rankedVersion = useSignal(props.rankedVersion);
  /** How many are among the rows on the page. */
  const shown = useSignal(props.counts.done);
  const pace = usePace();
  useJobNews({ jobId, since: props.since, follow: "resumes" }, (news) => {
    counts.value = news.counts;
    isStale.value = news.isStale;
    rankedVersion.value = news.rankedVersion;
    showFigures(news);
    pace.observe(settledOf(news.counts), news.counts.total);
    document.dispatchEvent(new CustomEvent(NEWS, { detail: news.resumes }));
  });

  useEffect(() => {
    const note = () => shown.value = counts.value.done;
    document.addEventListener(SHOWN, note);
    return () => document.removeEventListener(SHOWN, note);
  }, []);

  const { total, failed, done } = counts.value;
  const settled = settledOf(counts.value);
  const left = total - settled;
  const fresh = done - shown.value;
  const isRenewed = !isStale.value && rankedVersion.value > props.rankedVersion;
  const renew = (event: MouseEvent) => {
    if (!document.getElementById("ranking-filters")) return; // the first ones: the page is drawn anew
    event.preventDefault();
    if (isRenewed) return location.reload(); // filters and numbers are of the requirements too
    // The link goes away with what it announces.
    document.querySelector<HTMLElement>('[data-part="rows"]')?.focus({ preventScroll: true });
    document.dispatchEvent(new Event(RENEW));
  };
  const words = left > 0
    ? t("progress.reading", { count: left, total })
    : failed > 0
    ? t("progress.read_need", { count: failed, done, total })
    : t("progress.all_read", { total });
  const calm = useCalm(words);
  const isBusy = left > 0;
  if (!isBusy && failed === 0 && fresh <= 0 && !isStale.value && !isRenewed) {
    return <span class="sr-only" role="status" />;
  }
  const seconds = pace.secondsLeft.value;
  return (
    <div class="banner">
      <span class="sr-only" role="status">{calm}</span>
      {(isBusy || isStale.value) && <Icon name="ring" class="spinner" size={14} />}
      {isBusy && (
        <>
          <b>{words}</b>
          <progress class="progress" value={settled} max={total} aria-label={t("progress.label")} />
          {seconds !== null && <span class="text-fg-2">{timeLeft(language, texts, seconds)}</span>}
        </>
      )}
      {!isBusy && isStale.value && <span>{t("ranking.stale")}</span>}
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
          <a class="link" href={here} onClick={renew}>
            {fresh > 0 ? t("progress.new_results", { count: fresh }) : t("progress.refresh")}
          </a>
        </>
      )}
    </div>
  );
}
